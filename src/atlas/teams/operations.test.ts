// Teams of organizations and in projects, and their members, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { fill, numbered } from "../../../test/support/fill.ts";
import { type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import * as people from "../../../test/support/team-users.ts";
import * as teams from "../../../test/support/teams.ts";
import { ids, seedWith } from "../../../test/support/world.ts";

const missing = { params: { teamId: ids.missing } };
const badNames = teams.badTeamNames.map((name): RefusedCall => {
  const said = "The name must have 1 to 64 characters, not all of them blanks, and no control characters.";
  return [
    `a name of ${name.length}: ${JSON.stringify(name.slice(0, 4))}`,
    { body: { name } },
    "INVALID_TEAM_NAME",
    [name],
    "name",
    said,
  ];
});
const usernames = ["member@example.com", "owner@example.com"];
const [owner, member] = ["owner@example.com", "member@example.com"];

test("teams of an organization", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, lists, testRefusals, told, url } = stage;
  const create = { body: { name: "ops", usernames } };
  const named = (name: string) => ({ params: { teamName: name } });

  await t.test("201 answers the team with who is in it, and where it is", async () => {
    let id = "";
    const made = (shown: { id: string }) => {
      id = shown.id;
      return { ...teams.shownTeam(url, { id, name: "ops" }), usernames };
    };
    const reply = await call("createOrgTeam", create);
    equal(reply.headers.location, `${url}/orgs/${ids.org}/teams/${reply.json.id}`);
    deepEqual(reply.json, made(reply.json));
    await answers("getOrgTeam", { params: { teamId: id } }, teams.shownTeam(url, { id, name: "ops" }));
    deepEqual(told(), [
      ["JOINED_TEAM", "org", member],
      ["JOINED_TEAM", "org", owner],
      ["TEAM_CREATED", "org"],
    ]);
    deepEqual(teams.detailsOf(stage), [{}, {}, { teamId: id }]);
  });

  await t.test("201 for people named twice or in capitals, who are in it once, and for nobody", async () => {
    const twice = ["OWNER@example.com", owner];
    for (const [sent, shown] of [
      [twice, [owner]],
      [null, []],
      [undefined, []],
      [[], []],
    ]) {
      deepEqual((await get("createOrgTeam", { body: { name: "ops", usernames: sent } })).usernames, shown);
      await stage.rewind();
    }
  });

  await t.test("200 answers page by page, and no team where there is none", async () => {
    stage.clock.set({ advance: "PT1S" });
    const { id } = await get("createOrgTeam", create);
    await lists("listOrgTeams", {}, [teams.shownTeam(url), teams.shownTeam(url, { id, name: "ops" })]);
    for (const [pageNum, names] of [
      [1, ["core"]],
      [2, ["ops"]],
      [3, []],
    ] as const) {
      const page = await get("listOrgTeams", { query: `itemsPerPage=1&pageNum=${pageNum}` });
      deepEqual([page.results.map((each: { name: string }) => each.name), page.totalCount], [names, 2]);
    }
    await lists("listOrgTeams", { as: "stranger", params: { orgId: ids.otherOrg } }, []);
  });

  await t.test("200 by its name, and under a new one with a blank and a slash", async () => {
    await answers("getOrgTeamByName", named("core"), teams.shownTeam(url));
    const json = teams.shownTeam(url, { name: "on call/EU" });
    for (const _ of ["renames it", "changes nothing"]) {
      await answers("renameOrgTeam", { body: { name: "on call/EU" } }, json);
    }
    await answers("getOrgTeamByName", named("on call/EU"), json);
    deepEqual(told(), [["TEAM_NAME_CHANGED", "org"]]);
    deepEqual(teams.detailsOf(stage), [{ teamId: ids.team }]);
  });

  await t.test("204 deletes the team, not its people, once no project has it", async () => {
    await teams.assignTeam(stage, "GROUP_READ_ONLY");
    await stage.refuses("deleteOrgTeam", {}, "CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT", [ids.team]);
    await call("removeGroupTeam");
    await answers("deleteOrgTeam");
    deepEqual(stage.rows("select * from team_members"), []);
    equal(stage.rows(`select * from users where username = '${owner}'`).length, 1);
    deepEqual(told().slice(1), [
      ["REMOVED_FROM_TEAM", "org", owner],
      ["TEAM_DELETED", "org"],
    ]);
    deepEqual(teams.detailsOf(stage).slice(1), [{}, { teamId: ids.team }]);
  });

  const rename = { body: { name: "ops" } };
  const isTaken: RefusedCall = [
    "a name that is taken",
    { before: () => get("createOrgTeam", create) },
    "TEAM_NAME_NOT_AVAILABLE",
    ["ops", ids.org],
  ];
  await testRefusals({ createOrgTeam: create, renameOrgTeam: rename }, [...badNames, isTaken]);
  await testRefusals({ renameOrgTeam: rename }, [["no such team", missing, "TEAM_NOT_FOUND", [ids.missing]]]);
  await testRefusals({ getOrgTeam: {}, deleteOrgTeam: {} }, [
    ["no such team", missing, "RESOURCE_NOT_FOUND", [ids.missing]],
    ["what is no id", { params: { teamId: "xyz" } }, "INVALID_TEAM_ID", ["xyz"]],
  ]);
  await testRefusals({ getOrgTeamByName: named("core") }, [
    ["another name", named("ops"), "TEAM_NAME_NOT_FOUND", ["ops"]],
    ["another case", named("Core"), "TEAM_NAME_NOT_FOUND", ["Core"]],
  ]);
  const people251 = Array.from({ length: 251 }, (_, index) => `n${index}@example.com`);
  const unknown = ["nobody@example.com", "no address", "a\u0000@example.com", "other@example.com"];
  await testRefusals({ createOrgTeam: create }, [
    ...unknown.map(
      (username): RefusedCall => [
        `${JSON.stringify(username)}, who is not in the organization`,
        { body: { usernames: [username] } },
        "USERNAME_NOT_FOUND",
        [username],
      ],
    ),
    [
      "a person in 100 teams",
      { before: () => people.fillTeamsOfMember(stage) },
      "MAX_TEAMS_PER_USER_EXCEEDED",
      [100, member],
    ],
    [
      "a person who is still invited",
      { body: { usernames: ["new@example.com"] } },
      "CANNOT_ADD_PENDING_USER",
      ["new@example.com"],
    ],
    [
      "one team more than 250",
      {
        before: () =>
          fill(stage, "teams", ...numbered(249, (id, number) => ({ id, name: `team ${number}` }))),
      },
      "MAX_TEAMS_PER_ORG_EXCEEDED",
      [250, ids.org],
    ],
  ]);

  await t.test(
    "400 MAX_USERS_PER_TEAM_EXCEEDED for more than 250 people, 201 for the 250th team",
    async () => {
      const { json } = await call("createOrgTeam", { body: { name: "ops", usernames: people251 } });
      equal(json.errorCode, "MAX_USERS_PER_TEAM_EXCEEDED");
      fill(stage, "teams", ...numbered(248, (id, number) => ({ id, name: `team ${number}` })));
      equal((await call("createOrgTeam", create)).status, 201);
    },
  );
});

