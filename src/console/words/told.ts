// What an event tells, for the languages to put into words.
import { isSameAddress } from "../../domain/address.ts";
import type { EventType } from "../../domain/event.ts";

/** Who caused an event. */
export interface Doer {
  readonly kind: "key" | "account" | "person";
  readonly name: string;
}

/** What an event tells of, named as people know it; empty where it names nothing. */
export interface Told {
  /** Undefined for the test controls. */
  readonly doer: Doer | undefined;
  readonly user: string;
  readonly key: string;
  readonly account: string;
  readonly entry: string;
  readonly team: string;
  readonly group: string;
}

/** What the sentence says of whoever caused it. */
type Predicate = (told: Told) => string;
export type Types = Readonly<Record<EventType, readonly [label: string, predicate: Predicate]>>;

/** Of people who came by themselves: without the one who caused it, or when that is the same person. */
export type Arrivals = Readonly<Partial<Record<EventType, (user: string) => string>>>;

/** Whether somebody came or went without another having a hand in it. */
export const isOwn = ({ doer, user }: Told) =>
  user !== "" && (doer === undefined || isSameAddress(doer.name, user));

/** What a table says of a type; nothing of one it does not know. */
export const known = <T>(table: Readonly<Partial<Record<EventType, T>>>, type: string): T | undefined =>
  Object.hasOwn(table, type) ? table[type as EventType] : undefined;
