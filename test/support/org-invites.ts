import { expiry, now } from "./stage.ts";
import { ids } from "./world.ts";

export const orgInvited = "new@example.com";

/** The seeded invitation to the organization as the API answers it. */
export const orgInvitation = {
  createdAt: now,
  expiresAt: expiry,
  groupRoleAssignments: [] as { groupId: string; groupRole: string }[],
  id: ids.orgInvite as string,
  inviterUsername: "owner@example.com",
  orgId: ids.org,
  orgName: "Acme",
  roles: ["ORG_MEMBER"],
  teamIds: [] as string[],
  username: orgInvited,
};
