// An answer as a value, which an adapter writes to its connection.
import type { Readable } from "node:stream";
import type { Fault } from "../contract/errors.ts";
import type { HttpRequest } from "./request.ts";

/** The part of an answer that arrives when a fault is injected: none, a part, or all of it slowly. */
export type Delivery =
  | "lost"
  | {
      /** The number of bytes of the body after which the connection is cut; null for none. */
      readonly cutAfter: number | null;
      readonly bytesPerSecond: number | null;
    };

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer | Readable;
  /** The injected delivery; absent for an answer that arrives as it is. */
  readonly delivery?: Delivery;
}

/** A route other than the operations; parameters of its path are in braces. */
export interface Route {
  readonly method: string;
  readonly path: string;
  /** Answers a request; may reject with a fault. */
  answer(request: HttpRequest, params: Readonly<Record<string, string>>): Promise<Answer>;
  /** Writes a fault in the form that clients of the route read; Atlas's error if absent. */
  readonly refuse?: (refusal: Fault) => Answer;
  /** True if its answers are recorded by path, and listed in a rehearsal. */
  readonly isObserved?: boolean;
}

export const jsonAnswer = (
  value: unknown,
  { status = 200, headers = {} }: Partial<Pick<Answer, "status" | "headers">> = {},
): Answer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", ...headers },
  body: JSON.stringify(value),
});
