// What console operations have in common: only pages of the console perform them, through the same pipeline as all others.
import { deviceSets, type LimitSet } from "../../contract/limits.ts";
import { isGroupRole, isOrgRole, type RoleName } from "../../contract/roles.ts";
import { eventType, maxDate, minDate } from "../../contract/schemas/events.ts";
import { foldAddress } from "../../domain/address.ts";
import { type ApiKey, mostApiKeysPerOrg } from "../../domain/api-key.ts";
import { foldCode } from "../../domain/command-line.ts";
import {
  countStates,
  type DirectoryScope,
  type ListedPerson,
  type ListedState,
  listedStates,
  type Place,
  type Seeking,
  wordsOf,
} from "../../domain/directory.ts";
import { choosePeriod } from "../../domain/event.ts";
import { day as dayLength } from "../../domain/instant.ts";
import type { Issue } from "../../secrets/issue.ts";
import {
  type Caller,
  consoleSets,
  type FaultMaker,
  type Instant,
  optional,
  type Reads,
  Type,
  timestampOf,
  toTimestamp,
} from "../declare.ts";

import { showEvent } from "../events/views.ts";

const versions = { "2026-11-01": { reply: Type.Unknown() } } as const;

/** No path leads to a console operation from outside; this one only fills the place of a path. */
const shared = {
  surface: "console",
  path: "/console",
  tag: "Console",
  limit: consoleSets.operations,
  versions,
} as const;

export const consoleWrite = { ...shared, method: "POST" } as const;
export const consoleRead = { ...shared, method: "GET" } as const;

/** The name by which invitations know who made them: an address, a public key or a client id. */
export const byInviter = { inviter: Type.String({ minLength: 1, maxLength: 254 }) };

/** The query of a list of people: what is searched, filtered and sorted, and which page of it. */
export const listing = {
  search: optional(Type.String({ maxLength: 254 }), ""),
  state: Type.Optional(Type.String()),
  role: Type.Optional(Type.String()),
  teamId: Type.Optional(Type.String()),
  /** These people alone. */
  addresses: Type.Optional(Type.Array(Type.String({ maxLength: 254 }), { maxItems: 500 })),
  order: optional(Type.String(), "address"),
  isReversed: optional(Type.Boolean(), false),
  size: optional(Type.Integer({ minimum: 1, maximum: 500 }), 50),
  after: Type.Optional(Type.String({ maxLength: 300 })),
  before: Type.Optional(Type.String({ maxLength: 300 })),
};

type Listing = { -readonly [Name in keyof typeof listing]?: unknown };

interface Directed {
  readonly tx: { readonly directory: Reads["directory"] };
  readonly scope: DirectoryScope;
  readonly query: Listing;
  readonly sees: Seeking["sees"];
  readonly now: Instant;
}

/** A place as an address carries it: an instant and a folded address. */
const placeIn = (text: unknown): Place | undefined => {
  const [, last = "", key = ""] = /^(-?\d{1,15})\.(.+)$/.exec(String(text ?? "")) ?? [];
  return key === "" ? undefined : { key, lastAuthAt: Number(last) };
};
const placeOf = ({ lastAuthAt, key }: Place): string => `${lastAuthAt}.${key}`;

/** A page of a directory with the number of people in each state. What a query names that there is not, it does not ask for. */
export async function readDirectory({ tx, scope, query, sees, now }: Directed) {
  const role = String(query.role ?? "");
  const isRole = scope.groupId === null ? isOrgRole(role) : isGroupRole(role);
  const seeking: Seeking = {
    words: wordsOf(String(query.search ?? "")),
    state: listedStates.find((state) => state === query.state),
    role: isRole ? (role as RoleName) : undefined,
    teamId: typeof query.teamId === "string" && query.teamId !== "" ? query.teamId : undefined,
    addresses: Array.isArray(query.addresses)
      ? query.addresses.map((each) => foldAddress(String(each)))
      : undefined,
    sees,
  };
  const [after, before] = [placeIn(query.after), placeIn(query.before)];
  const page = {
    order: query.order === "active" ? ("active" as const) : ("address" as const),
    isReversed: query.isReversed === true,
    after: before === undefined ? after : undefined,
    before,
    size: Number(query.size ?? 50),
  };
  const { people, hasMore } = await tx.directory.page(scope, seeking, page, now);
  // What stands on one page is not looked for again: a search that finds few reads everybody once, and not twice.
  const isAll =
    !hasMore && [seeking.state, seeking.addresses, after, before].every((each) => each === undefined);
  const { counts, areInvitedMore } = isAll
    ? { counts: countStates(people), areInvitedMore: false }
    : await tx.directory.counts(scope, seeking, now);
  const [first, last] = [people[0], people.at(-1)];
  return {
    people: people.map(showListed),
    counts,
    /** Whether there are more in the states of those invited than `counts` says. */
    areInvitedMore,
    /** Where the next page goes on, and the one before; null where there is none. */
    next: last !== undefined && (before !== undefined || hasMore) ? placeOf(last.place) : null,
    previous:
      first !== undefined && (before === undefined ? after !== undefined : hasMore)
        ? placeOf(first.place)
        : null,
    /** Which states this person sees. */
    states: ["ACTIVE", ...sees.states] as ListedState[],
  };
}

