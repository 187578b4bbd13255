// Roles that a new account is made with: which are refused, and what is offered by which invitation.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange } from "../../test/support/told-store.ts";
import { chooseOffers, findPendingId, offer } from "./offers.ts";

const caller = { id: "c", kind: "API_KEY", name: "abcdefgh" };
const org = (id: string) => ({ id, name: `org ${id}`, mostUsers: 500 });
const user = { id: "u", username: "new@example.com" } as never;
const gift = (groupId: string, role: string) => ({ groupId, role });

const entering = {
  "orgs.find": (id: string) => (id === "gone" ? undefined : org(id)),
  "orgs.rolesOf": (id: string) =>
    id === "strange" ? [] : id === "reading" ? ["ORG_READ_ONLY"] : ["ORG_OWNER"],
  "groups.enter": (id: string) =>
    id === "gone"
      ? undefined
      : { group: { id, orgId: "o" }, roles: id === "reading" ? ["GROUP_READ_ONLY"] : ["GROUP_OWNER"] },
};
const choose = (...assignments: Parameters<typeof chooseOffers>[1]) =>
  chooseOffers(tellChange(entering, { caller }).changing, assignments);

test("what one organization offers adds up, in its order, each once", async () => {
  deepEqual(
    await choose(
      { orgId: "o", roleName: "ORG_READ_ONLY" },
      { groupId: "q", roleName: "GROUP_OWNER" },
      { orgId: "x", roleName: "ORG_MEMBER" },
      { groupId: "p", roleName: "GROUP_OWNER" },
      { orgId: "o", roleName: "ORG_OWNER" },
      { orgId: "o", roleName: "ORG_OWNER" },
    ),
    [
      {
        org: org("o"),
        roles: ["ORG_OWNER", "ORG_READ_ONLY"],
        groupRoles: [gift("p", "GROUP_OWNER"), gift("q", "GROUP_OWNER")],
      },
      { org: org("x"), roles: ["ORG_MEMBER"], groupRoles: [] },
    ],
  );
  deepEqual(await choose(), []);
});

test("400 for a role of no scope, of two, or without a name; each names where", async () => {
  const description = "Name either the organization (orgId) or the project (groupId) of the role.";
  for (const assignment of [{ roleName: "ORG_OWNER" }, { orgId: "o", groupId: "p", roleName: "ORG_OWNER" }]) {
    const field = "roles.1";
    await rejects(choose({ orgId: "o", roleName: "ORG_OWNER" }, assignment), {
      code: "BAD_REQUEST",
      fields: [{ description, field }],
    });
  }
  await rejects(choose({ orgId: "o" }), {
    code: "MISSING_ATTRIBUTE",
    parameters: ["roles.0.roleName"],
    fields: [{ description: "The value is required.", field: "roles.0.roleName" }],
  });
});

test("nobody offers a role where they are no owner, or one that belongs elsewhere", async () => {
  for (const [assignment, code] of [
    [{ orgId: "gone", roleName: "ORG_OWNER" }, "ORG_NOT_FOUND"],
    [{ orgId: "strange", roleName: "ORG_OWNER" }, "USER_CANNOT_ACCESS_ORG"],
    [{ orgId: "reading", roleName: "ORG_OWNER" }, "USER_UNAUTHORIZED"],
    [{ groupId: "gone", roleName: "GROUP_OWNER" }, "GROUP_NOT_FOUND"],
    [{ groupId: "reading", roleName: "GROUP_OWNER" }, "USER_UNAUTHORIZED"],
    [{ orgId: "o", roleName: "GROUP_OWNER" }, "INVALID_ROLE_FOR_ORG"],
    [{ groupId: "p", roleName: "ORG_OWNER" }, "INVALID_ROLE_FOR_GROUP"],
  ] as const) {
    await rejects(choose(assignment), { code });
  }
});

test("an account takes over the id under which its address waits in an organization of the caller", async () => {
  const answers = {
    "orgs.around": [[org("x"), org("o")]],
    "members.current": ({ id }: { id: string }) =>
      id === "o"
        ? [
            { id: "other", username: "x@example.com" },
            { id: "w", username: "New@Example.com" },
          ]
        : [],
  };
  const { changing, called } = tellChange(answers, { caller });
  equal(await findPendingId(changing, "new@example.com"), "w");
  equal(await findPendingId(changing, "nobody@example.com"), undefined);
  deepEqual(called("members.current")[0], ["members.current", org("x"), now]);
});

const room = { "members.countInGroup": [0], "invites.countPending": [0] };
const offering = (members: object[], roles: string[], changes: object = {}) => {
  const told = tellChange({ ...room, "members.current": [members], ...changes }, { caller });
  const groupRoles = [gift("p", "GROUP_OWNER")];
  return { ...told, done: offer(told.changing, user, { org: org("o"), roles, groupRoles } as never) };
};

test("who is not there yet is invited by the caller, as a member at least", async () => {
  for (const [roles, given] of [
    [["ORG_OWNER"], ["ORG_OWNER"]],
    [[], ["ORG_MEMBER"]],
  ] as const) {
    const { done, called } = offering([], [...roles]);
    await done;
    const [[, invite]] = called("orgInvites.add") as [[string, Record<string, unknown>]];
    const { username, userId, inviterUsername, groupRoles, teamIds } = invite;
    deepEqual([username, userId, inviterUsername], ["new@example.com", "u", "abcdefgh"]);
    deepEqual([invite.roles, groupRoles, teamIds], [given, [gift("p", "GROUP_OWNER")], []]);
  }
});

test("what is pending is added to, and keeps its roles and teams", async () => {
  const held = { roles: ["ORG_READ_ONLY"], groupRoles: [gift("q", "GROUP_OWNER")], teamIds: ["t"] };
  const pending = {
    id: "w",
    orgId: "o",
    username: "New@Example.com",
    status: "PENDING",
    invite: { id: "i" },
    ...held,
  };
  const { done, called } = offering([{ username: "x@example.com" }, pending], ["ORG_OWNER"]);
  await done;
  const added = {
    roles: ["ORG_OWNER", "ORG_READ_ONLY"],
    teamIds: ["t"],
    groupRoles: [gift("p", "GROUP_OWNER"), gift("q", "GROUP_OWNER")],
  };
  deepEqual(called("orgInvites.replace"), [["orgInvites.replace", "i", added, now]]);
  deepEqual(called("orgInvites.add"), []);
});

test("nothing is offered in a project that is full", async () => {
  const { done, called } = offering([], [], { "invites.countPending": [500] });
  await rejects(done, { code: "MAX_USERS_PER_GROUP_EXCEEDED", parameters: [500, "p"] });
  deepEqual(called("orgInvites.add"), []);
});
