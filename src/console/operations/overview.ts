// Operations of pages that show first what needs attention.
import { toClientId } from "../../core/contract/client-id.ts";
import { hasWords, wordsOf } from "../../core/domain/directory.ts";
import { mostGroupsPerOrg } from "../../core/domain/group.ts";
import { day } from "../../core/domain/instant.ts";
import { inviteLifetime } from "../../core/domain/invite.ts";
import { mostTeamsPerOrg } from "../../core/domain/team.ts";
import {
  door,
  type Instant,
  operation,
  optional,
  permit,
  type Reads,
  Type,
  timestampOf,
  toTimestamp,
} from "../../core/operations/declare.ts";
import { asIs, fullPage, onPages, rolesAround, seesInvitesTo } from "./common.ts";

/** The time before an invitation expires, and before the last secret of a service account does. */
const soon = { invites: 3 * day, secrets: 14 * day };
/** The limit for each kind; the page says if there are more. */
const most = 51;

export const listAttention = operation("GET /console/attention", {
  ...onPages,
  summary: "List what needs attention",
  description:
    "Invitations that expire within three days, or that no mail was sent for by a server that sends none, service accounts whose last secret expires within 14 days, API keys that were not used for 90 days, or never in a week, and owners who can sign in with a password: of the organizations that the person owns, and invitations of the projects. At most 51 of each.",
  door: door.signedIn,
  needs: ["sendsMail"],
}).handle(async ({ tx, caller, now, sendsMail }) => {
  const roles = await rolesAround(tx, caller.id);
  const orgs = (await tx.orgs.around(caller)).filter(({ id }) =>
    permit(door.org("ORG_OWNER"), roles.inOrg(id)),
  );
  const orgIds = orgs.map(({ id }) => id);
  const { results: groups } = await tx.groups.visible({ principalId: caller.id }, fullPage);
  const owned = groups.filter((group) => seesInvitesTo(group, roles, now));
  const nameOf = new Map([...orgs, ...owned].map(({ id, name }) => [id, name]));
  const pending = { orgIds, groupIds: owned.map(({ id }) => id), now, most };
  const invites = await tx.overview.expiring({ ...pending, until: now + soon.invites });
  const unsent = sendsMail ? [] : await tx.overview.unsent({ ...pending, until: now + inviteLifetime });
  const secrets = await tx.overview.endingSecrets(orgIds, { now, until: now + soon.secrets, most });
  const keys = await tx.overview.unusedKeys(orgIds, { now, most });
  const owners = await tx.overview.passwordOwners(orgIds, most);
  const strict = await orgsWithSecondFactor(tx, new Set(owners.map(({ orgId }) => orgId)));
  const inOrg = ({ orgId }: { orgId: string }) => ({ orgId, orgName: nameOf.get(orgId) ?? "" });
  const show = ({ id, orgId, groupId, username, expiresAt }: (typeof invites)[number]) => ({
    id,
    orgId,
    groupId,
    username,
    name: nameOf.get(groupId ?? orgId) ?? "",
    expiresAt: toTimestamp(expiresAt),
  });
  return {
    invites: invites.map(show),
    /** The invitations whose message waits on a server that sends no mail. */
    unsent: unsent.map(show),
    secrets: secrets.map((each) => ({
      clientId: toClientId(each.id),
      name: each.name,
      expiresAt: toTimestamp(each.expiresAt),
      ...inOrg(each),
    })),
    keys: keys.map((each) => ({
      id: each.id,
      name: each.name,
      lastUsedAt: timestampOf(each.lastUsedAt),
      ...inOrg(each),
    })),
    owners: owners.map((each) => ({
      id: each.id,
      username: each.username,
      isRequired: strict.has(each.orgId),
      ...inOrg(each),
    })),
  };
}, asIs);

async function orgsWithSecondFactor(tx: Reads, orgIds: Iterable<string>): Promise<ReadonlySet<string>> {
  const strict = new Set<string>();
  for (const id of orgIds) {
    const settings = (await tx.documents.settingOfOrg(id, "settings")) as
      | { multiFactorAuthRequired?: boolean }
      | undefined;
    if (settings?.multiFactorAuthRequired === true) strict.add(id);
  }
  return strict;
}

/** A page with more projects than the screen shows, and their count. */
const everyGroup = { ...fullPage, includeCount: true };
/** The number of projects shown of each organization without a search, and of all with one. */
const shownOfEach = 8;
const mostShown = 100;
const mostOrgs = 50;
/** The highest number of people counted. */
const mostPeople = 1001;

export const listHome = operation("GET /console/home", {
  ...onPages,
  summary: "List one's own organizations and projects",
  description:
    "Those with the newest events first, with how many people are in each and invited to it: to the project alone only for its owners. People are counted up to 1001.",
  door: door.signedIn,
  query: { search: optional(Type.String({ maxLength: 254 }), "") },
  needs: ["withheld"],
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
    /** The names of organizations that are hidden, because they demand a second factor of this sign-in. */
    withheld: hidden.flatMap((org) => org?.name ?? []),
    orgCount: orgs.length,
    groupCount: total,
    orgs: shownOrgs.map(({ id, name }) => ({
      id,
      name,
      /** True if the person is a member of it, and not only of some of its projects. */
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

/** A limit that is higher than any count of people. */
const everybody = 1e9;

export const listOrgGroupCounts = operation("GET /console/orgs/{orgId}/groupCounts", {
  ...onPages,
  summary: "Count people and teams of an organization's projects",
  description: "Of the projects that the person may see. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
}).handle(async ({ tx, org, caller }) => {
  const at = { pageNum: 1, itemsPerPage: mostGroupsPerOrg, includeCount: false };
  const { results } = await tx.groups.visible({ principalId: caller.id, orgId: org.id }, at);
  const ids = results.map(({ id }) => id);
  const [people, teams] = await Promise.all([tx.figures.people(ids, everybody), tx.figures.teams(ids)]);
  return ids.map((id) => ({ id, people: people.get(id) ?? 0, teams: teams.get(id) ?? 0 }));
}, asIs);

export const listOrgTeamCounts = operation("GET /console/orgs/{orgId}/teamCounts", {
  ...onPages,
  summary: "Count people and projects of an organization's teams",
  description: "Counts active and pending users, as listOrgTeamUsers lists them. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
}).handle(async ({ tx, org, now }) => {
  const at = { pageNum: 1, itemsPerPage: mostTeamsPerOrg, includeCount: false };
  const ids = (await tx.teams.inOrg(org.id, at)).results.map(({ id }) => id);
  const [people, groups] = await Promise.all([tx.figures.peopleOfTeams(ids), tx.figures.groupsOfTeams(ids)]);
  const invited = new Map<string, number>();
  for (const { teamId } of await tx.orgInvites.pendingTeams(org.id, now)) {
    invited.set(teamId, (invited.get(teamId) ?? 0) + 1);
  }
  return ids.map((id) => ({
    id,
    people: (people.get(id) ?? 0) + (invited.get(id) ?? 0),
    groups: groups.get(id) ?? 0,
  }));
}, asIs);
