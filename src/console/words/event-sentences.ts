// Makes labels and sentences of audit events.
import { describeType, kindEventOf, type ListedEventType } from "../../core/domain/event.ts";
import type en from "./en.json";
import { type Filled, fill } from "./templates.ts";

export interface Doer {
  readonly kind: "key" | "account" | "person";
  readonly name: string;
}

/** The names as people know them; empty if the event names nothing. */
type Names = Readonly<Record<"user" | "key" | "account" | "entry" | "team" | "group", string>>;

export interface EventFacts extends Names {
  /** The person or program that caused the event; undefined for the test controls and seeds. */
  readonly doer: Doer | undefined;
  /** True if the person in the event caused it. */
  readonly isAlone: boolean;
  /** The old and new name of a team, project or credential. */
  readonly name: { readonly before: string; readonly after: string };
  /** The roles held or offered, before and after. */
  readonly roles: { readonly before: readonly string[]; readonly after: readonly string[] };
}

type ActivityWords = Filled<typeof en>["activity"] & {
  /** Returns a thing of a kind as a sentence says that it was changed: `a network container`. */
  readonly ofKind: (kind: string) => string;
};

const known = (
  table: Readonly<Partial<Record<ListedEventType, string>>>,
  type: string,
): string | undefined => (Object.hasOwn(table, type) ? table[type as ListedEventType] : undefined);

/** Returns the words of an event, with placeholders: its own, or those of the change and the kind. */
function eventWords(words: ActivityWords, type: string): string | undefined {
  const about = kindEventOf(type);
  return about === undefined
    ? known(words.events satisfies Readonly<Record<ListedEventType, string>>, type)
    : words.changes[about.change](words.ofKind(about.kind));
}

/** Returns the label of an event type: `removed … from the project`. */
export function labelOf(words: ActivityWords, type: string): string {
  const did = eventWords(words, type);
  const unnamed = { user: "…", entry: "…", key: "", account: "", team: "", group: "" };
  return did === undefined ? describeType(type) : fill(did, placeholdersOf(words, unnamed));
}

type RoleTitle = (role: string) => string;

export function sentenceOf(words: ActivityWords, title: RoleTitle, type: string, facts: EventFacts): string {
  // Events of people who joined or left by themselves have their own sentences.
  const arrival = known(words.arrivals, type);
  if (arrival !== undefined && facts.isAlone) return fill(arrival, placeholdersOf(words, facts));
  const { doer } = facts;
  const subject = doer === undefined ? words.doers.nobody : words.doers[doer.kind](doer.name);
  const event = eventWords(words, type);
  if (event === undefined) return `${describeType(type)}. (${subject})`;
  const changed = /ROLES_(CHANGED|MODIFIED)/.test(type) ? rolesChanged(words, title, facts) : undefined;
  const did = changed ?? fill(event, placeholdersOf(words, facts));
  return `${subject} ${did}${detailsOf(words, title, type, facts)}.`;
}

/** Describes which roles a person was given or lost, and where; undefined if the event does not say. */
function rolesChanged(words: ActivityWords, title: RoleTitle, facts: EventFacts): string | undefined {
  const { before, after } = facts.roles;
  const some = (roles: readonly string[], others: readonly string[]) =>
    roles
      .filter((role) => !others.includes(role))
      .map(title)
      .join(", ");
  const [given, taken] = [some(after, before), some(before, after)];
  if (given === "" && taken === "") return undefined;
  const { things, roleChanges } = words;
  const who =
    facts.user ||
    (facts.key && things.key(facts.key)) ||
    (facts.account && things.account(facts.account)) ||
    things.team(facts.team);
  const where = facts.group || roleChanges.org;
  if (taken === "") return roleChanges.gave(who, given, where);
  return given === "" ? roleChanges.took(who, taken, where) : roleChanges.both(who, given, taken, where);
}

/** Describes the roles that came with joining or inviting, and the given name. */
function detailsOf(
  words: ActivityWords,
  title: RoleTitle,
  type: string,
  { roles, name }: EventFacts,
): string {
  if (/RENAMED$|NAME_CHANGED$/.test(type) && name.after !== "") return words.roleChanges.named(name.after);
  const isGiven = /^(JOINED|INVITED)|_(CREATED|ADDED_TO_GROUP)$/.test(type) && roles.after.length > 0;
  return isGiven ? words.roleChanges.as(roles.after.map(title).join(", ")) : "";
}

/** Returns the placeholders that `did` may use, with the noun that the language puts before a name. */
const placeholdersOf = ({ things }: ActivityWords, { user, key, account, entry, team, group }: Names) => ({
  user,
  entry,
  key: things.key(key),
  account: things.account(account),
  team: things.team(team),
  project: things.project(group),
  address: things.address(entry),
});
