import { fill, idsOf, numbered } from "./fill.ts";
import { now, type Stage } from "./stage.ts";
import { ids } from "./world.ts";

export interface People {
  /** Organization Owner, Project Owner, in the seeded team. */
  readonly owner: string;
  /** Organization Member, in no team. */
  readonly member: string;
  /** A person of another organization. */
  readonly other: string;
  /** A person who is invited to the organization. */
  readonly pending: string;
}

/** Ids of the seeded people, which are minted anew for each world. */
export function people(stage: Stage): People {
  const one = (sql: string) => (stage.rows(sql)[0] as { id: string } | undefined)?.id ?? "";
  const named = (username: string) => one(`select id from users where username = '${username}'`);
  return {
    owner: named("owner@example.com"),
    member: named("member@example.com"),
    other: named("other@example.com"),
    pending: one(`select user_id as id from invites where id = '${ids.orgInvite}'`),
  };
}

export const shownMember = (id: string, teamIds: readonly string[]) => ({
  country: null,
  createdAt: now,
  firstName: "",
  id,
  lastAuth: null,
  lastName: "",
  mobileNumber: null,
  orgMembershipStatus: "ACTIVE",
  roles: { groupRoleAssignments: [], orgRoles: ["ORG_MEMBER"] },
  teamIds,
  username: "member@example.com",
});

export const shownOwner = (id: string, teamIds: readonly string[] = [ids.team]) => ({
  ...shownMember(id, teamIds),
  firstName: "Ada",
  lastName: "Example",
  roles: {
    groupRoleAssignments: [{ groupId: ids.group, groupRoles: ["GROUP_OWNER"] }],
    orgRoles: ["ORG_OWNER"],
  },
  username: "owner@example.com",
});

export const shownPending = (id: string, teamIds: readonly string[]) => ({
  id,
  invitationCreatedAt: now,
  invitationExpiresAt: "2026-09-09T03:04:53Z",
  inviterUsername: "owner@example.com",
  orgMembershipStatus: "PENDING",
  roles: { groupRoleAssignments: [], orgRoles: ["ORG_MEMBER"] },
  teamIds,
  username: "new@example.com",
});

interface Account {
  readonly id: string;
  readonly username: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly roles: readonly object[];
}

/** An account as lists of the older API show it, in the seeded team. */
export const shownAccount = (url: string, { id, username, ...account }: Account) => ({
  createdAt: now,
  emailAddress: username,
  firstName: account.firstName ?? "",
  id,
  lastName: account.lastName ?? "",
  links: [{ href: `${url}/api/atlas/v2/users/${id}`, rel: "self" }],
  roles: account.roles,
  teamIds: [ids.team],
  username,
});

export const ownerAccount = (url: string, id: string) =>
  shownAccount(url, {
    id,
    username: "owner@example.com",
    firstName: "Ada",
    lastName: "Example",
    roles: [
      { orgId: ids.org, roleName: "ORG_OWNER" },
      { groupId: ids.group, roleName: "GROUP_OWNER" },
    ],
  });

export const memberAccount = (url: string, id: string) =>
  shownAccount(url, {
    id,
    username: "member@example.com",
    roles: [{ orgId: ids.org, roleName: "ORG_MEMBER" }],
  });

/** Puts member@example.com into a hundred teams of another organization. */
export function fillTeamsOfMember(stage: Stage): void {
  const teams = numbered(100, (id, number) => ({ id, org_id: ids.otherOrg, name: `team ${number}` }));
  const [user_id = ""] = idsOf(stage, "select id from users where username = 'member@example.com'");
  fill(stage, "teams", ...teams);
  fill(stage, "team_members", ...teams.map(({ id }) => ({ team_id: id, user_id })));
}

/** Puts 249 more people into the seeded team, all of the organization. */
export function fillTeam(stage: Stage): void {
  const people = numbered(249, (id, number) => ({ id, username: `${number}@example.com` }));
  fill(stage, "principals", ...people.map(({ id }) => ({ id, kind: "USER" as const })));
  fill(stage, "users", ...people);
  fill(stage, "grants", ...people.map(({ id }) => ({ principal_id: id, role: "ORG_MEMBER" })));
  fill(stage, "team_members", ...people.map(({ id }) => ({ team_id: ids.team, user_id: id })));
}
