// Makes labels and sentences of audit events.
import { isSameAddress } from "../../domain/address.ts";
import { describeType, type EventType } from "../../domain/event.ts";
import type en from "./en.json";
import { type Filled, fill } from "./templates.ts";

export interface Doer {
  readonly kind: "key" | "account" | "person";
  readonly name: string;
}

/** Names as people know them; empty where the event names nothing. */
export interface EventFacts {
  /** Undefined for the test controls and seeds. */
  readonly doer: Doer | undefined;
  readonly user: string;
  readonly key: string;
  readonly account: string;
  readonly entry: string;
  readonly team: string;
  readonly group: string;
}

type ActivityWords = Filled<typeof en>["activity"];

/** `did` follows the doer in the sentence. */
type EventWords = Readonly<Record<EventType, { readonly label: string; readonly did: string }>>;

/** Sentences about people who joined or left by themselves. */
type Arrivals = Readonly<Partial<Record<EventType, string>>>;

const known = <Entry>(table: Readonly<Partial<Record<EventType, Entry>>>, type: string): Entry | undefined =>
  Object.hasOwn(table, type) ? table[type as EventType] : undefined;

export const labelOf = ({ events }: { readonly events: EventWords }, type: string): string =>
  known(events, type)?.label ?? describeType(type);

export function sentenceOf(words: ActivityWords, type: string, facts: EventFacts): string {
  const arrivals: Arrivals = words.arrivals;
  const events: EventWords = words.events;
  const arrival = known(arrivals, type);
  if (arrival !== undefined && isByThemselves(facts)) return fill(arrival, { user: facts.user });
  const { doer } = facts;
  const subject = doer === undefined ? words.doers.nobody : words.doers[doer.kind](doer.name);
  const event = known(events, type);
  if (event === undefined) return `${describeType(type)}. (${subject})`;
  return `${subject} ${fill(event.did, placeholdersOf(words, facts))}.`;
}

const isByThemselves = ({ doer, user }: EventFacts) =>
  user !== "" && (doer === undefined || isSameAddress(doer.name, user));

/** What `did` may name, with the noun that the language puts before a name. */
const placeholdersOf = (
  { things }: ActivityWords,
  { user, key, account, entry, team, group }: EventFacts,
) => ({
  user,
  entry,
  key: things.key(key),
  account: things.account(account),
  team: things.team(team),
  project: things.project(group),
  address: things.address(entry),
});