test("teams in a project", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, lists, testRefusals, told, url } = stage;
  const roleNames = ["GROUP_READ_ONLY"];
  const both = ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"];
  const team = { teamId: ids.team, roleNames };
  const add = { body: [team] };
  const assigned =
    (call: object = {}) =>
    async () => {
      await teams.assignTeam(stage, "GROUP_OWNER");
      return call;
    };
  const inBoth = (type: string) => [[type, "both"]];

  await t.test("200 adds teams, answers all of the project, and lists them", async () => {
    const sent = [...both.toReversed(), ...both];
    const shown = teams.shownGroupTeam(url, both);
    await lists("addGroupTeams", { body: [{ ...team, roleNames: sent }] }, [shown]);
    deepEqual(told(), inBoth("TEAM_ADDED_TO_GROUP"));
    deepEqual(teams.detailsOf(stage), [{ teamId: ids.team }]);
    stage.clock.set({ advance: "PT1S" });
    const other = (await stage.get("createOrgTeam", { body: { name: "ops", usernames: [owner] } })).id;
    const second = teams.shownGroupTeam(url, ["GROUP_OWNER"], other);
    const body = [{ teamId: other, roleNames: ["GROUP_OWNER"] }];
    await lists("addGroupTeams", { body }, [shown, second]);
    await lists("listGroupTeams", {}, [shown, second]);
    await answers("getGroupTeam", {}, shown);
  });

  await t.test("200 for no team at all, without an event", async () => {
    await lists("addGroupTeams", { body: [] }, []);
    await lists("listGroupTeams", {}, []);
    deepEqual(told(), []);
  });

  await t.test("200 replaces the roles, whatever team the body names, with one event", async () => {
    await teams.assignTeam(stage, "GROUP_OWNER");
    for (const teamId of [undefined, "", ids.missing]) {
      await lists("updateGroupTeam", { body: { roleNames: both, teamId } }, [
        teams.shownGroupTeam(url, both),
      ]);
    }
    deepEqual(told(), inBoth("TEAM_ROLES_MODIFIED"));
    deepEqual(teams.detailsOf(stage), [{ teamId: ids.team }]);
  });

  await t.test("200 replaces one role by one other", async () => {
    await teams.assignTeam(stage, "GROUP_READ_ONLY");
    const body = { roleNames: ["GROUP_OWNER"] };
    await lists("updateGroupTeam", { body }, [teams.shownGroupTeam(url, ["GROUP_OWNER"])]);
    await lists("listGroupTeams", {}, [teams.shownGroupTeam(url, ["GROUP_OWNER"])]);
    deepEqual(told(), inBoth("TEAM_ROLES_MODIFIED"));
  });

  await t.test("204 takes all its roles away and leaves the team", async () => {
    await teams.assignTeam(stage, "GROUP_OWNER", "GROUP_READ_ONLY");
    await answers("removeGroupTeam");
    deepEqual(stage.rows("select * from team_grants"), []);
    await answers("getOrgTeam", {}, teams.shownTeam(url));
    deepEqual(told(), inBoth("TEAM_REMOVED_FROM_GROUP"));
  });

  await testRefusals({ getGroupTeam: {}, updateGroupTeam: { body: { roleNames } } }, [
    ["no such team", missing, "TEAM_NOT_FOUND", [ids.missing]],
    ["what is no id", { params: { teamId: "xyz" } }, "INVALID_TEAM_ID", ["xyz"]],
    ["a team without roles there", {}, "TEAM_NOT_IN_GROUP", [ids.team, ids.group]],
  ]);
  await testRefusals({ removeGroupTeam: {} }, [
    ["a team that does not exist", missing, "USER_UNAUTHORIZED"],
    ["a team without roles there", {}, "TEAM_NOT_IN_GROUP", [ids.team, ids.group]],
  ]);
  const inMany = () => {
    fill(stage, "teams", ...numbered(100, (id, number) => ({ id, name: `team ${number}` })));
    fill(stage, "team_grants", ...numbered(100, (team_id) => ({ team_id, role: "GROUP_OWNER" })));
  };
  await testRefusals({ addGroupTeams: add }, [
    ["one more than 100", { before: inMany }, "MAX_TEAMS_PER_GROUP_EXCEEDED", [100, ids.group]],
    [
      "one that is not, after one that is",
      { body: [team, { ...team, teamId: ids.missing }] },
      "TEAM_NOT_FOUND",
      [ids.missing],
    ],
    ["a team given twice", { body: [team, team] }, "TEAM_EXISTS_IN_GROUP", [ids.team, ids.group]],
    ["a team that is there", { before: assigned() }, "TEAM_EXISTS_IN_GROUP", [ids.team, ids.group]],
  ]);

  for (const [id, of, where] of [
    ["addGroupTeams", (roles: object) => [{ teamId: ids.team, ...roles }], "0."],
    ["updateGroupTeam", (roles: object) => roles, ""],
  ] as const) {
    await t.test(`400 ${id} for roles that are missing, unknown, or of organizations`, async () => {
      if (id === "updateGroupTeam") await assigned()();
      for (const [roles, code, parameters] of [
        [{}, "MISSING_ATTRIBUTE", [`${where}roleNames`]],
        [{ roleNames: [] }, "BAD_REQUEST", []],
        [{ roleNames: ["X"] }, "BAD_REQUEST", []],
        [{ roleNames: ["ORG_OWNER"] }, "INVALID_ROLE_FOR_GROUP", ["ORG_OWNER", ids.group]],
      ]) {
        const { json } = await call(id, { body: of(roles as object) });
        deepEqual([json.errorCode, json.parameters], [code, parameters]);
      }
    });
  }

  await t.test("400 for no team, and for an object instead of an array", async () => {
    for (const [body, code] of [
      [[{ roleNames }], "MISSING_ATTRIBUTE"],
      [team, "INVALID_JSON"],
    ] as const) {
      equal((await call("addGroupTeams", { body })).json.errorCode, code);
    }
  });
});

