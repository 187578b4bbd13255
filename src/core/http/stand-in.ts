// The stand-in for the operation of a request that has none here.
import type { Operation } from "../operations/operation.ts";

type Params = Readonly<Record<string, string>>;

/** The routes by method. */
export type Offered = ReadonlyMap<string, unknown>;

/** The operation walked instead; or the methods of the path, if the one asked for is not among them. */
export type StandIn = Walked | Refusing | Offered;

interface Walked {
  readonly operation: Operation;
  readonly params: Params;
}

interface Refusing extends Walked {
  /** Returns the error that its handler throws. */
  readonly refuse: () => Error;
}

/** Loads the stand-in when the first such request comes. `here` are the methods that the path has; a query is not looked at. */
export type LoadStandIn = () => Promise<{
  standIn(method: string, path: string, here?: Offered): StandIn;
}>;
