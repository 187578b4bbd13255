// Operations of pages that list people.

import { partSize, placeIn, placeQuery } from "../../atlas/events/common.ts";
import { readDirectory } from "../../atlas/users/directory.ts";
import { holdersOf } from "../../atlas/users/explaining.ts";
import { holdsInGroup, orgOf, ownsOrg } from "../../core/changes/scopes.ts";
import { groupRoleNames, orgRoleNames } from "../../core/contract/roles.ts";
import { group, inOrg, memberOf, person, team } from "../../core/domain/access-history.ts";
import { accessTypes } from "../../core/domain/event.ts";
import { rolesThatOpen } from "../../core/domain/explanation.ts";
import { groupsOf } from "../../core/domain/membership.ts";
import {
  door,
  ObjectId,
  olderLifetime,
  operation,
  pageOf,
  paging,
  Type,
  timestampOf,
  toTimestamp,
} from "../../core/operations/declare.ts";
import { asIs, listing, onPages } from "./common.ts";

export const listGroupDirectory = operation("GET /console/groups/{groupId}/directory", {
  ...onPages,
  summary: "List everybody of a project",
  description:
    "Active people, by a role of their own or a team's, and those invited in either way. Invitations to the project alone, and those that were revoked, are shown to project owners; the former until the API no longer serves them. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: listing,
}).handle(async ({ tx, group, caller, query, now }) => {
  const isOwner = await holdsInGroup(tx, group.id, caller, "GROUP_OWNER");
  const sees = {
    alone: isOwner && now < Date.parse(olderLifetime.sunset),
    states: ["INVITED", "EXPIRED", "DECLINED", ...(isOwner ? (["REVOKED"] as const) : [])] as const,
  };
  return readDirectory({ tx, scope: { orgId: group.orgId, groupId: group.id }, query, sees, now });
}, asIs);

const roleNames = [...groupRoleNames, ...orgRoleNames];
const role = Type.Unsafe<(typeof roleNames)[number]>({ type: "string", enum: roleNames });

export const listGroupHolders = operation("GET /console/groups/{groupId}/holders/{role}", {
  ...onPages,
  summary: "List who holds a role in a project",
  description:
    "People, service accounts and API keys with the role, one of `also`, or one that implies any of them: given in the project, through a team, or in the organization. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: { role },
  query: { ...paging, also: Type.Optional(Type.Array(role, { maxItems: roleNames.length })) },
}).handle(async ({ tx, group, params, query }) => {
  const place = { org: await orgOf(tx, group), group };
  const roles = [params.role, ...(query.also ?? [])].flatMap((each) => rolesThatOpen(door.group(each)));
  return pageOf(await holdersOf(tx, place, [...new Set(roles)]), query);
}, asIs);

/** The size of a part. It is small, since other requests wait while it is read. */
const size = 50;

export const listOrgAccess = operation("GET /console/orgs/{orgId}/accessOfPeople", {
  ...onPages,
  summary: "List what people of an organization may do",
  description:
    "Roles of 50 active people in the organization and its projects, and their teams. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  query: { after: Type.Optional(Type.String({ maxLength: 254 })) },
}).handle(async ({ tx, org, query }) => {
  const people = await tx.access.people(org.id, query.after ?? "", size);
  return {
    people: people.map(({ username, firstName, lastName, lastAuthAt, held, teamIds }) => ({
      who: person(username),
      username,
      firstName,
      lastName,
      held,
      teamIds,
      lastAuthAt: timestampOf(lastAuthAt),
    })),
    /** The cursor of the next page; null on the last. */
    next: people.length < size ? null : (people.at(-1)?.key ?? null),
  };
}, asIs);

export const listOrgAccessChanges = operation("GET /console/orgs/{orgId}/accessChanges", {
  ...onPages,
  summary: "List what changed access in an organization",
  description:
    "Events after an instant, newest first, 250 read at a time: of the organization, or of a project that is or was in it. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  query: { since: Type.Integer({ minimum: 0 }), ...placeQuery, groupId: Type.Optional(ObjectId) },
}).handle(async ({ tx, org, query, now }) => {
  const { since = now } = query;
  const feed = query.groupId === undefined ? { orgId: org.id } : { groupId: query.groupId };
  const { events, next } = await tx.access.events(feed, {
    from: since + 1,
    before: placeIn(query),
    limit: partSize,
    isWanted: ({ type }) => accessTypes.includes(type),
  });
  return {
    events: events.map(({ id, type, at, groupId = "", details = {}, kept = {} }) => ({
      id,
      type,
      at,
      groupId,
      details,
      kept,
    })),
    next,
  };
}, asIs);

export const listOrgDirectory = operation("GET /console/orgs/{orgId}/directory", {
  ...onPages,
  summary: "List everybody of an organization",
  description:
    "Active people and those invited to the organization; invitations to its projects alone are listed there. Those that were revoked are shown to owners. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: listing,
}).handle(async ({ tx, org, caller, query, now }) => {
  const isOwner = await ownsOrg(tx, org.id, caller.id);
  const sees = {
    alone: false,
    states: ["INVITED", "EXPIRED", "DECLINED", ...(isOwner ? (["REVOKED"] as const) : [])] as const,
  };
  return readDirectory({ tx, scope: { orgId: org.id, groupId: null }, query, sees, now });
}, asIs);

export const listOrgHolders = operation("GET /console/orgs/{orgId}/holders/{role}", {
  ...onPages,
  summary: "List who holds a role in an organization",
  description:
    "People, service accounts and API keys with the role or one that implies it. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  params: { role: Type.Unsafe<(typeof orgRoleNames)[number]>({ type: "string", enum: orgRoleNames }) },
  query: paging,
}).handle(
  async ({ tx, org, params, query }) =>
    pageOf(await holdersOf(tx, { org }, rolesThatOpen(door.org(params.role))), query),
  asIs,
);

export const getOrgAccess = operation("GET /console/orgs/{orgId}/access", {
  ...onPages,
  summary: "Read what programs and teams of an organization may do",
  description:
    "Projects, teams, API keys and service accounts with their roles, and from when on events say what changed. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
}).handle(async ({ tx, org, now }) => {
  const { removedThrough, ...places } = await tx.access.places(org.id);
  const invited = await tx.orgInvites.pending(org, now);
  return {
    name: org.name,
    createdAt: toTimestamp(org.createdAt),
    removedThrough: timestampOf(removedThrough),
    ...places,
    invited: invited.map(({ username, roles, groupRoles, teamIds }) => ({
      username,
      held: [
        { in: inOrg, roles },
        ...groupsOf(groupRoles).map((id) => ({
          in: group(id),
          roles: groupRoles.filter(({ groupId }) => groupId === id).map(({ role }) => role),
        })),
        ...teamIds.map((id) => ({ in: team(id), roles: memberOf })),
      ],
    })),
  };
}, asIs);

export const getPerson = operation("GET /console", {
  ...onPages,
  summary: "Get the person who is signed in",
  description: "The account of the session.",
  door: door.signedIn,
  isBeforeFactor: true,
}).handle(async ({ tx, caller }) => {
  const user = await tx.users.find(caller.id);
  return {
    id: caller.id,
    username: caller.name,
    firstName: user?.firstName ?? "",
    lastName: user?.lastName ?? "",
  };
}, asIs);
