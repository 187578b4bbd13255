// People of organizations and of projects, answer by answer: listed, invited, removed.
import { deepEqual, equal, notEqual } from "node:assert/strict";
import { test } from "node:test";
import { fill, inviteMany } from "../../../test/support/fill.ts";
import { type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { expiry, now } from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";
import { ids, invited, keys } from "../../../test/support/world.ts";

const { member, owner, pending } = users;
const username = "zoe@example.com";
const readers = ["GROUP_READ_ONLY"];
const older = { version: "2023-01-01" } as const;
const statuses = "PENDING, ACTIVE, INVITATION_EXPIRED, INVITATION_REJECTED.";
const wrongStatuses = [
  ["orgMembershipStatus", "none of"],
  ["orgMembershipStatuses", "not one of"],
].map(
  ([name = "", said]): RefusedCall => [
    "a status there is not",
    { query: `${name}=GONE` },
    "INVALID_QUERY_PARAMETER",
    [name],
    name,
    `'GONE' is ${said} ${statuses}`,
  ],
);
const bothStatuses: RefusedCall = [
  "both parameters of status",
  { query: "orgMembershipStatus=ACTIVE&orgMembershipStatuses=ACTIVE" },
  "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS",
  ["orgMembershipStatus, orgMembershipStatuses"],
];

test("lists of people", async (t) => {
  const stage = await startOperations(t);
  const { answers, get, lists, url } = stage;
  const found = async (id: "listOrgUsers" | "listGroupUsers", query: string) => {
    const { results } = await get(id, { query });
    return results as { username: string; roles: string[] }[];
  };
  const inOrg = async (query: string) => (await found("listOrgUsers", query)).map((each) => each.username);
  const inGroup = async (query = "") =>
    Object.fromEntries((await found("listGroupUsers", query)).map((each) => [each.username, each.roles]));
  const account = (shown: ReturnType<typeof users.activeUser>, roles: object[]) => ({
    createdAt: now,
    emailAddress: shown.username,
    firstName: shown.firstName,
    id: shown.id,
    lastName: shown.lastName,
    links: [{ href: `${url}/api/atlas/v2/users/${shown.id}`, rel: "self" }],
    roles,
    teamIds: shown.teamIds,
    username: shown.username,
  });

  await t.test(
    "200 active users first, then those who are invited to the organization, each by address",
    async () => {
      const results = [
        users.activeUser(stage, member, ["ORG_MEMBER"]),
        users.ownerUser(stage),
        users.pendingUser(stage),
      ];
      await lists("listOrgUsers", {}, results);
      const page = await get("listOrgUsers", { query: "itemsPerPage=2&pageNum=2" });
      deepEqual([page.results, page.totalCount, page.links.length], [results.slice(2), 3, 2]);
    },
  );

  await t.test("200 with everyone who has roles of their own in the project", async () => {
    deepEqual(await inGroup(), { [owner]: ["GROUP_OWNER"] });
    // The older kind of invitation creates no user.
    deepEqual(await inGroup(`username=${invited}`), {});
    fill(stage, "invite_group_roles", {
      invite_id: ids.orgInvite,
      group_id: ids.group,
      role: "GROUP_READ_ONLY",
    });
    const active = users.groupView(users.ownerUser(stage), ["GROUP_OWNER"]);
    await lists("listGroupUsers", {}, [active, users.groupView(users.pendingUser(stage), readers)]);
  });

  await t.test("200 those of the statuses and of the address asked for", async () => {
    for (const [query, expected] of Object.entries({
      "orgMembershipStatuses=PENDING": [pending],
      "orgMembershipStatus=ACTIVE": [member, owner],
      "orgMembershipStatuses=PENDING&orgMembershipStatuses=ACTIVE": [member, owner, pending],
      "username=NEW@example.com": [pending],
      "username=nobody@example.com": [],
      "username=": [member, owner, pending],
    })) {
      deepEqual(await inOrg(query), expected, query);
    }
    users.giveGroup(stage);
    for (const query of ["orgMembershipStatuses=PENDING", "orgMembershipStatus=PENDING"]) {
      deepEqual(Object.keys(await inGroup(query)), [pending]);
    }
    deepEqual(Object.keys(await inGroup("username=MEMBER@example.com")), [member]);
  });

  for (const [ending, status, end] of [
    ["expire", "INVITATION_EXPIRED", expiry],
    ["decline", "INVITATION_REJECTED", null],
  ] as const) {
    await t.test(`200 after ${ending}: only when ${status} is asked for`, async () => {
      users.giveGroup(stage);
      await stage.end(ids.orgInvite, ending);
      deepEqual(await inOrg(""), [member, owner]);
      const query = `orgMembershipStatuses=${status}`;
      const groupRoleAssignments = [{ groupId: ids.group, groupRoles: readers }];
      const roles = { groupRoleAssignments, orgRoles: ["ORG_MEMBER"] };
      const shown = { roles, invitationExpiresAt: end, orgMembershipStatus: status };
      const user = users.pendingUser(stage, shown);
      deepEqual(await found("listOrgUsers", query), [user]);
      const params = { userId: user.id };
      await answers("getOrgUser", { params, query }, user);
      await answers("getGroupUser", { params, query }, users.groupView(user, readers));
    });
  }

  await t.test("200 an accepted invitation as an active user of the same id", async () => {
    const id = users.idOf(stage, pending);
    await stage.end(ids.orgInvite, "accept");
    deepEqual(await found("listOrgUsers", `username=${pending}`), [
      users.activeUser(stage, pending, ["ORG_MEMBER"], { id }),
    ]);
  });

  await t.test("200 with members of the project's teams, when asked for", async () => {
    fill(stage, "team_grants", { team_id: ids.team, role: "GROUP_DATA_ACCESS_ADMIN" });
    fill(stage, "team_members", { team_id: ids.team, user_id: users.idOf(stage, member) });
    deepEqual(await inGroup(), { [owner]: ["GROUP_OWNER"] });
    const both = ["GROUP_OWNER", "GROUP_DATA_ACCESS_ADMIN"];
    deepEqual(await inGroup("flattenTeams=true"), { [owner]: both, [member]: ["GROUP_DATA_ACCESS_ADMIN"] });
  });

  await t.test("200 with those who come in by their organization role, when asked for", async () => {
    const ofPeople = "principal_id in (select id from users)";
    stage.execute(`delete from grants where role = 'GROUP_OWNER' and ${ofPeople}`);
    stage.execute(`update grants set role = 'ORG_READ_ONLY' where role = 'ORG_MEMBER' and ${ofPeople}`);
    deepEqual(await inGroup(), {});
    deepEqual(await inGroup("includeOrgUsers=true"), { [owner]: ["GROUP_OWNER"], [member]: readers });
  });

  await t.test("200 accounts of active users only, in version 2023-01-01", async () => {
    const roles = [
      { orgId: ids.org, roleName: "ORG_OWNER" },
      { groupId: ids.group, roleName: "GROUP_OWNER" },
    ];
    const shown = account(users.ownerUser(stage), roles);
    await lists("listOrgUsers", { ...older, query: "username=owner%40example.com" }, [shown]);
    await lists("listGroupUsers", older, [shown]);
    equal((await get("listOrgUsers", { ...older, query: "orgMembershipStatuses=PENDING" })).totalCount, 2);
  });

  await stage.testRefusals({ listOrgUsers: {}, listGroupUsers: {} }, [...wrongStatuses, bothStatuses]);
});

test("one person", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, testRefusals, told } = stage;
  const of = (name: string) => ({ params: { userId: users.idOf(stage, name) } });
  const toOrg = ["org", pending] as const;

  await t.test("200 active and pending users of the organization and of the project", async () => {
    await answers("getOrgUser", of(owner), users.ownerUser(stage));
    await answers("getOrgUser", of(pending), users.pendingUser(stage));
    await answers("getGroupUser", of(owner), users.groupView(users.ownerUser(stage), ["GROUP_OWNER"]));
    fill(stage, "invite_group_roles", {
      invite_id: ids.orgInvite,
      group_id: ids.group,
      role: "GROUP_READ_ONLY",
    });
    const groupRoleAssignments = [{ groupId: ids.group, groupRoles: readers }];
    const user = users.pendingUser(stage, { roles: { groupRoleAssignments, orgRoles: ["ORG_MEMBER"] } });
    await answers("getGroupUser", of(pending), users.groupView(user, readers));
  });

  await t.test("204 takes an active user out of the project, who stays in the organization", async () => {
    await answers("removeGroupUser", of(owner));
    await stage.refuses("removeGroupUser", of(owner), "USER_NOT_IN_GROUP", [owner, ids.group]);
    const roles = { groupRoleAssignments: [], orgRoles: ["ORG_OWNER"] };
    await answers("getOrgUser", of(owner), users.ownerUser(stage, { roles }));
    deepEqual(told(), [["REMOVED_FROM_GROUP", "group", owner]]);
  });

  await t.test("204 revokes an older invitation of the person to the project", async () => {
    stage.execute(`update invites set username_key = '${owner}' where id = '${ids.invite}'`);
    await answers("removeGroupUser", of(owner));
    deepEqual(stage.rows(`select status from invites where id = '${ids.invite}'`), [{ status: "REVOKED" }]);
    deepEqual(told().slice(1), [["GROUP_INVITATION_DELETED", "group", invited]]);
  });

  await t.test("204 takes the project out of a pending invitation, which stays", async () => {
    users.giveGroup(stage);
    await answers("removeGroupUser", of(pending));
    await answers("getOrgUser", of(pending), users.pendingUser(stage));
    deepEqual(told(), [["GROUP_INVITATION_DELETED", "group", pending]]);
  });

  await t.test("204 takes an active user out of the organization, its projects and teams", async () => {
    const user_id = users.idOf(stage, member);
    fill(stage, "team_members", { team_id: ids.team, user_id });
    await call("createGroupInvite", { body: { username: member.toUpperCase(), roles: ["GROUP_OWNER"] } });
    users.giveGroup(stage);
    stage.execute(`update invites set inviter_username = '${member}' where id = '${ids.orgInvite}'`);
    await answers("removeOrgUser", of(member));
    deepEqual(stage.rows(`select * from grants where principal_id = '${user_id}'`), []);
    deepEqual(stage.rows(`select * from team_members where user_id = '${user_id}'`), []);
    const revoked = stage.rows("select username from invites where status = 'REVOKED'");
    deepEqual(revoked, [{ username: member.toUpperCase() }]);
    deepEqual(told().slice(1), [
      ["REMOVED_FROM_GROUP", "group", member],
      ["REMOVED_FROM_TEAM", "org", member],
      ["REMOVED_FROM_ORG", "org", member],
      ["GROUP_INVITATION_DELETED", "group", member.toUpperCase()],
      ["INVITATIONS_OF_REMOVED_INVITER", "org", member],
    ]);
    await stage.refuses("removeOrgUser", { params: { userId: user_id } }, "USER_NOT_FOUND", [user_id]);
  });

  await t.test(
    "204 cancels the invitation of a pending user, and those to projects of the organization",
    async () => {
      stage.execute(
        `update invites set username_key = '${pending}' where id in ('${ids.invite}', '${ids.otherInvite}')`,
      );
      await answers("removeOrgUser", of(pending));
      const revoked = stage.rows("select id from invites where status = 'REVOKED' order by id");
      deepEqual(revoked, [{ id: ids.invite }, { id: ids.orgInvite }]);
      deepEqual(told(), [
        ["ORG_INVITATION_DELETED", ...toOrg],
        ["GROUP_INVITATION_DELETED", "group", invited],
      ]);
    },
  );

  for (const id of ["removeOrgUser", "removeGroupUser"] as const) {
    await t.test(`${id}: 204 for an active user, in version 2023-01-01, which knows no other`, async () => {
      users.giveGroup(stage);
      await answers(id, { ...of(member), ...older });
      await stage.refuses(id, { ...of(pending), ...older }, "USER_NOT_IN_ORG", [pending, ids.org]);
    });
  }

  await testRefusals({ removeOrgUser: of(owner) }, [
    ["the last owner", {}, "CANNOT_DELETE_LAST_ADMIN", [ids.org]],
  ]);
  const ofStatus = { ...of(owner), query: "orgMembershipStatuses=PENDING" };
  await testRefusals({ getOrgUser: ofStatus, getGroupUser: ofStatus }, [
    ["one of another status than is asked for", {}, "USER_NOT_IN_ORG", [owner, ids.org]],
  ]);

  const orgRoles = { roles: { orgRoles: ["ORG_READ_ONLY"] } };
  const inOrg = {
    getOrgUser: of(pending),
    removeOrgUser: of(pending),
    updateOrgUser: { ...of(pending), body: orgRoles },
    addOrgUserRole: { ...of(pending), body: { orgRole: "ORG_READ_ONLY" } },
    removeOrgUserRole: { ...of(pending), body: { orgRole: "ORG_READ_ONLY" } },
  };
  const inGroup = {
    getGroupUser: of(pending),
    removeGroupUser: of(pending),
    addGroupUserRole: { ...of(pending), body: { groupRole: "GROUP_OWNER" } },
    removeGroupUserRole: { ...of(pending), body: { groupRole: "GROUP_OWNER" } },
  };
  await testRefusals({ ...inOrg, ...inGroup }, [
    ["an id nobody has", { params: { userId: ids.missing } }, "USER_NOT_FOUND", [ids.missing]],
    ["what cannot be an id", { params: { userId: "nobody" } }, "INVALID_USER_ID", ["nobody"]],
    ...(["decline", "expire"] as const).map(
      (ending): RefusedCall => [
        `an invitation after ${ending}`,
        { before: () => stage.end(ids.orgInvite, ending) },
        "USER_NOT_IN_ORG",
        [pending, ids.org],
      ],
    ),
  ]);
  await testRefusals(inGroup, [
    ["a pending user without a role in the project", {}, "USER_NOT_IN_GROUP", [pending, ids.group]],
    ["an active user without a role in the project", of(member), "USER_NOT_IN_GROUP", [member, ids.group]],
  ]);
  await get("getOrgUser", of(owner));
});

