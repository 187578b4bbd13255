import { idOfPlace, inOrg, key } from "../../domain/access-history.ts";
import { mostGroupsPerOrg } from "../../domain/group.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

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
