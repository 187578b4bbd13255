// Roles of people in organizations and projects, answer by answer: added, removed, replaced.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { fill, idsOf } from "../../../test/support/fill.ts";
import { type Asked, type RefusedCall, request, startOperations } from "../../../test/support/operations.ts";
import type { Stage } from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

const { member, owner, pending } = users;
const onlyOrg = "GROUP_OWNER is a project role. Name organization roles only.";
const onlyGroup = "ORG_OWNER is an organization role. Name project roles only.";
const unknown = "Invalid role name 'INVALID_ROLE'. Must be a valid Role name.";
const required = "The value is required.";
const groupRoleAssignments = [{ groupId: ids.group, groupRoles: ["GROUP_OWNER"] }];

/** The operations on a person's roles that exist for an organization and for a project. */
const sides = {
  org: {
    add: "addOrgUserRole",
    remove: "removeOrgUserRole",
    replace: "updateOrgUserRoles",
    get: "getOrgUser",
    name: "orgRole",
    noun: "organization",
    /** The active person, and below it the only role that the person holds. */
    someone: member,
    held: "ORG_MEMBER",
    added: "ORG_READ_ONLY",
    both: ["ORG_READ_ONLY", "ORG_MEMBER"],
    pendingBoth: ["ORG_READ_ONLY", "ORG_MEMBER"],
    pendingHeld: "ORG_MEMBER",
    active: (stage: Stage, roles: string[]): object => users.activeUser(stage, member, roles),
    pending: (stage: Stage, orgRoles: string[]): object =>
      users.pendingUser(stage, { roles: { groupRoleAssignments: [], orgRoles } }),
    /** Gives the pending user another role, too. */
    give(stage: Stage) {
      const inOrg = idsOf(stage, `select id from users where username <> 'other@example.com'`);
      fill(stage, "grants", ...inOrg.map((principal_id) => ({ principal_id, role: "ORG_READ_ONLY" })));
      stage.execute(`update invites set roles = 'ORG_MEMBER ORG_READ_ONLY' where id = '${ids.orgInvite}'`);
    },
    foreign: ["GROUP_OWNER", "INVALID_ROLE_FOR_ORG", ids.org, onlyOrg],
  },
  group: {
    add: "addGroupUserRole",
    remove: "removeGroupUserRole",
    replace: "updateGroupUserRoles",
    get: "getGroupUser",
    name: "groupRole",
    noun: "project",
    someone: owner,
    held: "GROUP_OWNER",
    added: "GROUP_DATA_ACCESS_ADMIN",
    both: ["GROUP_OWNER", "GROUP_DATA_ACCESS_ADMIN"],
    pendingBoth: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_ADMIN"],
    pendingHeld: "GROUP_READ_ONLY",
    active: (stage: Stage, roles: string[]) => users.groupView(users.ownerUser(stage), roles),
    pending: (stage: Stage, roles: string[]) => users.groupView(users.pendingUser(stage), roles),
    give(stage: Stage) {
      users.giveGroup(stage);
      users.giveGroup(stage, "GROUP_DATA_ACCESS_ADMIN");
      fill(stage, "grants", {
        principal_id: users.idOf(stage, owner),
        group_id: ids.group,
        role: "GROUP_DATA_ACCESS_ADMIN",
      });
    },
    foreign: ["ORG_OWNER", "INVALID_ROLE_FOR_GROUP", ids.group, onlyGroup],
  },
} as const;

