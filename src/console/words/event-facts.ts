// The facts of an event that each language makes a sentence of.
import { isSameAddress } from "../../domain/address.ts";
import type { EventType } from "../../domain/event.ts";

/** Who caused an event. */
export interface Doer {
  readonly kind: "key" | "account" | "person";
  readonly name: string;
}

/** Names as people know them; empty where the event names nothing. */
export interface EventFacts {
  /** Undefined for the test controls. */
  readonly doer: Doer | undefined;
  readonly user: string;
  readonly key: string;
  readonly account: string;
  readonly entry: string;
  readonly team: string;
  readonly group: string;
}

/** The part of the sentence after its subject, who caused the event. */
type Predicate = (facts: EventFacts) => string;
export type Types = Readonly<Record<EventType, readonly [label: string, predicate: Predicate]>>;

/** Sentences about people who joined or left by themselves. */
export type Arrivals = Readonly<Partial<Record<EventType, (user: string) => string>>>;

/** Whether people joined or left by themselves: nobody caused the event, or they did. */
export const isOwn = ({ doer, user }: EventFacts) =>
  user !== "" && (doer === undefined || isSameAddress(doer.name, user));

/** The entry of a type; undefined for a type the table does not have. */
export const known = <T>(table: Readonly<Partial<Record<EventType, T>>>, type: string): T | undefined =>
  Object.hasOwn(table, type) ? table[type as EventType] : undefined;
