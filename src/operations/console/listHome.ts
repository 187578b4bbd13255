import { hasWords, wordsOf } from "../../domain/directory.ts";
import { door, type Instant, operation, optional, permit, Type, toTimestamp } from "../declare.ts";
import { asIs, onPages, rolesAround, seesInvitesTo } from "./common.ts";

/** More than the page has room for. */
const everyGroup = { pageNum: 1, itemsPerPage: 500, includeCount: true };
/** Projects shown of each organization without a search, and of all with one. */
const shownOfEach = 8;
const mostShown = 100;
const mostOrgs = 50;
/** How far people are counted. */
const mostPeople = 1001;

export const listHome = operation("GET /console/home", {
  ...onPages,
  summary: "List one's own organizations and projects",
  description:
    "Those with the newest events first, with how many people are in each and invited to it: to the project alone only for its owners. People are counted up to 1001.",
  door: door.signedIn,
  query: { search: optional(Type.String({ maxLength: 254 }), "") },
}).handle(async ({ tx, caller, query, now, withheld }) => {
  const words = wordsOf(query.search);
  const orgs = await tx.orgs.around(caller);
  const { results: groups, total } = await tx.groups.visible({ principalId: caller.id }, everyGroup);
  const roles = await rolesAround(tx, caller.id);
  const nameOf = new Map(orgs.map(({ id, name }) => [id, name]));
  const newest = await tx.figures.newestEvents(groups.map(({ id }) => id));
  const found = groups
    .filter(({ name, orgId }) => hasWords(words, name, nameOf.get(orgId) ?? ""))
    .sort((a, b) => (newest.get(b.id) ?? 0) - (newest.get(a.id) ?? 0) || (a.name < b.name ? -1 : 1));
  const shownOrgs = orgs.slice(0, mostOrgs);
  const shown = shownOrgs
    .flatMap(({ id }) => {
      const own = found.filter(({ orgId }) => orgId === id);
      return words.length === 0 ? own.slice(0, shownOfEach) : own;
    })
    .slice(0, mostShown);
  const ids = shown.map(({ id }) => id);
  const owned = shown.filter((group) => seesInvitesTo(group, roles, now));
  const people = await tx.figures.people(ids, mostPeople);
  const waiting = await tx.figures.waiting({
    orgIds: [...new Set(shown.map(({ orgId }) => orgId))],
    groupIds: ids,
    ownIds: owned.map(({ id }) => id),
    now,
  });
  const hidden = await Promise.all(withheld.map((id) => tx.orgs.find(id)));
  return {
    /** Names of organizations that are hidden, because they demand a second factor of this sign-in. */
    withheld: hidden.flatMap((org) => org?.name ?? []),
    orgCount: orgs.length,
    groupCount: total,
    orgs: shownOrgs.map(({ id, name }) => ({
      id,
      name,
      /** Whether the person is in it, and not in some of its projects alone. */
      isMember: permit(door.org("ORG_MEMBER"), roles.inOrg(id)),
      isOwner: permit(door.org("ORG_OWNER"), roles.inOrg(id)),
      mayCreateGroups: permit(door.org("ORG_GROUP_CREATOR"), roles.inOrg(id)),
      groupCount: groups.filter(({ orgId }) => orgId === id).length,
      foundCount: found.filter(({ orgId }) => orgId === id).length,
      groups: shown
        .filter(({ orgId }) => orgId === id)
        .map((group) => showGroup(group, { newest, people, waiting })),
    })),
  };
}, asIs);

interface Figures {
  readonly newest: ReadonlyMap<string, Instant>;
  readonly people: ReadonlyMap<string, number>;
  readonly waiting: ReadonlyMap<string, number>;
}

function showGroup({ id, name }: { id: string; name: string }, { newest, people, waiting }: Figures) {
  const at = newest.get(id);
  return {
    id,
    name,
    people: people.get(id) ?? 0,
    waiting: waiting.get(id) ?? 0,
    activeAt: at === undefined ? null : toTimestamp(at),
  };
}
