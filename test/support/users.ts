// People of the seed as the API shows them, and the cases that several operations on people share.
import { deepEqual } from "node:assert/strict";
import type { TestContext } from "node:test";
import { fill, inviteMany } from "./fill.ts";
import {
  assertRefusal,
  assertSuccess,
  badRequest,
  type CallerName,
  eventBy,
  expiry,
  now,
  type Refusal,
  refusal,
  type Stage,
} from "./stage.ts";
import { ids, type Reply, type Sending } from "./world.ts";

export const v2025 = "application/vnd.atlas.2025-02-19+json";
export const orgUsers = `/api/atlas/v2/orgs/${ids.org}/users`;
export const groupUsers = `/api/atlas/v2/groups/${ids.group}/users`;

export const owner = "owner@example.com";
export const member = "member@example.com";
export const pending = "new@example.com";

/** Asks for the version of 2025-02-19. */
export const asking = (stage: Stage, caller: CallerName, sending: Sending): Promise<Reply> =>
  stage.ask(caller, { ...sending, headers: { accept: v2025, ...sending.headers } });

export const succeeds = (reply: Reply, status: number, json: unknown, limit = 500, headers = {}): void =>
  assertSuccess(reply, {
    status,
    limit,
    headers: { "content-type": `${v2025};charset=utf-8`, ...headers },
    json,
  });

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

export const notFound = (userId: string): Refusal => refusal("USER_NOT_FOUND", [userId]);

export const notInOrg = (username: string): Refusal => refusal("USER_NOT_IN_ORG", [username, ids.org]);

export const notInGroup = (username: string): Refusal => refusal("USER_NOT_IN_GROUP", [username, ids.group]);

export const lastOwner = (errorCode: string): Refusal => ({
  status: 403,
  errorCode,
  detail:
    errorCode === "CANNOT_DELETE_LAST_ADMIN"
      ? `The last owner of organization ${ids.org} cannot be removed.`
      : `The last owner of organization ${ids.org} must stay its owner.`,
  parameters: [ids.org],
});

export const lastRole = (username: string): Refusal => refusal("CANNOT_REMOVE_ALL_USER_ROLES", [username]);

export const badRoles = (description: string): Refusal => badRequest("_roles", description);

export const unknownRole = (role: string): Refusal =>
  badRoles(`Invalid role name '${role}'. Must be a valid Role name.`);

/** A body without the one role it is about. */
export const missingRole = (attribute: string): Refusal =>
  refusal("MISSING_ATTRIBUTE", [attribute], attribute, "The value is required.");

/** Fills the project, or the organization, up to 499 people with those of the seed. */
export const fillUp = (stage: Stage, scope: "group" | "org"): void => inviteMany(stage, 498, scope);

export const groupRoleInOrg: Refusal = refusal(
  "INVALID_ROLE_FOR_ORG",
  ["GROUP_OWNER", ids.org],
  "_roles",
  "GROUP_OWNER is a project role. Name organization roles only.",
);

export const orgRoleInGroup: Refusal = refusal(
  "INVALID_ROLE_FOR_GROUP",
  ["ORG_OWNER", ids.group],
  "_roles",
  "ORG_OWNER is an organization role. Name project roles only.",
);

/** Ids nobody has, and people whose invitation ran out or was declined, as those changes do not reach. */
export async function refusedPeople(
  t: TestContext,
  stage: Stage,
  naming: (userId: string) => Sending,
): Promise<void> {
  const refused = async (userId: string, refusal: Refusal) => {
    assertRefusal(await asking(stage, "owner", naming(userId)), refusal);
    deepEqual(stage.events(), []);
  };
  await t.test("404 USER_NOT_FOUND for an id nobody has", () => refused(ids.missing, notFound(ids.missing)));
  await t.test("404 USER_NOT_FOUND for somebody of another organization", () => {
    const other = idOf(stage, "other@example.com");
    return refused(other, notFound(other));
  });
  await t.test("404 INVALID_USER_ID for what cannot be an id", () =>
    refused("nobody", refusal("INVALID_USER_ID", ["nobody"])),
  );
  for (const ending of ["decline", "expire"] as const) {
    await t.test(`404 USER_NOT_IN_ORG after ${ending}`, async () => {
      await stage.end(ids.orgInvite, ending);
      await refused(idOf(stage, pending), notInOrg(pending));
    });
  }
}

/** Those of a project whom changes do not reach: beside the above, people of its organization without a role in it. */
export async function refusedOutsiders(
  t: TestContext,
  stage: Stage,
  naming: (userId: string) => Sending,
): Promise<void> {
  await refusedPeople(t, stage, naming);
  await t.test("404 USER_NOT_IN_GROUP for org users without a role in the project", async () => {
    for (const username of [member, pending]) {
      assertRefusal(await asking(stage, "owner", naming(idOf(stage, username))), notInGroup(username));
    }
    deepEqual(stage.events(), []);
  });
}

