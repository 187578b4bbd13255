// The stand-in for an operation that Anteroom does not have.
import type { Operation } from "../operations/operation.ts";

type Params = Readonly<Record<string, string>>;

/** The routes by method. */
export type Offered = ReadonlyMap<string, unknown>;

/** The operation to use instead; or the methods of the path, if the requested one is not among them. */
export type StandIn = Walked | Refusing | Offered;

interface Walked {
  readonly operation: Operation;
  readonly params: Params;
}

interface Refusing extends Walked {
  /** Returns the error that its handler throws. */
  readonly refuse: () => Error;
}

/** Loads the stand-in with the first such request. `here` are the methods of the path; the query is not used. */
export type LoadStandIn = () => Promise<{
  standIn(method: string, path: string, here?: Offered): StandIn;
}>;
