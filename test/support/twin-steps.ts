// What both APIs can do to people of the organization Acme, one function for each operation, and the world they do it in.
import type { SeedDocument } from "../../src/anteroom.ts";
import type { Scene, Step } from "./twins.ts";
import { ids, invited, seed } from "./world.ts";

export const [owner, member, other, pending] = [
  "owner@example.com",
  "member@example.com",
  "other@example.com",
  "new@example.com",
];
/** Pending in Acme with a project and a team; and a second active person in `payments` and in `core`. */
export const [rich, reader] = ["rich@example.com", "reader@example.com"];
export { invited };
export const zoe = "Zoe@example.com";
export const payments = ids.group;
export const billing = "32b6e34b3d91647abb20e7b9";
export const core = ids.team;
export const ops = "82b6e34b3d91647abb20e7b9";
export const missing = ids.missing;
/** A project of another organization. */
export const shipping = ids.otherGroup;

const [acme, ...others] = seed.orgs;
if (acme === undefined) throw new Error("the seed has no organization");
const { users = [], teams = [], groups = [], invites = [] } = acme;

/** The world of the other tests with a second project, a second team, and two people more. */
export const twinSeed: SeedDocument = {
  orgs: [
    {
      ...acme,
      users: [...users, { username: reader, orgRoles: ["ORG_READ_ONLY", "ORG_MEMBER"] }],
      teams: [
        ...teams.map((team) => ({ ...team, usernames: [...team.usernames, reader] })),
        { id: ops, name: "ops", usernames: [owner] },
      ],
      groups: [
        ...groups.map((group) => ({
          ...group,
          users: [
            ...(group.users ?? []),
            { username: reader, roles: ["GROUP_READ_ONLY" as const, "GROUP_CLUSTER_MANAGER" as const] },
          ],
        })),
        { id: billing, name: "billing" },
      ],
      invites: [
        ...invites,
        {
          username: rich,
          roles: ["ORG_READ_ONLY", "ORG_MEMBER"],
          teamIds: [core],
          groupRoleAssignments: [{ groupId: payments, roles: ["GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"] }],
        },
      ],
    },
    ...others,
  ],
};

const org = `/api/atlas/v2/orgs/${ids.org}`;
const project = (groupId: string) => `/api/atlas/v2/groups/${groupId}`;
type Path = string | ((scene: Scene) => string);

const sending =
  (date: string) =>
  (method: string, path: Path, body?: object | ((scene: Scene) => object)): Step =>
  (scene) =>
    scene.ask({
      method,
      path: typeof path === "string" ? path : path(scene),
      headers: { accept: `application/vnd.atlas.${date}+json` },
      ...(body && { body: typeof body === "function" ? body(scene) : body }),
    });
const older = sending("2023-01-01");
const newer = sending("2025-02-19");

/** Roles in projects, under the ids of the projects. */
type Gifts = Readonly<Record<string, readonly string[]>>;
const assign = (gifts: Gifts, member: string) =>
  Object.entries(gifts).map(([groupId, roles]) => ({ groupId, [member]: roles }));

interface Wanted {
  readonly roles?: readonly string[];
  readonly gifts?: Gifts;
  readonly teamIds?: readonly string[];
}
const olderBody = ({ roles, gifts, teamIds }: Wanted) => ({
  roles,
  ...(gifts && { groupRoleAssignments: assign(gifts, "roles") }),
  ...(teamIds && { teamIds }),
});
const newerBody = ({ roles, gifts, teamIds }: Wanted) => ({
  roles: { orgRoles: roles, ...(gifts && { groupRoleAssignments: assign(gifts, "groupRoles") }) },
  ...(teamIds && { teamIds }),
});

const inOrg = (username: string, more: string) => (scene: Scene) =>
  `${org}/users/${scene.userId(username)}${more}`;
const inProject = (groupId: string, username: string, more: string) => (scene: Scene) =>
  `${project(groupId)}/users/${scene.userId(username)}${more}`;
const inviteIn = (base: string, username: string, scope: string) => (scene: Scene) =>
  `${base}/invites/${scene.inviteId(username, scope)}`;
const named = (username: string) => (scene: Scene) => ({ id: scene.userId(username) });

