// Reads who held which role in an organization at an instant: the roles held now, read in parts, without the changes since.
// Changes that happen during the reading are undone as well, so that the result is of one instant.
import { isCalendarDate } from "../core/contract/versions.ts";
import {
  Access,
  inOrg,
  memberOf,
  person as personNamed,
  team as teamNamed,
} from "../core/domain/access-history.ts";
import { dateOfDay, day as dayLength, dayOf, type Instant } from "../core/domain/instant.ts";
import { partsOf } from "./in-parts.ts";
import type { Visit } from "./page.ts";
import { makersIn } from "./pages/credential-kinds.ts";

/** A role of a holder, and the reason why the holder has it. */
export interface Line {
  /** The holder, as changes name it; two database users may share a name. */
  readonly who: string;
  readonly kind: "person" | "key" | "account" | "database";
  /** The address, public key, client id, or name of a database user. */
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly status: "ACTIVE" | "PENDING";
  readonly lastSignIn: string;
  /** The project; null for the organization. */
  readonly groupId: string | null;
  readonly scopeName: string;
  readonly role: string;
  /** The team that gives the role; empty if no team does. */
  readonly team: string;
  readonly title: string;
  /** The creator of the key or account: an address, a public key, a client id or `seed`; empty if unknown. */
  readonly madeBy: string;
}

type OrgVisit = Visit<"orgId">;
type Places = Awaited<ReturnType<typeof placesOf>>;
type Person = Awaited<ReturnType<typeof peopleAfter>>["people"][number];

const placesOf = ({ perform, params }: OrgVisit) => perform("getOrgAccess", params);
const peopleAfter = ({ perform, params }: OrgVisit, after: string | undefined) =>
  perform("listOrgAccess", { ...params, ...(after !== undefined && { after }) });
const databaseUsersAfter = ({ perform, params }: OrgVisit, after: string | undefined) =>
  perform("listOrgDatabaseUsers", { ...params, ...(after !== undefined && { after }) });

/** The refusal of a day for which no events are kept. */
export class UnknownDay extends Error {
  /** `YYYY-MM-DD` */
  readonly first: string;
  constructor(first: string) {
    super(`The first day that is known is ${first}.`);
    this.first = first;
  }
}

/** Returns today's date in UTC: `YYYY-MM-DD`. */
export const today = ({ now }: Pick<Visit, "now">) => dateOfDay(dayOf(now));

/** Returns the past day that was asked for; undefined for today, null if it is not a date or is in the future. */
export function dayAsked(visit: Pick<Visit, "now" | "query">): string | undefined | null {
  const on = (visit.query.get("on") ?? "").trim();
  if (on === "" || on === today(visit)) return undefined;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(on) && isCalendarDate(on);
  return isDay && on < today(visit) ? on : null;
}

/**
 * Holds the roles that database users have now, except users that have expired. The events since are undone like all others.
 */
async function holdDatabaseUsers(visit: OrgVisit, access: Access, at: Instant): Promise<void> {
  for await (const { users } of partsOf((after?: string) => databaseUsersAfter(visit, after))) {
    for (const { endsAt, title, ...held } of users) {
      if (endsAt !== null && Date.parse(endsAt) <= at) continue;
      access.hold(held);
      access.titles.set(held.who, title);
    }
  }
}

/** Undoes the changes that a feed records after an instant. */
async function undo(
  { perform, params }: OrgVisit,
  access: Access,
  since: Instant,
  groupId?: string,
): Promise<void> {
  const asked = { ...params, ...(groupId !== undefined && { groupId }), since };
  const read = (at?: object) => perform("listOrgAccessChanges", { ...asked, ...at });
  for await (const { events } of partsOf(read, access.left.get(groupId ?? ""))) {
    for (const event of events) access.undo(event, since);
  }
}

/** Refuses an instant before the first that is known. */
function refuseUnknown({ createdAt, removedThrough }: Places, { unknownBefore }: Access, at: Instant): void {
  const bounds = [createdAt, removedThrough, unknownBefore].flatMap((bound) =>
    bound === null || bound === undefined ? [] : new Date(bound).getTime(),
  );
  const known = Math.max(...bounds);
  if (at < known) throw new UnknownDay(dateOfDay(dayOf(known)));
}

