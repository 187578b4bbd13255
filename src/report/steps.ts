// The steps of a successor: calls in order, with blanks for what the replaced request does not tell.
import type { OperationId } from "../client/types.ts";

/** A place for a value, such as an address that was struck out. It is a variable in a shell, and in programs. */
export interface Blank {
  /** Its name in capitals, such as `USERNAME`. */
  readonly blank: string;
}

export const isBlank = (value: unknown): value is Blank =>
  typeof value === "object" && value !== null && typeof (value as Partial<Blank>).blank === "string";

export type Value = string | Blank;
/** JSON with blanks in it. */
export type Body = Value | number | boolean | null | readonly Body[] | { readonly [name: string]: Body };

export interface Call {
  readonly operationId: OperationId;
  readonly params: Readonly<Record<string, Value>>;
  readonly query?: Readonly<Record<string, Value>>;
  readonly body?: Body;
}

/**
 * `call`: one request. `find`: a list with one person in it, whose id is from then on the blank `USER_ID`. `roles`: gives the
 * person of `USER_ID` these roles and takes the others, one request for each; `user` answers those that are held.
 */
export type Step =
  | { readonly kind: "call"; readonly call: Call }
  | { readonly kind: "find"; readonly call: Call }
  | {
      readonly kind: "roles";
      readonly user: Call;
      readonly wanted: readonly Value[];
      /** With the blank `ROLE` where the role goes. */
      readonly add: Call;
      readonly remove: Call;
    };

export const userId = { blank: "USER_ID" } as const satisfies Blank;
export const role = { blank: "ROLE" } as const satisfies Blank;

/** The places to fill in before the first step, with the masked value that was seen, if one was. */
export interface Successor {
  readonly steps: readonly Step[];
  readonly blanks: readonly { readonly name: string; readonly hint: string }[];
  /** How the successor differs from what it replaces, in one sentence; empty if it does not. */
  readonly note: string;
}

/** JSON on one line; blanks as `write` writes them, inside the quotation marks of a text. */
export function writeJson(body: Body, write: (name: string) => string): string {
  if (body === null || typeof body !== "object") return JSON.stringify(body);
  if (isBlank(body)) return `"${write(body.blank)}"`;
  if (Array.isArray(body)) return `[${body.map((each) => writeJson(each, write)).join(", ")}]`;
  const members = Object.entries(body as Record<string, Body>);
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}: ${writeJson(each, write)}`).join(", ")}}`;
}

/** Whether a person or an earlier step must fill something in. */
export const hasBlank = (body: Body): boolean =>
  isBlank(body) ||
  (typeof body === "object" && body !== null && Object.values(body).some((each) => hasBlank(each as Body)));
