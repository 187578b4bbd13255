// Operations of pages on the roles of people.

import { rolesHeld, rolesHeldThroughout } from "../../atlas/users/explaining.ts";
import { rolesToGive } from "../../core/changes/changing.ts";
import { orgOf, visitGroup, visitOrg } from "../../core/changes/scopes.ts";
import { idOfPlace, inOrg, key } from "../../core/domain/access-history.ts";
import { weighInGroup, weighThroughout } from "../../core/domain/explanation.ts";
import { mostGroupsPerOrg } from "../../core/domain/group.ts";
import { door, ObjectId, operation } from "../../core/operations/declare.ts";
import { asIs, onPages } from "./common.ts";

export const listGroupRolesToGive = operation("GET /console/groups/{groupId}/rolesToGive", {
  ...onPages,
  summary: "List the roles that one may give in a project",
  description:
    "Where the server is strict, those that are not above one's own; all where it is not. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
}).handle(async ({ held }) => rolesToGive({ held }), asIs);

export const listGroupUserRoles = operation("GET /console/groups/{groupId}/users/{userId}/roles", {
  ...onPages,
  summary: "List the roles a person holds in a project",
  description:
    "Given in the project, through a team, or in the organization, as far as they let into the project; none for who holds none. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: { userId: ObjectId },
}).handle(async ({ tx, group, params }) => {
  const place = { org: await orgOf(tx, group), group };
  return weighInGroup(await rolesHeld(tx, place, params.userId));
}, asIs);

export const listMyGroupRoles = operation("GET /console/groups/{groupId}/myRoles", {
  ...onPages,
  summary: "List one's own roles in a project",
  description: "Those in its organization included. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  errors: ["GROUP_NOT_FOUND", "USER_CANNOT_ACCESS_GROUP"],
}).handle(async ({ tx, group, caller, fault }) => {
  return (await visitGroup({ tx, fault }, group.id, caller)).roles;
}, asIs);

export const listMyOrgRoles = operation("GET /console/orgs/{orgId}/myRoles", {
  ...onPages,
  summary: "List one's own roles in an organization",
  description: "Those in its projects are left out. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  errors: ["ORG_NOT_FOUND", "USER_CANNOT_ACCESS_ORG"],
}).handle(async ({ tx, org, caller, fault }) => {
  return (await visitOrg({ tx, fault }, org.id, caller)).roles;
}, asIs);

export const listOrgProjectRoles = operation("GET /console/orgs/{orgId}/projectRoles", {
  ...onPages,
  summary: "List the roles that teams and programs hold in an organization's projects",
  description:
    "Of teams, API keys and service accounts, in the projects that the person may see; of API keys in all, as listOrgApiKeys shows them. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
}).handle(async ({ tx, org, caller }) => {
  const at = { pageNum: 1, itemsPerPage: mostGroupsPerOrg, includeCount: false };
  const { results } = await tx.groups.visible({ principalId: caller.id, orgId: org.id }, at);
  const names = new Map(results.map(({ id, name }) => [id, name]));
  const { teams, credentials } = await tx.access.places(org.id);
  return [...teams, ...credentials].flatMap(({ who, held }) =>
    held
      .filter((each) => each.in !== inOrg)
      .map((each) => ({ groupId: idOfPlace(each.in), roles: each.roles }))
      .filter(({ groupId }) => names.has(groupId) || who.startsWith(key("")))
      .map(({ groupId, roles }) => ({ who, groupId, groupName: names.get(groupId) ?? null, roles })),
  );
}, asIs);

export const listOrgRolesToGive = operation("GET /console/orgs/{orgId}/rolesToGive", {
  ...onPages,
  summary: "List the roles that one may give in an organization",
  description:
    "Where the server is strict, those that are not above one's own; all where it is not. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
}).handle(async ({ held }) => rolesToGive({ held }), asIs);

export const listOrgUserRoles = operation("GET /console/orgs/{orgId}/users/{userId}/roles", {
  ...onPages,
  summary: "List the roles a person holds in an organization and its projects",
  description:
    "Each role with its source, and each source with the projects that nothing else lets into; none for who holds none. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  params: { userId: ObjectId },
}).handle(
  async ({ tx, org, params: { userId } }) => ({
    ...weighThroughout(org, await rolesHeldThroughout(tx, org, userId)),
    hasPasskey: await tx.passkeys.has(userId),
  }),
  asIs,
);