export const old = {
  createOrgInvite: (username: string | undefined, wanted: Wanted) =>
    older("POST", `${org}/invites`, { username, ...olderBody(wanted) }),
  updateOrgInvites: (username: string, wanted: Wanted) =>
    older("PATCH", `${org}/invites`, { username, ...olderBody(wanted) }),
  updateOrgInviteById: (username: string, wanted: Wanted) =>
    older("PATCH", inviteIn(org, username, "Acme"), olderBody(wanted)),
  deleteOrgInvite: (username: string) => older("DELETE", inviteIn(org, username, "Acme")),
  createGroupInvite: (username: string, roles: readonly string[]) =>
    older("POST", `${project(payments)}/invites`, { username, roles }),
  updateGroupInvites: (username: string, roles: readonly string[]) =>
    older("PATCH", `${project(payments)}/invites`, { username, roles }),
  updateGroupInviteById: (username: string, roles: readonly string[]) =>
    older("PATCH", inviteIn(project(payments), username, "payments"), { roles }),
  deleteGroupInvite: (username: string) => older("DELETE", inviteIn(project(payments), username, "payments")),
  addGroupAccessUser: (username: string, roles: readonly string[]) =>
    sending("2023-02-01")("POST", `${project(payments)}/access`, { username, roles }),
  removeOrgUser: (username: string) => older("DELETE", inOrg(username, "")),
  removeGroupUser: (username: string) => older("DELETE", inProject(payments, username, "")),
  updateOrgUserRoles: (username: string, orgRoles: readonly string[]) =>
    older("PUT", inOrg(username, "/roles"), { orgRoles }),
  updateGroupUserRoles: (username: string, groupRoles: readonly string[]) =>
    older("PUT", inProject(payments, username, "/roles"), { groupRoles }),
  addOrgTeamUsers: (username: string, teamId = ops) =>
    older("POST", `${org}/teams/${teamId}/users`, (scene) => [named(username)(scene)]),
  removeOrgTeamUserFromTeam: (username: string, teamId = core) =>
    older("DELETE", (scene) => `${org}/teams/${teamId}/users/${scene.userId(username)}`),
};

export const fresh = {
  createOrgUser: (username: string | undefined, wanted: Wanted) =>
    newer("POST", `${org}/users`, { username, ...newerBody(wanted) }),
  updateOrgUser: (username: string, wanted: Wanted) => newer("PATCH", inOrg(username, ""), newerBody(wanted)),
  removeOrgUser: (username: string) => newer("DELETE", inOrg(username, "")),
  addOrgUserRole: (username: string, orgRole: string) =>
    newer("POST", inOrg(username, ":addRole"), { orgRole }),
  removeOrgUserRole: (username: string, orgRole: string) =>
    newer("POST", inOrg(username, ":removeRole"), { orgRole }),
  addGroupUsers: (username: string, roles: readonly string[], groupId: string = payments) =>
    newer("POST", `${project(groupId)}/users`, { username, roles }),
  addGroupUserRole: (username: string, groupRole: string) =>
    newer("POST", inProject(payments, username, ":addRole"), { groupRole }),
  removeGroupUserRole: (username: string, groupRole: string) =>
    newer("POST", inProject(payments, username, ":removeRole"), { groupRole }),
  removeGroupUser: (username: string) => newer("DELETE", inProject(payments, username, "")),
  addOrgTeamUser: (username: string, teamId = ops) =>
    newer("POST", `${org}/teams/${teamId}:addUser`, named(username)),
  removeOrgTeamUser: (username: string, teamId = core) =>
    newer("POST", `${org}/teams/${teamId}:removeUser`, named(username)),
};

export const ends =
  (username: string, ending: "accept" | "decline" | "expire", scope?: string): Step =>
  async (scene) => {
    await scene.end(username, ending, scope);
    return undefined;
  };

export const monthPasses: Step = async (scene) => {
  scene.advance("P31D");
  return undefined;
};

/** Invitations to Acme, or to its project payments, until 500 people are there or invited. */
export const isFull =
  (scope: "org" | "group"): Step =>
  async ({ store }) => {
    const { draftInvite } = await import("../../src/domain/invite.ts");
    const { draftOrgInvite } = await import("../../src/domain/invite.ts");
    await store.write(async (tx) => {
      const acme = { id: ids.org, name: "Acme" };
      const now = Date.parse("2026-08-10T03:04:53Z");
      const seated = scope === "org" ? 5 : 3;
      for (let index = seated; index < 500; index++) {
        const id = index.toString(16).padStart(24, "0");
        const invite = { id, username: `${index}@example.com`, inviter: "somebody", now };
        if (scope === "org") {
          const gifts = { roles: ["ORG_MEMBER" as const], groupRoles: [], teamIds: [] };
          await tx.orgInvites.add(draftOrgInvite({ ...invite, userId: id, org: acme, ...gifts }));
        } else {
          const group = { id: payments, orgId: ids.org, name: "payments" };
          await tx.invites.add(draftInvite({ ...invite, group, roles: ["GROUP_READ_ONLY"] }));
        }
      }
    });
    return undefined;
  };
