// The steps of a successor: calls in order, with blanks for values that the replaced request does not show, and what languages
// write for them.

import { operations } from "../atlas/index.ts";
import type { OperationId } from "../client/types.ts";
import { namesIn } from "../core/contract/http-syntax.ts";
import { mediaType, versionsInOrder } from "../core/contract/versions.ts";
import type { Example } from "../core/domain/deprecated-call.ts";
import type { Operation } from "../core/operations/operation.ts";

/** A place for a value, such as a masked address. It is a variable in a shell, and in programs. */
export interface Blank {
  /** The name in capitals, such as `USERNAME`. */
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
 * `call`: one request. `find`: a list with one person in it, whose id then becomes the blank `USER_ID`. `roles`: gives the
 * person of `USER_ID` these roles and removes the others, one request for each; `user` answers the current ones.
 */
export type Step =
  | { readonly kind: "call"; readonly call: Call }
  | { readonly kind: "find"; readonly call: Call }
  | RolesStep;

interface RolesStep {
  readonly kind: "roles";
  readonly user: Call;
  readonly wanted: readonly Value[];
  /** The call that adds a role, with the blank `ROLE` for the role. */
  readonly add: Call;
  readonly remove: Call;
}

/** Converts `groupId` to `GROUP_ID`. A name that a caller made up is not used in a program. */
export const blankName = (name: string): string =>
  /^[a-z]\w*$/i.test(name) ? name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase() : "VALUE";

export const userId = { blank: "USER_ID" } as const satisfies Blank;
export const role = { blank: "ROLE" } as const satisfies Blank;

/** A request that was seen, which other calls replace. */
export interface Replaced extends Example {
  readonly operationId: string;
  readonly orgId?: string | null;
}

/** The places to fill in before the first step, with the masked value that was seen, if there was one. */
export interface Successor {
  readonly steps: readonly Step[];
  readonly blanks: readonly { readonly name: string; readonly hint: string }[];
  /** The difference from the replaced request, in one sentence; empty if there is none. */
  readonly note: string;
}

/**
 * Writes JSON on one line: `blank` writes a place for a value, with its quotation marks, and `plain` names of members and
 * values other than lists and objects.
 */
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

/** Returns the parts of a call that may have blanks in them. */
export const partsOf = ({ params, query = {}, body = null }: Call): readonly Body[] => [params, query, body];

/** Returns the names of the places that a person or an earlier step must fill in, in order and each once. */
export function blanksIn(body: Body): Set<string> {
  if (isBlank(body)) return new Set([body.blank]);
  if (typeof body !== "object" || body === null) return new Set();
  return new Set(Object.values(body).flatMap((each: Body) => [...blanksIn(each)]));
}

/** Reads a call: its operation, the newest version, and the values of its path and query in order. */
export function readCall({ operationId, params, query = {}, body }: Call) {
  const operation: Operation = operations[operationId];
  const version = versionsInOrder(operation.versions).at(-1) ?? "";
  return {
    ...operation,
    version,
    type: mediaType(version),
    hasReply: operation.versions[version]?.reply !== undefined,
    /** The values of the path; a missing value is to be filled in. */
    values: namesIn(operation.path).map((name): Value => params[name] ?? { blank: name }),
    asked: Object.entries(query),
    sent: body,
    /** Returns the path with each value as a language writes it. */
    pathWith: (write: (value: Value) => string): string =>
      operation.path.replace(/\{(\w+)\}/g, (_, name: string) => write(params[name] ?? { blank: name })),
  };
}

/** A language: how it writes each kind of step, and the places to fill in before them. */
interface Language {
  readonly blank: (name: string, hint: string) => string;
  readonly call: (call: Call, isLast: boolean) => string;
  /** Writes a look-up; undefined in a language for plain calls alone. */
  readonly find?: (call: Call) => string;
  readonly roles?: (step: RolesStep) => string;
}

export const writing =
  ({ blank, call, find, roles }: Language) =>
  ({ steps, blanks }: Successor): string =>
    [
      ...blanks.map(({ name, hint }) => blank(name, hint)),
      ...steps.flatMap((step, index) => {
        if (step.kind === "call") return call(step.call, index === steps.length - 1);
        return (step.kind === "find" ? find?.(step.call) : roles?.(step)) ?? [];
      }),
    ].join("\n");