test("people who are invited", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, testRefusals, told } = stage;
  const [team] = stage.rows("select id from teams") as [{ id: string }];
  const toOrg = (body: object = {}) => ({ body: { username, roles: { orgRoles: ["ORG_MEMBER"] }, ...body } });
  const toGroup = (to = username) => ({ body: { username: to, roles: readers } });
  const created = (id: string, more: object = {}) => ({
    id,
    invitationCreatedAt: now,
    invitationExpiresAt: expiry,
    inviterUsername: keys.owner.publicKey,
    orgMembershipStatus: "PENDING",
    roles: { groupRoleAssignments: [] as object[], orgRoles: ["ORG_MEMBER"] },
    teamIds: [] as string[],
    username,
    ...more,
  });
  type Made = { readonly id: string };
  const assigning = (groupRoleAssignments: object[]) =>
    toOrg({ roles: { orgRoles: ["ORG_MEMBER"], groupRoleAssignments } });

  await t.test("201 a pending user, who can accept for thirty days", async () => {
    const made = await answers("createOrgUser", toOrg(), ({ id }: Made) => created(id));
    await answers("getOrgUser", { params: { userId: made.id } }, made);
  });

  await t.test("201 with roles in projects and with teams", async () => {
    const groupRoleAssignments = [{ groupId: ids.group, groupRoles: readers }];
    const more = { roles: { groupRoleAssignments, orgRoles: ["ORG_READ_ONLY"] }, teamIds: [team.id] };
    await answers("createOrgUser", toOrg(more), ({ id }: Made) => created(id, more));
    deepEqual(told(), [
      ["INVITED_TO_ORG", "org", username],
      ["INVITED_TO_GROUP", "group", username],
      ["INVITED_TO_TEAM", "org", username],
    ]);
  });

  await t.test(
    "201 the id of the account, where the address has one; the invitation has another",
    async () => {
      const { id } = await get("createOrgUser", toOrg({ username: "other@example.com" }));
      equal(id, users.idOf(stage, "other@example.com"));
      const [row] = stage.rows(`select id from invites where user_id = '${id}'`) as [Made];
      notEqual(row.id, id);
    },
  );

  await t.test("201 an active user of the organization in the project, at once", async () => {
    const added = users.activeUser(stage, member, ["ORG_MEMBER"]);
    await answers("addGroupUsers", toGroup("Member@example.com"), users.groupView(added, readers));
    deepEqual(told(), [["JOINED_GROUP", "group", member]]);
    await stage.rewind();
    equal((await call("addGroupAccessUser", toGroup(member))).status, 204);
    deepEqual(told(), [["JOINED_GROUP", "group", member]]);
  });

  await t.test("201 a pending user, whose invitation gains the roles", async () => {
    await answers("addGroupUsers", toGroup(pending), users.groupView(users.pendingUser(stage), readers));
    deepEqual(told(), [["INVITED_TO_GROUP", "group", pending]]);
    await stage.end(ids.orgInvite, "accept");
    const { results } = await get("listGroupUsers", { query: `username=${pending}` });
    deepEqual(results, [users.groupView(users.activeUser(stage, pending, []), readers)]);
  });

  await t.test("201 anybody else by an invitation to the organization", async () => {
    const shown = ({ id }: Made) => users.groupView(created(id), readers);
    const { id } = await answers("addGroupUsers", toGroup(), shown);
    const invitedTo = [
      ["INVITED_TO_ORG", "org", username],
      ["INVITED_TO_GROUP", "group", username],
    ];
    deepEqual(told(), invitedTo);
    const groupRoleAssignments = [{ groupId: ids.group, groupRoles: readers }];
    const roles = { groupRoleAssignments, orgRoles: ["ORG_MEMBER"] };
    await answers("getOrgUser", { params: { userId: id } }, created(id, { roles }));
    equal((await call("addGroupUsers", toGroup(invited))).status, 201);
  });

  await t.test("200 the older API answers the invitation, and a pending one gains the roles", async () => {
    const shown = ({ id }: Made, more: object = {}) => ({
      createdAt: now,
      expiresAt: expiry,
      groupRoleAssignments: [{ groupId: ids.group, groupRole: "GROUP_READ_ONLY" }],
      id,
      inviterUsername: keys.owner.publicKey,
      orgId: ids.org,
      orgName: "Acme",
      roles: ["ORG_MEMBER"],
      teamIds: [],
      username,
      ...more,
    });
    await answers("addGroupAccessUser", toGroup(), shown);
    const before = { id: ids.orgInvite, inviterUsername: owner, username: pending };
    await answers("addGroupAccessUser", toGroup(pending), shown(before, before));
  });

  for (const [name, end] of [
    ["declined", () => stage.end(ids.orgInvite, "decline")],
    ["expired", () => stage.end(ids.orgInvite, "expire")],
    ["older than thirty days", async () => stage.clock.set({ now: expiry })],
  ] as const) {
    await t.test(`201 in the place of an invitation that was ${name}`, async () => {
      for (const [id, call] of [
        ["createOrgUser", toOrg({ username: pending })],
        ["addGroupUsers", toGroup(pending)],
      ] as const) {
        await end();
        const { invitationCreatedAt } = await get(id, call);
        equal(invitationCreatedAt, name === "older than thirty days" ? expiry : now);
        const query = "orgMembershipStatuses=INVITATION_EXPIRED&orgMembershipStatuses=INVITATION_REJECTED";
        equal((await get("listOrgUsers", { query })).totalCount, 0);
        await stage.rewind();
      }
    });
  }

  const email = "Must be an e-mail address, such as ada@example.com.";
  const unknown = "Invalid role name 'INVALID_ROLE'. Must be a valid Role name.";
  const onlyOrg = "GROUP_OWNER is a project role. Name organization roles only.";
  const onlyGroup = "ORG_OWNER is an organization role. Name project roles only.";
  const none = "At least one role must be specified.";
  const ofOrg = (...orgRoles: string[]) => toOrg({ roles: { orgRoles } });
  const ofGroup = (...roles: string[]) => ({ body: { roles } });
  const fullOrg = { before: () => inviteMany(stage, 497, "org") };
  const noAddress: RefusedCall = [
    "what is no address",
    { body: { username: "zoe" } },
    "INVALID_USERNAME",
    ["zoe"],
    "username",
    email,
  ];
  await testRefusals({ createOrgUser: toOrg() }, [
    noAddress,
    ["no role", ofOrg(), "BAD_REQUEST", [], "_roles", none],
    ["an unknown role", ofOrg("INVALID_ROLE"), "BAD_REQUEST", [], "_roles", unknown],
    [
      "a project role",
      ofOrg("GROUP_OWNER"),
      "INVALID_ROLE_FOR_ORG",
      ["GROUP_OWNER", ids.org],
      "_roles",
      onlyOrg,
    ],
    [
      "an organization role in a project",
      assigning([{ groupId: ids.group, groupRoles: ["ORG_OWNER"] }]),
      "INVALID_ROLE_FOR_GROUP",
      ["ORG_OWNER", ids.group],
      "_roles",
      onlyGroup,
    ],
    [
      "a role in no project",
      assigning([{ groupRoles: ["GROUP_OWNER"] }]),
      "MISSING_ATTRIBUTE",
      ["groupRoleAssignments.0.groupId"],
      "groupRoleAssignments.0.groupId",
      "Name the project the roles are for.",
    ],
    ["500 who are active or pending", fullOrg, "MAX_USERS_PER_ORG_EXCEEDED", [500, ids.org]],
    [
      "a project of another organization",
      assigning([{ groupId: ids.otherGroup, groupRoles: ["GROUP_OWNER"] }]),
      "GROUP_NOT_FOUND",
      [ids.otherGroup],
    ],
    ["a team that is not there", { body: { teamIds: [ids.missing] } }, "TEAM_NOT_FOUND", [ids.missing]],
    [
      "an active user, in whatever case",
      { body: { username: "Member@example.com" } },
      "USER_ALREADY_IN_ORG",
      ["Member@example.com", ids.org],
    ],
    ["a pending user", { body: { username: pending } }, "DUPLICATE_ORG_INVITATION", [pending, ids.org]],
  ]);
  await t.test("201 for the 500th", async () => {
    inviteMany(stage, 496, "org");
    equal((await call("createOrgUser", toOrg())).status, 201);
  });
  for (const [id, said] of [
    ["addGroupUsers", "The value is required."],
    ["addGroupAccessUser", "Name the invited e-mail address."],
  ] as const) {
    await testRefusals({ [id]: { body: { roles: readers } } }, [
      ["no address", {}, "MISSING_ATTRIBUTE", ["username"], "username", said],
    ]);
  }
  const invitedToGroup = { before: () => users.giveGroup(stage) };
  await testRefusals({ addGroupUsers: toGroup(), addGroupAccessUser: toGroup() }, [
    noAddress,
    ["no role", ofGroup(), "BAD_REQUEST", [], "_roles", none],
    ["an unknown role", ofGroup("INVALID_ROLE"), "BAD_REQUEST", [], "_roles", unknown],
    [
      "an organization role",
      ofGroup("ORG_OWNER"),
      "INVALID_ROLE_FOR_GROUP",
      ["ORG_OWNER", ids.group],
      "_roles",
      onlyGroup,
    ],
    [
      "a project of 500",
      { before: () => users.fillUp(stage, "group") },
      "MAX_USERS_PER_GROUP_EXCEEDED",
      [500, ids.group],
    ],
    [
      "an organization of 500",
      { before: () => users.fillUp(stage, "org") },
      "MAX_USERS_PER_ORG_EXCEEDED",
      [500, ids.org],
    ],
    ...[owner, "MEMBER@example.com", pending].map(
      (name): RefusedCall => [
        `${name}, who is there`,
        { ...toGroup(name), ...invitedToGroup },
        "USER_ALREADY_IN_GROUP",
        [name, ids.group],
      ],
    ),
  ]);
});
