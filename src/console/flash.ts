// Announces the success of a form once, on the page after it. A cookie carries it: a query would repeat it at every reload, and a
// link could make a page say anything.
import { splitTarget } from "../core/contract/http-syntax.ts";
import { doneCookie } from "./cookies.ts";
import type { Announced, Outcome, Visit } from "./page.ts";

/** The limit for all names together; browsers drop a cookie over 4096 characters. */
const mostCharacters = 1000;

/** Leads to a page that announces the success, with the names of the affected things. */
export function doneAt(to: string, what: string, ...names: readonly string[]): Outcome {
  const named: string[] = [];
  let length = 0;
  for (const name of names) if ((length += name.length) <= mostCharacters) named.push(name);
  // If there are many, the first few are named and the rest counted.
  const announced = [what, names.length, ...named];
  return {
    to,
    cookies: [{ name: doneCookie, value: JSON.stringify(announced), isSealed: true, minutes: 5 }],
  };
}

/** Leads back to the page of the form, which shows one of its sentences. */
export const doneHere = ({ target }: Pick<Visit, "target">, what: string): Outcome => ({
  to: `${splitTarget(target).path}?done=${what}`,
});

/** Reads the announcement in an opened cookie; undefined if `doneAt` did not make it. */
export function announcedIn(cookie: string | undefined): Announced | undefined {
  if (cookie === undefined) return undefined;
  try {
    const [what, count, ...names] = JSON.parse(cookie) as unknown[];
    const isNamed = names.every((name) => typeof name === "string");
    if (typeof what !== "string" || typeof count !== "number" || !isNamed) return undefined;
    return { what, count, names: names as string[] };
  } catch {
    return undefined;
  }
}
