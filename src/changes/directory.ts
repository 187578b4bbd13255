// Reads a page of a directory: the people of an organization or a project, as the console lists them.
import { isGroupRole, isOrgRole, type RoleName } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import {
  countStates,
  type DirectoryScope,
  type ListedPerson,
  type ListedState,
  listedStates,
  type Place,
  type Seeking,
  wordsOf,
} from "../domain/directory.ts";
import { timestampOf, toTimestamp } from "../domain/instant.ts";
import type { Looking } from "./changing.ts";

/** The query of a list of people; unknown values are ignored. */
type DirectoryQuery = Readonly<Record<"search" | "order", string>> &
  Readonly<Record<"state" | "role" | "teamId" | "after" | "before", string | undefined>> & {
    readonly addresses: readonly string[] | undefined;
    readonly isReversed: boolean;
    readonly size: number;
  };

interface DirectoryRequest extends Pick<Looking, "tx" | "now"> {
  readonly scope: DirectoryScope;
  readonly query: DirectoryQuery;
  readonly sees: Seeking["sees"];
}

const placeIn = (text = ""): Place | undefined => {
  const [, last = "", key = ""] = /^(-?\d{1,15})\.(.+)$/.exec(text) ?? [];
  return key === "" ? undefined : { key, lastAuthAt: Number(last) };
};
const placeOf = ({ lastAuthAt, key }: Place): string => `${lastAuthAt}.${key}`;

export async function readDirectory({ tx, scope, query, sees, now }: DirectoryRequest) {
  const { role = "" } = query;
  const isRole = scope.groupId === null ? isOrgRole(role) : isGroupRole(role);
  const seeking: Seeking = {
    words: wordsOf(query.search),
    state: listedStates.find((state) => state === query.state),
    role: isRole ? (role as RoleName) : undefined,
    teamId: query.teamId || undefined,
    addresses: query.addresses?.map(foldAddress),
    sees,
  };
  const [after, before] = [placeIn(query.after), placeIn(query.before)];
  const page = {
    order: query.order === "active" ? ("active" as const) : ("address" as const),
    isReversed: query.isReversed,
    after: before === undefined ? after : undefined,
    before,
    size: query.size,
  };
  const { people, hasMore } = await tx.directory.page(scope, seeking, page, now);
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
    /** Whether more people are invited than `counts` says. */
    areInvitedMore,
    /** Places of the next page and of the one before; null if there is none. */
    next: last !== undefined && (before !== undefined || hasMore) ? placeOf(last.place) : null,
    previous:
      first !== undefined && (before === undefined ? after !== undefined : hasMore)
        ? placeOf(first.place)
        : null,
    states: ["ACTIVE", ...sees.states] as ListedState[],
  };
}

const showListed = ({ place, lastAuthAt, invites, ...person }: ListedPerson) => ({
  /** Id of the user, or else of the newest invitation. */
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