/** Returns the roles held at the end of a day, or held now. Rejects with {@link UnknownDay}. */
export async function accessAt(visit: OrgVisit, on: string | undefined) {
  const at = on === undefined ? visit.now : Date.parse(on) + dayLength - 1;
  const places = await placesOf(visit);
  const access = new Access(places.name);
  refuseUnknown(places, access, at);
  for (const { id, name } of places.groups) access.groups.set(id, name);
  for (const { id, name } of places.teams) access.teams.set(id, name);
  for (const { who, title } of places.credentials) access.titles.set(who, title);
  const holding = ({ who, held }: Pick<Person, "who" | "held">) => {
    for (const each of held) access.hold({ who, ...each });
  };
  for (const each of [...places.teams, ...places.credentials]) holding(each);
  const people = new Map<string, Person>();
  for await (const found of partsOf((after?: string) => peopleAfter(visit, after))) {
    for (const person of found.people) {
      people.set(person.who, person);
      holding(person);
      for (const id of person.teamIds) access.hold({ who: person.who, in: teamNamed(id), roles: memberOf });
    }
  }
  await holdDatabaseUsers(visit, access, at);
  await undo(visit, access, at);
  for (const groupId of [...access.groups.keys()]) await undo(visit, access, at, groupId);
  refuseUnknown(places, access, at);
  const makers = await makersIn(visit, visit.params.orgId);
  return { access, people, makers, invited: on === undefined ? places.invited : [] };
}

export type Review = Awaited<ReturnType<typeof accessAt>>;

/** Yields a line for each role and each way in which it is held. Programs follow people, and invited people are last. */
export function* linesOf({ access, people, makers, invited }: Review): Generator<Line> {
  for (const [who, held] of access.holders()) {
    const [kind = "", ...rest] = who.split("/");
    const person = people.get(who);
    const isDatabaseUser = kind === "database";
    // The name of a database user follows its project and its database.
    const name = person?.username ?? rest.slice(isDatabaseUser ? 2 : 0).join("/");
    const maker = isDatabaseUser ? undefined : makers.get(name);
    yield* rolesOf(access, held, {
      who,
      kind: kind as Line["kind"],
      name,
      firstName: person?.firstName ?? "",
      lastName: person?.lastName ?? "",
      status: "ACTIVE" as const,
      lastSignIn: person?.lastAuthAt ?? "",
      title: access.titles.get(who) ?? "",
      madeBy: maker?.kind === "SEED" ? "seed" : (maker?.name ?? ""),
    });
  }
  for (const { username, held } of invited) {
    yield* rolesOf(access, new Map(held.map((each) => [each.in, each.roles])), {
      who: personNamed(username),
      kind: "person" as const,
      name: username,
      firstName: "",
      lastName: "",
      status: "PENDING" as const,
      lastSignIn: "",
      title: "",
      madeBy: "",
    });
  }
}

type Whose = Omit<Line, "groupId" | "scopeName" | "role" | "team">;

function* rolesOf(access: Access, held: ReadonlyMap<string, readonly string[]>, whose: Whose) {
  const inGroup = (place: string, roles: readonly string[], team: string): Line[] => {
    const groupId = place.slice("group/".length);
    const scopeName = access.groups.get(groupId);
    // The project was not in the organization at that time.
    return scopeName === undefined
      ? []
      : [...roles].sort().map((role) => ({ ...whose, groupId, scopeName, role, team }));
  };
  for (const role of [...(held.get(inOrg) ?? [])].sort()) {
    yield { ...whose, groupId: null, scopeName: access.orgName, role, team: "" };
  }
  const places = [...held].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [place, roles] of places) if (place.startsWith("group/")) yield* inGroup(place, roles, "");
  for (const [place] of places) {
    const id = place.startsWith("team/") ? place.slice("team/".length) : undefined;
    if (id === undefined) continue;
    for (const [there, roles] of access.ofTeam(id)) yield* inGroup(there, roles, access.teams.get(id) ?? id);
  }
}
