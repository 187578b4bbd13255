// How the rules of a seed are checked: every problem is kept with its place in the document, and the author reads them all.
import { type ErrorCode, Fault, type FaultParameters, fault } from "../contract/errors.ts";
import { SeedError } from "./document.ts";

/** As many as a person reads at once. */
const mostProblems = 20;

export class Checking {
  readonly #problems: string[] = [];
  readonly #ids = new Map<string, string>();

  /** Keeps a problem of a place, such as `orgs.0.users.1`. */
  report(place: string, problem: string): void {
    this.#problems.push(`${place}: ${readable(problem)}`);
  }

  /** Keeps a problem in the words of the API. */
  refuse<C extends ErrorCode>(place: string, code: C, parameters: FaultParameters<C>): void {
    this.report(place, fault(code, parameters).message);
  }

  /** Runs a check of the domain, and keeps what it refuses as a problem of that place. */
  at(place: string, check: () => unknown): void {
    try {
      check();
    } catch (reason) {
      if (!(reason instanceof Fault)) throw reason;
      // The text of this code says only that fields are wrong.
      if (reason.code !== "BAD_REQUEST") this.report(place, reason.message);
      else for (const { field, description } of reason.fields) this.report(`${place}.${field}`, description);
    }
  }

  /** Takes an id for an owner; one id has one owner in the whole document. */
  claim(id: string | undefined, owner: string, place: string): void {
    if (id === undefined) return;
    const other = this.#ids.get(id);
    if (other !== undefined && other !== owner) this.report(`${place}.id`, `${id} is taken by ${other}`);
    else this.#ids.set(id, owner);
  }

  /** Throws a SeedError with the problems, if there are any. */
  finish(): void {
    if (this.#problems.length > 0) throw new SeedError(this.#problems.slice(0, mostProblems));
  }
}

const readable = (text: string): string =>
  text.replace(/\p{Cc}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/**
 * Whether a text can be the name of an organization, a project or a service account. The API takes fewer characters; a seed
 * may name things as a page has to be shown to escape.
 */
export const isName = (name: string): boolean => !/\p{Cc}/u.test(name) && name.trim() !== "";
