// Reads a page of the people of an organization or a project, as the console lists them.

import type { Looking, Reading } from "../../core/changes/changing.ts";
import { isGroupRole, isOrgRole, type RoleName } from "../../core/contract/roles.ts";
import { foldAddress } from "../../core/domain/address.ts";
import {
  countStates,
  type DirectoryPage,
  type DirectoryScope,
  type ListedPerson,
  type ListedState,
  listedStates,
  mostCounted,
  orderByName,
  type Place,
  type Readable,
  type Seeking,
  wordsOf,
} from "../../core/domain/directory.ts";
import { fullName } from "../../core/domain/full-name.ts";
import { timestampOf, toTimestamp } from "../../core/domain/instant.ts";

/** The query of a list of people; unknown values are ignored. */
type DirectoryQuery = Readonly<Record<"search" | "order" | "language", string>> &
  Readonly<Record<"state" | "role" | "teamId" | "after" | "before", string | undefined>> & {
    readonly addresses: readonly string[] | undefined;
    readonly ids: readonly string[] | undefined;
    readonly isReversed: boolean;
    readonly size: number;
  };

interface DirectoryRequest extends Reading {
  readonly scope: DirectoryScope;
  readonly query: DirectoryQuery;
  readonly sees: Seeking["sees"];
}

const placeIn = (text = ""): Place | undefined => {
  const [, last = "", key = ""] = /^(-?\d{1,15})\.(.+)$/.exec(text) ?? [];
  return key === "" ? undefined : { key, lastAuthAt: Number(last) };
};
const placeOf = ({ lastAuthAt, key }: Place): string => `${lastAuthAt}.${key}`;

type Asked = Omit<DirectoryRequest, "sees"> & { readonly seeking: Seeking };

/** Finds the person at a place, who may have left the list since. */
async function readableAt({ tx }: Asked, { key }: Place): Promise<Readable> {
  const user = await tx.users.byAddress(key);
  return { key, name: user === undefined ? "" : fullName(user) };
}

/** Returns a page in the order of names; undefined if there are too many people to be sorted here. */
async function pageByName(asked: Asked, { isReversed, after, before, size }: DirectoryPage) {
  const { tx, scope, seeking, query, now } = asked;
  const found = await tx.directory.readable(scope, seeking, now);
  if (found.length > mostCounted) return undefined;
  const ascending = orderByName(query.language);
  const order = (one: Readable, other: Readable) =>
    isReversed ? ascending(other, one) : ascending(one, other);
  found.sort(order);
  const place = before ?? after;
  const at = place && (found.find(({ key }) => key === place.key) ?? (await readableAt(asked, place)));
  const passed = at === undefined ? 0 : found.filter((each) => order(each, at) < 0).length;
  const isThere = at !== undefined && found[passed]?.key === at.key;
  const start = before !== undefined ? Math.max(0, passed - size) : passed + (isThere ? 1 : 0);
  const keys = found.slice(start, before === undefined ? start + size : passed).map(({ key }) => key);
  const some = { ...seeking, addresses: keys };
  const whole = { order: "address", isReversed: false, size: Math.max(1, keys.length) } as const;
  const { people } = await tx.directory.page(scope, some, whole, now);
  const nth = new Map(keys.map((key, index) => [key, index]));
  people.sort((a, b) => (nth.get(a.place.key) ?? 0) - (nth.get(b.place.key) ?? 0));
  return { people, hasMore: before === undefined ? start + size < found.length : start > 0 };
}

/** Returns the folded addresses that limit a query; undefined for no limit. */
async function addressesIn(tx: Looking["tx"], { addresses, ids }: DirectoryQuery) {
  if (ids === undefined) return addresses?.map(foldAddress);
  return [...(addresses ?? []).map(foldAddress), ...(await tx.directory.addressesOf(ids))];
}

async function seekingOf({ tx, scope, query, sees }: DirectoryRequest): Promise<Seeking> {
  const { role = "" } = query;
  const isRole = scope.groupId === null ? isOrgRole(role) : isGroupRole(role);
  return {
    words: wordsOf(query.search),
    state: ([...listedStates, "CURRENT"] as const).find((state) => state === query.state),
    role: isRole ? (role as RoleName) : undefined,
    teamId: query.teamId || undefined,
    addresses: await addressesIn(tx, query),
    sees,
  };
}

export async function readDirectory(request: DirectoryRequest) {
  const { tx, scope, query, sees, now } = request;
  const seeking = await seekingOf(request);
  const [after, before] = [placeIn(query.after), placeIn(query.before)];
  const page: DirectoryPage = {
    order: query.order === "active" ? "active" : "address",
    isReversed: query.isReversed,
    after: before === undefined ? after : undefined,
    before,
    size: query.size,
  };
  const named =
    query.order === "name" ? await pageByName({ tx, scope, query, now, seeking }, page) : undefined;
  const { people, hasMore } = named ?? (await tx.directory.page(scope, seeking, page, now));
  // If one page holds every match, its people are counted here, which saves a second query.
  const isAll =
    !hasMore && [seeking.state, seeking.addresses, after, before].every((each) => each === undefined);
  const { counts, areInvitedMore } = isAll
    ? { counts: countStates(people), areInvitedMore: false }
    : await tx.directory.counts(scope, seeking, now);
  const [first, last] = [people[0], people.at(-1)];
  return {
    people: people.map(showListed),
    counts,
    /** True if more people are invited than `counts` has. */
    areInvitedMore,
    /** The order of the people: by address instead of name if there are many. */
    order: named === undefined ? page.order : ("name" as const),
    /** The places of the next and the previous page; null if there is none. */
    next: last !== undefined && (before !== undefined || hasMore) ? placeOf(last.place) : null,
    previous:
      first !== undefined && (before === undefined ? after !== undefined : hasMore)
        ? placeOf(first.place)
        : null,
    states: ["ACTIVE", ...sees.states] as ListedState[],
  };
}

const showListed = ({ place, lastAuthAt, invites, ...person }: ListedPerson) => ({
  /** The id of the user, or else of the newest invitation. */
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
