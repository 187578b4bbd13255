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

/** JSON on one line: `blank` writes a place for a value, with its quotation marks, and `plain` names of members and what is neither list nor object. */
export function writeJson(
  body: Body,
  blank: (name: string) => string,
  plain: (value: string | number | boolean | null) => string = JSON.stringify,
): string {
  const write = (each: Body): string => {
    if (each === null || typeof each !== "object") return plain(each);
    if (isBlank(each)) return blank(each.blank);
    if (Array.isArray(each)) return `[${each.map(write).join(", ")}]`;
    const members = Object.entries(each as Record<string, Body>);
    return `{${members.map(([name, value]) => `${plain(name)}: ${write(value)}`).join(", ")}}`;
  };
  return write(body);
}

/** What of a call may have blanks in it. */
export const partsOf = ({ params, query = {}, body = null }: Call): readonly Body[] => [params, query, body];

/** The names of the places that a person or an earlier step must fill in, in order and each once. */
export function blanksIn(body: Body): Set<string> {
  if (isBlank(body)) return new Set([body.blank]);
  if (typeof body !== "object" || body === null) return new Set();
  return new Set(Object.values(body).flatMap((each: Body) => [...blanksIn(each)]));
}
