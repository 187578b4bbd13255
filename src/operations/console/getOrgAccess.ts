import { group, inOrg, memberOf, team } from "../../domain/access-history.ts";
import { groupsOf } from "../../domain/membership.ts";
import { door, operation, timestampOf, toTimestamp } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

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
