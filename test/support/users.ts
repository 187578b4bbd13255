import { fill, inviteMany } from "./fill.ts";
import { expiry, now, type Stage } from "./stage.ts";
import { ids } from "./world.ts";

export const v2025 = "application/vnd.atlas.2025-02-19+json";

export const owner = "owner@example.com";
export const member = "member@example.com";
export const pending = "new@example.com";

/** Id of a seeded person, active or invited to the organization. */
export function idOf(stage: Stage, username: string): string {
  const [row] = stage.rows(
    `select id from users where username = '${username}'
     union all select user_id from invites where username = '${username}' and group_id is null`,
  ) as { id: string }[];
  if (row === undefined) throw new Error(`nobody is called ${username}`);
  return row.id;
}

const teamId = (stage: Stage): string =>
  (stage.rows("select id from teams") as { id: string }[])[0]?.id ?? "";

/** Joins the seeded invitation, and the member, to the seeded project. */
export function giveGroup(stage: Stage, role = "GROUP_READ_ONLY"): void {
  fill(stage, "invite_group_roles", { invite_id: ids.orgInvite, group_id: ids.group, role });
  fill(stage, "grants", { principal_id: idOf(stage, member), group_id: ids.group, role });
}

const base = { country: null, createdAt: now };
const unknown = { lastAuth: null, lastName: "", mobileNumber: null, orgMembershipStatus: "ACTIVE" };

/** An active person as a member of the organization. */
export const activeUser = (stage: Stage, username: string, orgRoles: string[], more: object = {}) => ({
  ...base,
  firstName: "",
  id: idOf(stage, username),
  ...unknown,
  roles: { groupRoleAssignments: [] as object[], orgRoles },
  teamIds: [] as string[],
  username,
  ...more,
});

/** The seeded owner of the organization. */
export const ownerUser = (stage: Stage, more: object = {}) =>
  activeUser(stage, owner, ["ORG_OWNER"], {
    firstName: "Ada",
    lastName: "Example",
    roles: {
      groupRoleAssignments: [{ groupId: ids.group, groupRoles: ["GROUP_OWNER"] }],
      orgRoles: ["ORG_OWNER"],
    },
    teamIds: [teamId(stage)],
    ...more,
  });

/** The seeded invitation to the organization as a user. */
export const pendingUser = (stage: Stage, more: object = {}) => ({
  id: idOf(stage, pending),
  invitationCreatedAt: now,
  invitationExpiresAt: expiry as string | null,
  inviterUsername: owner,
  orgMembershipStatus: "PENDING",
  roles: { groupRoleAssignments: [] as object[], orgRoles: ["ORG_MEMBER"] },
  teamIds: [] as string[],
  username: pending,
  ...more,
});

/** People as members of the seeded project. */
export function groupView(user: object, roles: string[]): object {
  const { teamIds: _, ...rest } = user as { teamIds?: string[] };
  return { ...rest, roles };
}

/** Fills the project, or the organization, up to 499 people with those of the seed. */
export const fillUp = (stage: Stage, scope: "group" | "org"): void => inviteMany(stage, 498, scope);