/** What operations on one person do alike in an organization and in a project, with the seeded people they do it to. */
export const sides = {
  org: {
    path: orgUsers,
    limit: 500,
    caller: "owner",
    /** An active user, and the only role of that user. */
    someone: member,
    held: "ORG_MEMBER",
    read: "ORG_READ_ONLY",
    /** A role to add, and what there is with it. */
    added: "ORG_READ_ONLY",
    withAdded: ["ORG_READ_ONLY", "ORG_MEMBER"],
    pendingWithAdded: ["ORG_READ_ONLY", "ORG_MEMBER"],
    roleName: "orgRole",
    foreignRole: "GROUP_OWNER",
    foreignRefusal: groupRoleInOrg,
    noRoleTitle: "400 for what is no role of organizations",
    refused: refusedPeople,
    succeeds: (reply: Reply, status: number, json: unknown) => succeeds(reply, status, json),
    active: (stage: Stage, roles: readonly string[]): object => activeUser(stage, member, [...roles]),
    member: (stage: Stage, roles: readonly string[]): object => activeUser(stage, member, [...roles]),
    pending: (stage: Stage, orgRoles: readonly string[]): object =>
      pendingUser(stage, { roles: { groupRoleAssignments: [], orgRoles } }),
    changed: (target: string) => eventBy("owner", "USER_ROLES_CHANGED_AUDIT", { orgId: ids.org, target }),
  },
  group: {
    path: groupUsers,
    limit: 1200,
    caller: "groupOwner",
    someone: owner,
    held: "GROUP_OWNER",
    read: "GROUP_READ_ONLY",
    added: "GROUP_DATA_ACCESS_ADMIN",
    withAdded: ["GROUP_OWNER", "GROUP_DATA_ACCESS_ADMIN"],
    pendingWithAdded: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_ADMIN"],
    roleName: "groupRole",
    foreignRole: "ORG_OWNER",
    foreignRefusal: orgRoleInGroup,
    noRoleTitle: "400 for what is no role of projects",
    refused: refusedOutsiders,
    succeeds: (reply: Reply, status: number, json: unknown) => succeeds(reply, status, json, 1200),
    active: (stage: Stage, roles: readonly string[]) => groupView(ownerUser(stage), [...roles]),
    member: (stage: Stage, roles: readonly string[]) => groupView(activeUser(stage, member, []), [...roles]),
    pending: (stage: Stage, roles: readonly string[]) => groupView(pendingUser(stage), [...roles]),
    changed: (target: string) =>
      eventBy("groupOwner", "USER_ROLES_CHANGED_AUDIT", { groupId: ids.group, target }),
  },
} as const;

/** What the older API answers of an account, however it is asked for. */
export async function accountAnswers(
  t: TestContext,
  stage: Stage,
  get: (username: string) => Promise<Reply>,
): Promise<void> {
  const headers = { deprecation: "Wed, 19 Feb 2025 00:00:00 GMT", sunset: "Thu, 1 Jul 2027 00:00:00 GMT" };
  await t.test("200 an account with its roles in the caller's organization", async () => {
    const { id, teamIds } = ownerUser(stage);
    const href = `${stage.url}/api/atlas/v2/users/${id}`;
    const json = {
      createdAt: now,
      emailAddress: owner,
      firstName: "Ada",
      id,
      lastName: "Example",
      links: [
        { href, rel: "self" },
        { href: `${href}/whitelist`, rel: "https://cloud.mongodb.com/whitelist" },
        { href: `${href}/accessList`, rel: "https://cloud.mongodb.com/accessList" },
      ],
      roles: [
        { orgId: ids.org, roleName: "ORG_OWNER" },
        { groupId: ids.group, roleName: "GROUP_OWNER" },
      ],
      teamIds,
      username: owner,
    };
    assertSuccess(await get(owner), { status: 200, limit: 2500, headers, json });
  });

  await t.test("404 for an invited address, whether or not another tenant has an account of it", async () => {
    const answers: [number, string][] = [];
    for (const username of ["other@example.com", "nobody@example.com"]) {
      const body = { username, roles: { orgRoles: ["ORG_MEMBER"] } };
      await asking(stage, "owner", { method: "POST", path: orgUsers, body });
      const { status, json } = await get(username);
      answers.push([status, json.errorCode]);
    }
    deepEqual(
      answers,
      [404, 404].map((status) => [status, answers[0]?.[1]]),
    );
  });
}