const zoe = { username: "zoe@example.com", orgRoles: ["ORG_MEMBER" as const] };
const withTwoInTeam = seedWith({
  users: [
    { username: owner, orgRoles: ["ORG_OWNER"], firstName: "Ada", lastName: "Example" },
    { username: member, orgRoles: ["ORG_MEMBER"] },
    zoe,
  ],
  teams: [{ id: ids.team, name: "core", usernames: [owner, zoe.username] }],
});

test("people in teams", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, lists, testRefusals, told, url } = stage;
  type Who = keyof people.People;
  const at = (who: Who) => people.people(stage)[who];
  const one = (who: Who) => ({ body: { id: at(who) } });
  const all = (...who: Who[]) => ({ body: who.map((each) => ({ id: at(each) })) });
  const inPath = (who: Who) => ({ params: { userId: at(who) } });
  const invitedToTeam = () => fill(stage, "invite_teams", { invite_id: ids.orgInvite, team_id: ids.team });
  const inTeam = () => stage.rows(`select * from team_members where team_id = '${ids.team}'`).length;

  await t.test("200 adds a user, and a pending one, who is in the team on accepting", async () => {
    await answers("addOrgTeamUser", one("member"), people.shownMember(at("member"), [ids.team]));
    await answers("addOrgTeamUser", one("pending"), people.shownPending(at("pending"), [ids.team]));
    deepEqual(told(), [
      ["JOINED_TEAM", "org", member],
      ["INVITED_TO_TEAM", "org", "new@example.com"],
    ]);
    await stage.end(ids.orgInvite, "accept");
    equal(inTeam(), 3);
  });

  await t.test("200 adds several, each once, and nobody without an event", async () => {
    const before = people.ownerAccount(url, at("owner"));
    await lists("addOrgTeamUsers", { body: [] }, [before]);
    const after = [before, people.memberAccount(url, at("member"))];
    await lists("addOrgTeamUsers", all("member", "member"), after);
    deepEqual(told(), [["JOINED_TEAM", "org", member]]);
  });

  await t.test("200 removes a user, even the last, and a pending one", async () => {
    await answers("removeOrgTeamUser", one("owner"), people.shownOwner(at("owner"), []));
    equal(inTeam(), 0);
    deepEqual(told(), [["REMOVED_FROM_TEAM", "org", owner]]);
    invitedToTeam();
    await answers("removeOrgTeamUser", one("pending"), people.shownPending(at("pending"), []));
  });

  await t.test(
    "200 lists active and pending users, in the older version active ones as accounts",
    async () => {
      invitedToTeam();
      const found = [people.shownOwner(at("owner")), people.shownPending(at("pending"), [ids.team])];
      await lists("listOrgTeamUsers", {}, found);
      const older = { version: "2023-01-01" } as const;
      await lists("listOrgTeamUsers", older, [people.ownerAccount(url, at("owner"))]);
      const query = "orgMembershipStatuses=PENDING";
      equal((await get("listOrgTeamUsers", { ...older, query })).results[0].username, owner);
    },
  );

  await t.test("200 filters by status, address and id", async () => {
    invitedToTeam();
    const named = async (query: string) => {
      const { results } = await get("listOrgTeamUsers", { query });
      return results.map(({ username }: { username: string }) => username.replace(/@.*/, ""));
    };
    for (const [query, expected] of Object.entries({
      "orgMembershipStatus=ACTIVE": ["owner"],
      "orgMembershipStatuses=PENDING": ["new"],
      "orgMembershipStatuses=PENDING&orgMembershipStatuses=ACTIVE": ["owner", "new"],
      "orgMembershipStatuses=INVITATION_EXPIRED": [],
      "username=OWNER@example.com": ["owner"],
      "username=member@example.com": [],
      [`userId=${at("pending")}`]: ["new"],
      "itemsPerPage=1&pageNum=2": ["new"],
    })) {
      deepEqual(await named(query), expected, query);
    }
    await stage.end(ids.orgInvite, "expire");
    deepEqual(await named(""), ["owner"]);
    deepEqual(await named("orgMembershipStatuses=INVITATION_EXPIRED"), ["new"]);
  });

  await t.test("400 for statuses that are not, or are asked for twice", async () => {
    for (const [query, code] of [
      ["orgMembershipStatus=AWAY", "INVALID_QUERY_PARAMETER"],
      ["orgMembershipStatuses=AWAY", "INVALID_QUERY_PARAMETER"],
      ["orgMembershipStatus=ACTIVE&orgMembershipStatuses=PENDING", "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS"],
    ] as const) {
      equal((await call("listOrgTeamUsers", { query })).json.errorCode, code);
    }
  });

  const expired = () => stage.end(ids.orgInvite, "expire");
  const notInOrg = ["new@example.com", ids.org];
  const missingUser = { id: ids.missing };
  const calls = { addOrgTeamUser: one("member"), addOrgTeamUsers: all("member") };
  await testRefusals(calls, [
    [
      "a person in 100",
      { before: () => people.fillTeamsOfMember(stage) },
      "MAX_TEAMS_PER_USER_EXCEEDED",
      [100, member],
    ],
    [
      "a team of 250",
      { before: () => people.fillTeam(stage) },
      "MAX_USERS_PER_TEAM_EXCEEDED",
      [250, ids.team],
    ],
  ]);
  await testRefusals(
    {
      ...calls,
      removeOrgTeamUser: one("owner"),
      listOrgTeamUsers: {},
      removeOrgTeamUserFromTeam: inPath("owner"),
    },
    [["no such team", missing, "TEAM_NOT_FOUND", [ids.missing]]],
  );
  await testRefusals({ addOrgTeamUser: one("pending"), removeOrgTeamUser: one("pending") }, [
    ["nobody", { body: missingUser }, "USER_NOT_FOUND", [ids.missing]],
    ["an invitation that ran out", { before: expired }, "USER_NOT_IN_ORG", notInOrg],
  ]);
  await testRefusals({ addOrgTeamUsers: all("pending") }, [
    ["nobody", { body: [missingUser] }, "USER_NOT_FOUND", [ids.missing]],
    ["an invitation that ran out", { before: expired }, "USER_NOT_IN_ORG", notInOrg],
    [
      "somebody who is still invited",
      all("member", "pending"),
      "CANNOT_ADD_PENDING_USER",
      ["new@example.com"],
    ],
    ["somebody who is in it", all("owner"), "USER_ALREADY_IN_TEAM", [owner, ids.team]],
  ]);
  await testRefusals({ addOrgTeamUser: one("owner") }, [
    ["somebody who is in it", {}, "USER_ALREADY_IN_TEAM", [owner, ids.team]],
    [
      "somebody who is invited into it",
      { ...one("pending"), before: invitedToTeam },
      "USER_ALREADY_IN_TEAM",
      ["new@example.com", ids.team],
    ],
  ]);
  await testRefusals({ removeOrgTeamUser: one("member") }, [
    ["somebody who is not in it", {}, "USER_NOT_IN_TEAM", [member, ids.team]],
  ]);
});