const showListed = ({ place, lastAuthAt, invites, ...person }: ListedPerson) => ({
  /** Of the row: of the user, or else of the newest invitation. */
  id: person.userId ?? invites[0]?.id ?? "",
  ...person,
  lastAuthAt: timestampOf(lastAuthAt),
  invites: invites.map((invite) => ({
    ...invite,
    createdAt: toTimestamp(invite.createdAt),
    expiresAt: toTimestamp(invite.expiresAt),
    endedAt: timestampOf(invite.endedAt),
  })),
});

/** Pages take the value of a console operation as it is. */
export const asIs = { "2026-11-01": (value: unknown) => value ?? {} };

/** Counts an attempt of a person to type the code of a command line, and gives the hash under which the code is kept. */
export async function takeCode(
  {
    caller,
    spend,
    issue,
  }: {
    readonly caller: Pick<Caller, "id">;
    readonly spend: (set: LimitSet, key: string) => Promise<void>;
    readonly issue: Pick<Issue, "hashOfCode">;
  },
  typed: string,
): Promise<string> {
  await spend(deviceSets.codes, caller.id);
  return issue.hashOfCode(foldCode(typed));
}

/** When keys were made and used last, as far as that is known. */
export async function keyUsesOf(tx: Reads, keys: readonly ApiKey[]) {
  const uses = await tx.keyUses.of(keys.map(({ id }) => id));
  return keys.map(({ id, createdAt }) => {
    const use = uses.get(id);
    return {
      id,
      createdAt: toTimestamp(createdAt),
      lastUsedAt: timestampOf(use?.lastUsedAt ?? null),
      /** Whether it would be known if the key had been used. */
      isWatched: use === undefined || use.watchedFrom === null,
    };
  });
}

/** As many keys as an organization may have. */
export const everyKey = { pageNum: 1, itemsPerPage: mostApiKeysPerOrg, includeCount: false };

/** The roles of a person, in every organization and every project, by a team as well. */
export async function rolesAround(tx: Reads, userId: string) {
  const byScope = new Map<string, RoleName[]>();
  const add = (scope: string, role: RoleName) => byScope.set(scope, [...(byScope.get(scope) ?? []), role]);
  for (const { orgId, groupId, role } of await tx.grants.of(userId)) {
    add(groupId === null ? `org ${orgId}` : `group ${groupId}`, role);
  }
  for (const { groupId, role } of await tx.overview.rolesThroughTeams(userId)) add(`group ${groupId}`, role);
  return {
    inOrg: (orgId: string): readonly RoleName[] => byScope.get(`org ${orgId}`) ?? [],
    inGroup: (groupId: string): readonly RoleName[] => byScope.get(`group ${groupId}`) ?? [],
  };
}

/** How many days the chart of an activity has. */
const chartDays = 30;

/** What picks the events by or about somebody: a person's address, a public key or a client id. */
export const eventsQuery = {
  who: Type.String({ minLength: 1, maxLength: 254 }),
  eventType,
  minDate,
  maxDate,
  pageNum: optional(Type.Integer({ minimum: 1, maximum: 1000 }), 1),
  itemsPerPage: optional(Type.Integer({ minimum: 1, maximum: 500 }), 50),
};

interface AskingFor {
  readonly who?: string | undefined;
  readonly eventType?: readonly string[] | undefined;
  readonly minDate?: string | undefined;
  readonly maxDate?: string | undefined;
  readonly pageNum: number;
  readonly itemsPerPage: number;
}

/** The events of a feed by or about somebody, and how many of them were on each of the last days. */
export async function eventsOf(
  { tx, now, fault }: { tx: Reads; now: Instant; fault: FaultMaker<"INVALID_DATE_FORMAT"> },
  of: { readonly orgId: string } | { readonly groupId: string },
  query: AskingFor,
) {
  const lastDay = Math.floor(now / dayLength);
  const firstDay = lastDay - chartDays + 1;
  const { from, to } = choosePeriod(query, fault);
  const types = query.eventType ?? [];
  const filter = { who: query.who ?? "", types, from: from ?? null, to: to ?? null };
  const page = { skip: (query.pageNum - 1) * query.itemsPerPage, limit: query.itemsPerPage };
  const found = await tx.events.listOf(of, filter, page);
  const counted = await tx.events.countDaysOf(of, filter, firstDay);
  const days = Array.from({ length: chartDays }, (_, nth) => ({
    date: toTimestamp((firstDay + nth) * dayLength).slice(0, 10),
    count: counted.get(firstDay + nth) ?? 0,
  }));
  return {
    // Pages show no links.
    results: found.events.map((event) => showEvent(event, false, { origin: "", path: "", search: "" })),
    totalCount: found.total,
    /** Whether there are older events, which were left out. */
    isCut: found.isCut,
    days,
  };
}

/** How many events there were on each of the last days, as `YYYY-MM-DD`. */
export async function daysIn(
  tx: Reads,
  of: { readonly orgId: string } | { readonly groupId: string },
  types: readonly string[] | undefined,
  now: Instant,
): Promise<readonly { readonly date: string; readonly count: number }[]> {
  const lastDay = Math.floor(now / dayLength);
  const period = { firstDay: lastDay - chartDays + 1, lastDay };
  const counted = await tx.events.countDays(
    of,
    types === undefined || types.length === 0 ? null : types,
    period,
  );
  return counted.map(({ day, count }) => ({ date: toTimestamp(day * dayLength).slice(0, 10), count }));
}