for (const [scope, side] of Object.entries(sides) as ["org" | "group", (typeof sides)["org" | "group"]][]) {
  test(`roles in the ${scope}`, async (t) => {
    const stage = await startOperations(t);
    const { answers, get, testRefusals, told, url } = stage;
    const of = (username: string, body?: object): Asked => ({
      params: { userId: users.idOf(stage, username) },
      body,
    });
    const one = (role: string) => ({ [side.name]: role });
    const all = (...roles: string[]) => ({ [`${side.name}s`]: roles });
    const changed = [["USER_ROLES_CHANGED_AUDIT", scope, side.someone]];
    const { someone, held, added, both } = side;

    await t.test("200 one role more, and no event when it is held already", async () => {
      const shown = side.active(stage, [...both]);
      for (const role of [added, held]) await answers(side.add, of(someone, one(role)), shown);
      await answers(side.get, of(someone), shown);
      deepEqual(told(), changed);
      if (scope === "group") users.giveGroup(stage);
      await answers(side.add, of(pending, one(added)), side.pending(stage, [...side.pendingBoth]));
    });

    await t.test("200 one role less, and no event when it is not held", async () => {
      side.give(stage);
      const shown = side.active(stage, [held]);
      for (const _ of ["is taken", "is not held"]) await answers(side.remove, of(someone, one(added)), shown);
      deepEqual(told(), changed);
      await answers(side.remove, of(pending, one(added)), side.pending(stage, [side.pendingHeld]));
    });

    await t.test("200 the roles that replaced all others", async () => {
      const replaced = of(someone, all(added));
      const links = [{ href: `${url}${request(side.replace, replaced).path}`, rel: "self" }];
      const json = scope === "org" ? { links, orgRoles: [added] } : { groupRoles: [added], links };
      await answers(side.replace, replaced, json);
      deepEqual(told(), changed);
    });

    const [foreign, code, id, said] = side.foreign;
    const wrong = (naming: (role: string) => object, name: string, why = required): RefusedCall[] => [
      ["no such role", { body: naming("INVALID_ROLE") }, "BAD_REQUEST", [], "_roles", unknown],
      ["a role of the other scope", { body: naming(foreign) }, code, [foreign, id], "_roles", said],
      [
        "no role",
        { body: { [side.name]: undefined, [`${side.name}s`]: undefined } },
        "MISSING_ATTRIBUTE",
        [name],
        name,
        why,
      ],
    ];
    const change = of(someone, one(added));
    await testRefusals({ [side.add]: change, [side.remove]: change }, wrong(one, side.name));
    await testRefusals({ [side.remove]: of(someone, one(held)) }, [
      ["the last role", {}, "CANNOT_REMOVE_ALL_USER_ROLES", [someone]],
    ]);
    await testRefusals({ [side.replace]: of(someone, all(added)) }, [
      ...wrong(all, "roles", `Name the roles as an array with at least one ${side.noun} role.`),
      ["no role at all", { body: all() }, "CANNOT_REMOVE_ALL_USER_ROLES", [someone]],
      ["nobody", { params: { userId: ids.missing } }, "USER_NOT_FOUND", [ids.missing]],
      ["a pending user", of(pending, all(added)), "USER_NOT_IN_ORG", [pending, ids.org]],
    ]);
    if (scope === "group") {
      await testRefusals({ updateGroupUserRoles: of(member, all(added)) }, [
        ["a member without roles in the project", {}, "USER_NOT_IN_GROUP", [member, ids.group]],
      ]);
      return;
    }
    await testRefusals({ removeOrgUserRole: of(pending, one(held)) }, [
      ["the last role of a pending user", {}, "CANNOT_REMOVE_ALL_USER_ROLES", [pending]],
    ]);
    const give = () => side.give(stage);
    await testRefusals(
      {
        removeOrgUserRole: of(owner, one("ORG_OWNER")),
        updateOrgUserRoles: of(owner, all(added)),
        updateOrgUser: of(owner, { roles: { orgRoles: [added] } }),
      },
      [["the last owner", { before: give }, "CANNOT_DEMOTE_LAST_ORG_OWNER", [ids.org]]],
    );
    await get("getOrgUser", of(owner));
  });
}

