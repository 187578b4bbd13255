// POST /users, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import {
  assertRefusal,
  assertSuccess,
  eventBy,
  now,
  refusal,
  startStage,
} from "../../../test/support/stage.ts";
import { asking, fillUp, groupUsers, orgUsers, owner, pending } from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

const path = "/api/atlas/v2/users";
const body = {
  country: "US",
  firstName: "Ada",
  lastName: "Example",
  password: "correct horse battery",
  roles: [] as object[],
  username: "Fresh@example.com",
};
const orgRole = { orgId: ids.org, roleName: "ORG_READ_ONLY" };
const groupRole = { groupId: ids.group, roleName: "GROUP_READ_ONLY" };

test("createUser", async (t) => {
  const stage = await startStage(t);
  const create = (changes: object = {}, caller: Parameters<typeof stage.ask>[0] = "owner") =>
    stage.ask(caller, { method: "POST", path, body: { ...body, ...changes } });
  const code = async (changes: object, caller?: Parameters<typeof create>[1]) => {
    const reply = await create(changes, caller);
    deepEqual(stage.rows("select id from users where username_key = 'fresh@example.com'"), []);
    return [reply.status, reply.json.errorCode];
  };
  const memberOf = async (list: string, username: string) =>
    (await asking(stage, "owner", { path: list })).json.results.find(
      (each: { username: string }) => each.username === username,
    );

  await t.test("201 the account, without a role of those it is offered; never its password", async () => {
    const reply = await create({ roles: [orgRole, groupRole], mobileNumber: "2125550123" });
    const { id } = reply.json;
    const href = `${stage.url}${path}/${id}`;
    assertSuccess(reply, {
      status: 201,
      limit: 2500,
      headers: {
        deprecation: "Wed, 19 Feb 2025 00:00:00 GMT",
        location: `${stage.url}/api/atlas/v1.0/users/${id}`,
        sunset: "Thu, 1 Jul 2027 00:00:00 GMT",
      },
      json: {
        country: "US",
        createdAt: now,
        emailAddress: "Fresh@example.com",
        firstName: "Ada",
        id,
        lastName: "Example",
        links: [
          { href, rel: "self" },
          { href: `${href}/whitelist`, rel: "https://cloud.mongodb.com/whitelist" },
          { href: `${href}/accessList`, rel: "https://cloud.mongodb.com/accessList" },
        ],
        roles: [],
        teamIds: [],
        username: "Fresh@example.com",
      },
    });
    const [row] = stage.rows(`select password_hash from users where id = '${id}'`) as {
      password_hash: string;
    }[];
    match(row?.password_hash ?? "", /^\$argon2id\$/);
    equal(
      stage.rows("select * from events").some((each) => JSON.stringify(each).includes("battery")),
      false,
    );
  });

  await t.test("201 each organization invites the address, under the id of the account", async () => {
    const { id } = (await create({ roles: [orgRole, groupRole] })).json;
    const user = await memberOf(orgUsers, "Fresh@example.com");
    deepEqual(
      [user.id, user.orgMembershipStatus, user.roles],
      [
        id,
        "PENDING",
        {
          groupRoleAssignments: [{ groupId: ids.group, groupRoles: ["GROUP_READ_ONLY"] }],
          orgRoles: ["ORG_READ_ONLY"],
        },
      ],
    );
    const target = "Fresh@example.com";
    deepEqual(stage.events().slice(-2), [
      eventBy("owner", "INVITED_TO_ORG", { orgId: ids.org, target }),
      eventBy("owner", "INVITED_TO_GROUP", { groupId: ids.group, target }),
    ]);
  });

  await t.test("201 a project role alone comes with Organization Member", async () => {
    await create({ roles: [groupRole] }, "groupOwner");
    const user = await memberOf(groupUsers, "Fresh@example.com");
    deepEqual([user.orgMembershipStatus, user.roles], ["PENDING", ["GROUP_READ_ONLY"]]);
    deepEqual((await memberOf(orgUsers, "Fresh@example.com")).roles.orgRoles, ["ORG_MEMBER"]);
  });

  await t.test("201 without roles nobody is invited", async () => {
    equal((await create()).status, 201);
    equal(await memberOf(orgUsers, "Fresh@example.com"), undefined);
  });

  await t.test("201 an address that is pending keeps its id, and its roles beside the new ones", async () => {
    const before = await memberOf(orgUsers, pending);
    const reply = await create({ username: pending, roles: [orgRole] });
    equal(reply.json.id, before.id);
    const after = await memberOf(orgUsers, pending);
    deepEqual([after.id, after.roles.orgRoles], [before.id, ["ORG_READ_ONLY", "ORG_MEMBER"]]);
  });

  await t.test("409 USER_ALREADY_EXISTS in whatever case", async () => {
    assertRefusal(
      await create({ username: owner.toUpperCase() }),
      refusal("USER_ALREADY_EXISTS", [owner.toUpperCase()]),
    );
  });

  await t.test("401 before the password is looked at, which costs a hash", async () => {
    deepEqual(await code({ password: "short", roles: [orgRole] }, "groupReader"), [401, "USER_UNAUTHORIZED"]);
  });

  await t.test("400 for passwords that are short, endless, common or about the person", async () => {
    deepEqual(await code({ password: "short" }), [400, "WEAK_PASSWORD"]);
    deepEqual(await code({ password: "long ".repeat(60) }), [400, "WEAK_PASSWORD"]);
    deepEqual(await code({ password: "Password1" }), [400, "COMMON_PASSWORD"]);
    deepEqual(await code({ password: "anteroom-2026" }), [400, "PERSONAL_PASSWORD"]);
  });

  await t.test("400 for what is no country, no address, and for endless names", async () => {
    deepEqual(await code({ country: "ZZ" }), [400, "INVALID_COUNTRY_CODE"]);
    deepEqual(await code({ country: "usa" }), [400, "INVALID_COUNTRY_CODE"]);
    deepEqual(await code({ username: "fresh" }), [400, "INVALID_USERNAME"]);
    const endless = "a".repeat(257);
    deepEqual(await code({ firstName: endless }), [400, "FIRST_NAME_EXCEEDS_MAX_LENGTH"]);
    deepEqual(await code({ lastName: endless }), [400, "LAST_NAME_EXCEEDS_MAX_LENGTH"]);
  });

  await t.test(
    "400 for roles of no scope, of two, without a name, unknown, or of the other sort",
    async () => {
      const roles = (...roles: object[]) => code({ roles });
      deepEqual(await roles({ roleName: "ORG_MEMBER" }), [400, "BAD_REQUEST"]);
      deepEqual(await roles({ ...orgRole, groupId: ids.group }), [400, "BAD_REQUEST"]);
      const nameless = await create({ roles: [{ orgId: ids.org }] });
      assertRefusal(
        nameless,
        refusal("MISSING_ATTRIBUTE", ["roles.0.roleName"], "roles.0.roleName", "The value is required."),
      );
      deepEqual(await roles({ ...orgRole, roleName: "ORG_KING" }), [400, "BAD_REQUEST"]);
      deepEqual(await roles({ ...orgRole, roleName: "GROUP_OWNER" }), [400, "INVALID_ROLE_FOR_ORG"]);
      deepEqual(await roles({ ...groupRole, roleName: "ORG_OWNER" }), [400, "INVALID_ROLE_FOR_GROUP"]);
    },
  );

  for (const [refusal, scope] of [
    ["MAX_USERS_PER_GROUP_EXCEEDED", "group"],
    ["MAX_USERS_PER_ORG_EXCEEDED", "org"],
  ] as const) {
    await t.test(`400 ${refusal} when there are 500`, async () => {
      fillUp(stage, scope);
      deepEqual(await code({ roles: [groupRole] }), [400, refusal]);
    });
  }

  await t.test("401 for roles the caller may not give", async () => {
    const asked = (role: object, caller: Parameters<typeof create>[1]) => code({ roles: [role] }, caller);
    deepEqual(await asked(orgRole, "member"), [401, "USER_UNAUTHORIZED"]);
    deepEqual(await asked(orgRole, "stranger"), [401, "USER_CANNOT_ACCESS_ORG"]);
    deepEqual(await asked(groupRole, "groupReader"), [401, "USER_UNAUTHORIZED"]);
    deepEqual(await asked(groupRole, "stranger"), [401, "USER_CANNOT_ACCESS_GROUP"]);
  });

  await t.test("404 for organizations and projects that are not there", async () => {
    deepEqual(await code({ roles: [{ ...orgRole, orgId: ids.missing }] }), [404, "ORG_NOT_FOUND"]);
    deepEqual(await code({ roles: [{ ...groupRole, groupId: ids.missing }] }), [404, "GROUP_NOT_FOUND"]);
  });
});

test("createUser: 429 after sixty hashes for one network, whoever asks", async (t) => {
  const stage = await startStage(t, { limits: "atlas" });
  const make = (number: number) => {
    const sent = { ...body, username: `many${number}@example.com` };
    return stage.ask(number % 2 === 0 ? "owner" : "stranger", { method: "POST", path, body: sent });
  };
  const statuses = [];
  for (let number = 0; number < 61; number++) statuses.push((await make(number)).status);
  deepEqual(statuses, [...Array(60).fill(201), 429]);
});
