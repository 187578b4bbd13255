// Declares an operation that Atlas publishes: `spec/` has its call, tag, roles, parameters, versions and bodies. The
// declaration has what the document cannot know.
import type { ErrorCode } from "../contract/errors.ts";
import type { LimitSet } from "../contract/limits.ts";
import type { SecurityEvent } from "../contract/security-events.ts";
import { versionsInOrder } from "../contract/versions.ts";
import type { Sent } from "../domain/sent.ts";
import type { Api } from "../spec/api.ts";
import { definitionOf } from "../spec/definition.ts";
import {
  handling,
  type Method,
  type NeedsOf,
  type Operation,
  type Repeating,
  type Services,
} from "./operation.ts";

/** The members of the declaration; `operation` has the same. */
export interface Own<Bodies> {
  readonly errors?: readonly ErrorCode[];
  readonly locks?: "everything" | "group" | "person" | "handler";
  readonly securityEvent?: SecurityEvent;
  readonly needs?: readonly (keyof Services)[];
  readonly counts?: LimitSet;
  readonly repeats?: (context: Repeating) => Promise<boolean>;
  readonly isBeforeFactor?: true;
  readonly showsSecret?: true;
  /** The functions, by version, that convert a body that differs from the newest form. */
  readonly reads?: { readonly [Name in keyof Bodies]?: (body: Sent<Bodies[Name]>) => unknown };
}

/** The body that a handler gets: the converted older ones, and the bodies of versions without a function. */
type BodyOf<Bodies, O> = O extends { readonly reads: infer Reads }
  ? {
      [Name in keyof Bodies]: Name extends keyof Reads
        ? Reads[Name] extends (body: never) => infer Body
          ? Body
          : never
        : Sent<Bodies[Name]>;
    }[keyof Bodies]
  : Sent<Bodies[keyof Bodies]>;

export type SignatureOf<A extends Api[keyof Api], O> = {
  readonly method: A["method"];
  readonly door: A["door"];
  readonly params: A["params"];
  readonly query: A["query"];
  readonly flags: A["flags"];
  readonly body: [keyof A["bodies"]] extends [never] ? undefined : Exclude<BodyOf<A["bodies"], O>, null>;
  readonly errors: O extends { readonly errors: readonly (infer Code extends ErrorCode)[] } ? Code : never;
  readonly needs: NeedsOf<O>;
};

/** Declares an operation by its operationId. The second call, `.handle`, is that of `operation`. */
export const atlas = <Id extends keyof Api & string, const O extends Own<Api[Id]["bodies"]>>(
  id: Id,
  own: O,
) => handling<SignatureOf<Api[Id], O>, Api[Id]["replies"]>(publishedAs(id, own));

/** Returns all of an operation but its handler and views: what Atlas publishes of it, and what is our own. */
export function publishedAs<O extends Own<unknown>>(id: string, own: O) {
  const definition = definitionOf(id);
  const { method, versions } = definition;
  // Several rules of an operation may refuse with one code.
  const errors = [...new Set(own.errors)];
  const declared = Object.assign(definition, { id, method: method as Method, ...own, errors });
  const newest = versionsInOrder(versions).at(-1) ?? "";
  return withBody(declared, versions[newest]);
}

/** Adds the body of the newest version, made when it is first read. */
function withBody<T extends object>(declared: T, newest: { readonly body?: Operation["body"] } | undefined) {
  if (newest === undefined || !("body" in newest)) return declared;
  return Object.defineProperty(declared, "body", { enumerable: true, get: () => newest.body });
}