test("updateOrgUser", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, testRefusals, told } = stage;
  const [team] = stage.rows("select id from teams") as [{ id: string }];
  const of = (username: string, body?: object): Asked => ({
    params: { userId: users.idOf(stage, username) },
    body,
  });
  const reader = { roles: { orgRoles: ["ORG_READ_ONLY"] } };
  const ofRoles = (orgRoles: string[], more: object = {}) => ({ body: { roles: { orgRoles, ...more } } });

  await t.test("200 replaces the organization roles of an active user", async () => {
    await answers("updateOrgUser", of(member, reader), users.activeUser(stage, member, ["ORG_READ_ONLY"]));
    deepEqual(told(), [["USER_ROLES_CHANGED_AUDIT", "org", member]]);
  });

  await t.test("200 gives an active user projects and teams at once", async () => {
    const more = { roles: { groupRoleAssignments, orgRoles: ["ORG_MEMBER"] }, teamIds: [team.id] };
    const changed = users.activeUser(stage, member, [], more);
    await answers("updateOrgUser", of(member, more), changed);
    await answers("getOrgUser", of(member), changed);
    deepEqual(told(), [
      ["JOINED_GROUP", "group", member],
      ["JOINED_TEAM", "org", member],
    ]);
  });

  await t.test("200 takes with an empty list, and leaves what is not sent", async () => {
    const emptied = { roles: { groupRoleAssignments: [], orgRoles: ["ORG_OWNER"] } };
    await answers("updateOrgUser", of(owner, emptied), users.ownerUser(stage, emptied));
    const left = users.ownerUser(stage, { ...emptied, teamIds: [] });
    for (const body of [{ teamIds: [] }, {}]) await answers("updateOrgUser", of(owner, body), left);
    deepEqual(told(), [
      ["REMOVED_FROM_GROUP", "group", owner],
      ["REMOVED_FROM_TEAM", "org", owner],
    ]);
  });

  await t.test("200 changes what a pending invitation gives", async () => {
    const more = { roles: { groupRoleAssignments, orgRoles: ["ORG_READ_ONLY"] }, teamIds: [team.id] };
    const { id } = await answers("updateOrgUser", of(pending, more), users.pendingUser(stage, more));
    deepEqual(told(), [
      ["USER_ROLES_CHANGED_AUDIT", "org", pending],
      ["INVITED_TO_GROUP", "group", pending],
      ["INVITED_TO_TEAM", "org", pending],
    ]);
    await stage.end(ids.orgInvite, "accept");
    await answers("getOrgUser", of(pending), users.activeUser(stage, pending, [], { id, ...more }));
  });

  await t.test("200 for an owner once there is another active one", async () => {
    await call("updateOrgUser", of(pending, ofRoles(["ORG_OWNER"]).body));
    await stage.refuses("updateOrgUser", of(owner, reader), "CANNOT_DEMOTE_LAST_ORG_OWNER", [ids.org]);
    await call("updateOrgUser", of(member, ofRoles(["ORG_OWNER"]).body));
    equal((await call("updateOrgUser", of(owner, reader))).status, 200);
  });

  const none = "At least one role must be specified.";
  const inGroup = (groupId: string, role: string) =>
    ofRoles(["ORG_MEMBER"], { groupRoleAssignments: [{ groupId, groupRoles: [role] }] });
  await testRefusals({ updateOrgUser: of(member, {}) }, [
    ["no role", ofRoles([]), "BAD_REQUEST", [], "_roles", none],
    ["no such role", ofRoles(["INVALID_ROLE"]), "BAD_REQUEST", [], "_roles", unknown],
    [
      "a project role",
      ofRoles(["GROUP_OWNER"]),
      "INVALID_ROLE_FOR_ORG",
      ["GROUP_OWNER", ids.org],
      "_roles",
      onlyOrg,
    ],
    [
      "an organization role in a project",
      inGroup(ids.group, "ORG_OWNER"),
      "INVALID_ROLE_FOR_GROUP",
      ["ORG_OWNER", ids.group],
      "_roles",
      onlyGroup,
    ],
    [
      "roles without those in the organization",
      { body: { roles: {} } },
      "MISSING_ATTRIBUTE",
      ["roles.orgRoles"],
      "roles.orgRoles",
      required,
    ],
    [
      "a project of another organization",
      inGroup(ids.otherGroup, "GROUP_OWNER"),
      "GROUP_NOT_FOUND",
      [ids.otherGroup],
    ],
    ["a team that is not there", { body: { teamIds: [ids.missing] } }, "TEAM_NOT_FOUND", [ids.missing]],
  ]);
});
