// What takes the place of the operation of a request that has none here.
import type { Operation } from "../operations/operation.ts";

type Params = Readonly<Record<string, string>>;

/** By method. */
export type Offered = ReadonlyMap<string, unknown>;

/** What is walked in the place of an operation; or the methods of the path, where the one that was asked is none of them. */
export type StandIn = Walked | Refusing | Offered;

interface Walked {
  readonly operation: Operation;
  readonly params: Params;
}

interface Refusing extends Walked {
  /** Of what is not here: what its handler throws. */
  readonly refuse: () => Error;
}

/** Loaded when the first such request comes. `here` are the methods that the path has; a query is not looked at. */
export type LoadStandIn = () => Promise<{
  standIn(method: string, path: string, here?: Offered): StandIn;
}>;
