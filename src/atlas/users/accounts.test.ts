// Accounts of the older API, answer by answer: created, and read by id and by name.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { type Asked, type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { now, startStage } from "../../../test/support/stage.ts";
import { fillUp, idOf, ownerUser, pending } from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

const person = { country: "US", firstName: "Ada", lastName: "Example" };
const username = "Fresh@example.com";
const body = { ...person, password: "correct horse battery", roles: [] as object[], username };
const orgRole = { orgId: ids.org, roleName: "ORG_READ_ONLY" };
const groupRole = { groupId: ids.group, roleName: "GROUP_READ_ONLY" };
const linksOf = (href: string) => [
  { href, rel: "self" },
  { href: `${href}/whitelist`, rel: "https://cloud.mongodb.com/whitelist" },
  { href: `${href}/accessList`, rel: "https://cloud.mongodb.com/accessList" },
];

test("accounts", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, testRefusals, told, url } = stage;
  const hrefOf = (id: string) => `${url}/api/atlas/v2/users/${id}`;
  const create = (changes: object, as: Asked["as"] = "owner") =>
    get("createUser", { as, body: { ...body, ...changes } });
  const memberOf = async (id: "listOrgUsers" | "listGroupUsers", of = username) =>
    (await get(id)).results.find((each: { username: string }) => each.username === of);

  await t.test("201 the account, without a role of those it is offered; never its password", async () => {
    const sent = { body: { ...body, roles: [orgRole, groupRole], mobileNumber: "2125550123" } };
    const reply = await call("createUser", sent);
    const { id } = reply.json;
    equal(reply.headers.location, `${url}/api/atlas/v1.0/users/${id}`);
    const rest = { emailAddress: username, id, links: linksOf(hrefOf(id)), roles: [], teamIds: [], username };
    deepEqual(reply.json, { ...person, createdAt: now, ...rest });
    const [row] = stage.rows(`select password_hash from users where id = '${id}'`);
    match(JSON.stringify(row), /"\$argon2id\$/);
    equal(JSON.stringify(stage.rows("select * from events")).includes("battery"), false);
    const user = await memberOf("listOrgUsers");
    const groupRoleAssignments = [{ groupId: ids.group, groupRoles: ["GROUP_READ_ONLY"] }];
    const roles = { groupRoleAssignments, orgRoles: ["ORG_READ_ONLY"] };
    deepEqual([user.id, user.orgMembershipStatus, user.roles], [id, "PENDING", roles]);
    deepEqual(told().slice(-2), [
      ["INVITED_TO_ORG", "org", username],
      ["INVITED_TO_GROUP", "group", username],
    ]);
  });

  await t.test(
    "201 a project role alone comes with Organization Member, no role with no invitation",
    async () => {
      await create({ roles: [groupRole] }, "groupOwner");
      const user = await memberOf("listGroupUsers");
      deepEqual([user.orgMembershipStatus, user.roles], ["PENDING", ["GROUP_READ_ONLY"]]);
      deepEqual((await memberOf("listOrgUsers")).roles.orgRoles, ["ORG_MEMBER"]);
      await create({ username: "none@example.com" });
      equal(await memberOf("listOrgUsers", "none@example.com"), undefined);
    },
  );

  await t.test("201 an address that is pending keeps its id, and its roles beside the new ones", async () => {
    const before = await memberOf("listOrgUsers", pending);
    equal((await create({ username: pending, roles: [orgRole] })).id, before.id);
    const after = await memberOf("listOrgUsers", pending);
    deepEqual([after.id, after.roles.orgRoles], [before.id, ["ORG_READ_ONLY", "ORG_MEMBER"]]);
  });

  const roles = (...given: object[]) => ({ body: { roles: given } });
  const by = (as: Asked["as"], role: object) => ({ as, ...roles(role) });
  const long = "a".repeat(257);
  const required = "The value is required.";
  const length = "The password must have 8 to 256 characters,";
  const capitals = "Name a country by two capital letters, such as US or KR.";
  const either = "Name either the organization (orgId) or the project (groupId) of the role.";
  const unknown = "Invalid role name 'ORG_KING'. Must be a valid Role name.";
  const onlyOrg = "GROUP_OWNER is a project role. Name organization roles only.";
  const onlyGroup = "ORG_OWNER is an organization role. Name project roles only.";
  const full = (scope: "group" | "org") => ({ ...roles(groupRole), before: () => fillUp(stage, scope) });
  await testRefusals({ createUser: { body } }, [
    [
      "an address that has an account, in whatever case",
      { body: { username: "OWNER@EXAMPLE.COM" } },
      "USER_ALREADY_EXISTS",
      ["OWNER@EXAMPLE.COM"],
    ],
    [
      "a caller who may not, before the password is hashed",
      { as: "groupReader", body: { password: "short", roles: [orgRole] } },
      "USER_UNAUTHORIZED",
    ],
    [
      "a short password",
      { body: { password: "short" } },
      "WEAK_PASSWORD",
      [8, 256],
      "password",
      `${length} not 5.`,
    ],
    [
      "an endless password",
      { body: { password: "long ".repeat(60) } },
      "WEAK_PASSWORD",
      [8, 256],
      "password",
      `${length} not 300.`,
    ],
    ["a common password", { body: { password: "Password1" } }, "COMMON_PASSWORD"],
    ["a password about the person", { body: { password: "anteroom-2026" } }, "PERSONAL_PASSWORD"],
    ["what is no country", { body: { country: "ZZ" } }, "INVALID_COUNTRY_CODE", ["ZZ"], "country", capitals],
    [
      "a country of three letters",
      { body: { country: "usa" } },
      "INVALID_COUNTRY_CODE",
      ["usa"],
      "country",
      capitals,
    ],
    [
      "what is no address",
      { body: { username: "fresh" } },
      "INVALID_USERNAME",
      ["fresh"],
      "username",
      "Must be an e-mail address, such as ada@example.com.",
    ],
    ["an endless first name", { body: { firstName: long } }, "FIRST_NAME_EXCEEDS_MAX_LENGTH", [256]],
    ["an endless last name", { body: { lastName: long } }, "LAST_NAME_EXCEEDS_MAX_LENGTH", [256]],
    ...(["firstName", "lastName", "mobileNumber"] as const).map(
      (member): RefusedCall => [
        `NUL in ${member}`,
        { body: { [member]: "a\0" } },
        "BAD_REQUEST",
        [],
        member,
        "The value must be a string of any characters but NUL.",
      ],
    ),
    ["a role of no scope", roles({ roleName: "ORG_MEMBER" }), "BAD_REQUEST", [], "roles.0", either],
    ["a role of two scopes", roles({ ...orgRole, groupId: ids.group }), "BAD_REQUEST", [], "roles.0", either],
    [
      "a role without a name",
      roles({ orgId: ids.org }),
      "MISSING_ATTRIBUTE",
      ["roles.0.roleName"],
      "roles.0.roleName",
      required,
    ],
    ["an unknown role", roles({ ...orgRole, roleName: "ORG_KING" }), "BAD_REQUEST", [], "_roles", unknown],
    [
      "a project role in an organization",
      roles({ ...orgRole, roleName: "GROUP_OWNER" }),
      "INVALID_ROLE_FOR_ORG",
      ["GROUP_OWNER", ids.org],
      "_roles",
      onlyOrg,
    ],
    [
      "an organization role in a project",
      roles({ ...groupRole, roleName: "ORG_OWNER" }),
      "INVALID_ROLE_FOR_GROUP",
      ["ORG_OWNER", ids.group],
      "_roles",
      onlyGroup,
    ],
    ["a project of 500", full("group"), "MAX_USERS_PER_GROUP_EXCEEDED", [500, ids.group]],
    ["an organization of 500", full("org"), "MAX_USERS_PER_ORG_EXCEEDED", [500, ids.org]],
    ["a member who gives an organization role", by("member", orgRole), "USER_UNAUTHORIZED"],
    ["a stranger who gives an organization role", by("stranger", orgRole), "USER_CANNOT_ACCESS_ORG"],
    ["a reader who gives a project role", by("groupReader", groupRole), "USER_UNAUTHORIZED"],
    ["a stranger who gives a project role", by("stranger", groupRole), "USER_CANNOT_ACCESS_GROUP"],
    ["no such organization", roles({ ...orgRole, orgId: ids.missing }), "ORG_NOT_FOUND", [ids.missing]],
    ["no such project", roles({ ...groupRole, groupId: ids.missing }), "GROUP_NOT_FOUND", [ids.missing]],
  ]);

  for (const [id, find] of [
    ["getUser", (name: string) => ({ userId: idOf(stage, name) })],
    ["getUserByName", (name: string) => ({ userName: name })],
  ] as const) {
    const of = (name: string) => ({ as: "member" as const, params: find(name) });
    const code = id === "getUser" ? "USER_NOT_FOUND" : "USERNAME_NOT_FOUND";

    await t.test(`200 ${id}: an account with its roles in the caller's organization`, async () => {
      const { id: userId, teamIds } = ownerUser(stage);
      await answers(id, of("owner@example.com"), {
        createdAt: now,
        emailAddress: "owner@example.com",
        firstName: "Ada",
        id: userId,
        lastName: "Example",
        links: linksOf(hrefOf(userId)),
        roles: [
          { orgId: ids.org, roleName: "ORG_OWNER" },
          { groupId: ids.group, roleName: "GROUP_OWNER" },
        ],
        teamIds,
        username: "owner@example.com",
      });
    });

    await t.test(`404 ${id}: ${code} for an invited address, whether or not it has an account`, async () => {
      for (const address of ["other@example.com", "nobody@example.com"]) {
        const body = { username: address, roles: { orgRoles: ["ORG_MEMBER"] } };
        await call("createOrgUser", { body });
        equal((await call(id, of(address))).json.errorCode, code);
      }
    });

    const [[shown]] = [Object.values(find("other@example.com"))];
    await testRefusals({ [id]: of("other@example.com") }, [
      ["somebody the caller has no part in", {}, code, [shown as string]],
    ]);
  }

  await t.test("200 for a name in whatever case", async () => {
    equal((await call("getUserByName", { params: { userName: "OWNER@EXAMPLE.COM" } })).status, 200);
  });
  await testRefusals({ getUser: { params: { userId: ids.missing } } }, [
    ["nobody", {}, "USER_NOT_FOUND", [ids.missing]],
  ]);
});

test("createUser: 429 after sixty hashes for one network, whoever asks", async (t) => {
  const stage = await startStage(t, { limits: "atlas" });
  const make = (number: number) => {
    const sent = { ...body, username: `many${number}@example.com` };
    const caller = number % 2 === 0 ? "owner" : "stranger";
    return stage.ask(caller, { method: "POST", path: "/api/atlas/v2/users", body: sent });
  };
  const statuses = [];
  for (let number = 0; number < 61; number++) statuses.push((await make(number)).status);
  deepEqual(statuses, [...Array(60).fill(201), 429]);
});