test("removeOrgTeamUserFromTeam", async (t) => {
  const stage = await startOperations(t, { seed: withTwoInTeam });
  const of = (who: keyof people.People) => ({ params: { userId: people.people(stage)[who] } });
  const invitedToTeam = () => fill(stage, "invite_teams", { invite_id: ids.orgInvite, team_id: ids.team });
  const leave = () => {
    invitedToTeam();
    stage.execute(
      "delete from team_members where user_id in (select id from users where username like 'zoe%')",
    );
  };

  await t.test("204 takes the user out of the team", async () => {
    await stage.answers("removeOrgTeamUserFromTeam", of("owner"));
    deepEqual(stage.rows("select username from team_members join users on id = user_id"), [
      { username: zoe.username },
    ]);
    deepEqual(stage.told(), [["REMOVED_FROM_TEAM", "org", owner]]);
  });

  await stage.testRefusals({ removeOrgTeamUserFromTeam: of("owner") }, [
    ["the last active one", { before: leave }, "CANNOT_REMOVE_LAST_USER_FROM_TEAM", [ids.team]],
    ["what is no id", { params: { userId: "xyz" } }, "INVALID_USER_ID", ["xyz"]],
    ["nobody", { params: { userId: ids.missing } }, "USER_NOT_FOUND", [ids.missing]],
    [
      "a pending user",
      { ...of("pending"), before: invitedToTeam },
      "USER_NOT_IN_ORG",
      ["new@example.com", ids.org],
    ],
    ["somebody who is not in it", of("member"), "USER_NOT_IN_TEAM", [member, ids.team]],
  ]);
});
