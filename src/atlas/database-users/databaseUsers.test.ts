// Users of the databases of a project, answer by answer.
import { deepEqual, equal, notDeepEqual } from "node:assert/strict";
import { test } from "node:test";
import { type Asked, type RefusedCall, request, startOperations } from "../../../test/support/operations.ts";
import { now } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const password = "a word of the application";
const tomorrow = "2026-08-11T03:04:53Z";
const roles = [{ databaseName: "admin", roleName: "readWrite" }];
const app = { databaseName: "admin", groupId: ids.group, password, roles, username: "app" };
const byCertificate = { ...app, databaseName: "$external", x509Type: "MANAGED", password: undefined };
const of = (username: string, databaseName = "admin"): Asked => ({ params: { databaseName, username } });
const change = (body: object): Asked => ({ ...of("app"), body });

test("database users of a project", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, refuses, testRefusals } = stage;
  type Shown = Readonly<Record<string, unknown>> & { username?: string; databaseName?: string };
  const shown = ({ username = "app", databaseName = "admin", ...more }: Shown = {}) => {
    const { path } = request("getGroupDatabaseUser", of(username, databaseName));
    return sortMembers({
      awsIAMType: "NONE",
      databaseName,
      groupId: ids.group,
      labels: [],
      ldapAuthType: "NONE",
      links: [{ href: `${stage.url}${path.replace("%24", "$")}`, rel: "self" }],
      oidcAuthType: "NONE",
      roles,
      scopes: [],
      username,
      x509Type: "NONE",
      ...more,
    });
  };
  const make = (body: object = app) => get("createGroupDatabaseUser", { body });
  const count = async () => (await get("listGroupDatabaseUsers")).totalCount;
  const types = () => stage.events().map(({ type }) => type.replace("MONGODB_USER_", ""));

  await t.test("201 makes a user with a password, which no answer and no row shows", async () => {
    const more = {
      deleteAfterDate: "2026-08-11T03:04:53.500Z",
      description: "nightly",
      labels: [{ key: "team", value: "core" }],
      scopes: [{ name: "Cluster0", type: "CLUSTER" }],
    };
    const json = shown({ ...more, deleteAfterDate: tomorrow });
    await answers("createGroupDatabaseUser", { body: { ...app, ...more } }, json);
    await answers("getGroupDatabaseUser", of("app"), json);
    deepEqual((await get("listGroupDatabaseUsers")).results, [json]);
    deepEqual(stage.told(), [["MONGODB_USER_ADDED", "group"]]);
    const [{ access: _, ...said }] = stage.details() as [Record<string, unknown>];
    deepEqual(said, { dbUserUsername: "app" });
    equal(JSON.stringify(stage.rows("select * from documents")).includes(password), false);
  });

  for (const [what, proof] of [
    ["a certificate", { x509Type: "MANAGED", username: "app" }],
    [
      "a group of a directory",
      { ldapAuthType: "GROUP", username: "CN=apps,DC=example", databaseName: "admin" },
    ],
    ["a provider", { oidcAuthType: "USER", username: `${ids.missing}/app` }],
  ] as const) {
    await t.test(`201 makes a user whom ${what} proves, and finds it by its name`, async () => {
      const user = { databaseName: "$external", ...proof };
      await answers("createGroupDatabaseUser", { body: { roles, ...user } }, shown(user));
      await answers("getGroupDatabaseUser", of(user.username, user.databaseName), shown(user));
    });
  }

  await t.test(
    "200 changes what is sent; what is absent stays, and what is null, but for the description",
    async () => {
      await make({ ...app, description: "nightly", deleteAfterDate: tomorrow });
      const sealed = () => stage.rows("select sealed_secret from documents");
      const before = sealed();
      const sent = { ...app, password: "another word of it", roles: null };
      const kept = shown({ description: "nightly", deleteAfterDate: tomorrow });
      await answers("updateGroupDatabaseUser", change(sent), kept);
      notDeepEqual(sealed(), before);
      const others = [{ collectionName: "orders", databaseName: "sales", roleName: "read" }];
      const cleared = shown({ roles: others, deleteAfterDate: tomorrow });
      for (const description of ["", null]) {
        await get("updateGroupDatabaseUser", change({ description: "nightly" }));
        await answers("updateGroupDatabaseUser", change({ roles: others, description }), cleared);
      }
      deepEqual(types(), ["ADDED", ...Array<string>(5).fill("UPDATED")]);
    },
  );

  await t.test("a user ends by the clock", async () => {
    await make({ ...app, deleteAfterDate: tomorrow });
    stage.clock.set({ advance: "P1D" });
    equal(await count(), 0);
    await refuses("getGroupDatabaseUser", of("app"), "USERNAME_NOT_FOUND", ["app"]);
    await make();
    deepEqual(types(), ["ADDED", "DELETED", "ADDED"]);
  });

  await t.test("204 deletes a user; afterwards 404, by the codes that clients tell apart", async () => {
    await make();
    await answers("deleteGroupDatabaseUser", of("app"));
    await refuses("deleteGroupDatabaseUser", of("app"), "USER_NOT_FOUND", ["app"]);
    await refuses("getGroupDatabaseUser", of("app"), "USERNAME_NOT_FOUND", ["app"]);
    await refuses("updateGroupDatabaseUser", change({ roles }), "USERNAME_NOT_FOUND", ["app"]);
    deepEqual(stage.told(), [
      ["MONGODB_USER_ADDED", "group"],
      ["MONGODB_USER_DELETED", "group"],
    ]);
  });

  const makeReports = () => {
    const actions = [{ action: "FIND", resources: [{ db: "sales" }] }];
    return get("createGroupCustomDbRoleRole", { body: { roleName: "reports", actions } });
  };
  const there = async () => {
    await make();
    return change({});
  };
  const own = { databaseName: "admin", roleName: "reports" };
  const required = "The value is required.";
  const withRoles = (...roles: object[]) => ({ before: makeReports, body: { roles } });
  await testRefusals({ createGroupDatabaseUser: { body: app }, updateGroupDatabaseUser: there }, [
    ["a short password", { body: { password: "short" } }, "WEAK_PASSWORD", [8, 256]],
    ["no roles", withRoles(), "MISSING_ATTRIBUTE", ["roles"], "roles", required],
    [
      "a role without its database",
      withRoles({ roleName: "read" }),
      "MISSING_ATTRIBUTE",
      ["databaseName"],
      "databaseName",
      required,
    ],
    ["a role twice", withRoles(...roles, ...roles), "DUPLICATE_DATABASE_ROLES"],
    [
      "a role of all databases on one",
      withRoles({ databaseName: "sales", roleName: "atlasAdmin" }),
      "ATLAS_INVALID_ROLE_DATABASE",
      ["atlasAdmin", "sales"],
    ],
    [
      "a collection of a role that has none",
      withRoles({ ...own, roleName: "dbAdmin", collectionName: "x" }),
      "ATLAS_INVALID_ROLE",
      ["dbAdmin.x"],
    ],
    [
      "a role that is not there",
      withRoles({ ...own, roleName: "none" }),
      "ATLAS_CUSTOM_ROLE_NOT_FOUND",
      ["none"],
    ],
    [
      "an own role beside another",
      withRoles(own, ...roles),
      "ATLAS_INVALID_CUSTOM_ROLE_ASSIGNMENT",
      ["reports"],
    ],
    [
      "an own role on another database",
      withRoles({ ...own, databaseName: "sales" }),
      "UNSUPPORTED_ROLE",
      ["reports", "sales"],
    ],
  ]);
  const late = "2026-08-18T00:00:00Z";
  const ends: RefusedCall[] = [
    [
      "an end that is past",
      { body: { deleteAfterDate: now } },
      "EXPIRATION_DATE_IN_PAST",
      [now],
      "deleteAfterDate",
      "It is past.",
    ],
    [
      "an end more than a week ahead",
      { body: { deleteAfterDate: late } },
      "EXPIRATION_DATE_EXCEEDS_MAX",
      [late],
      "deleteAfterDate",
      "It is more than a week ahead.",
    ],
  ];
  const temporary = async () => {
    await make({ ...app, deleteAfterDate: tomorrow });
    return change({});
  };
  await testRefusals({ createGroupDatabaseUser: { body: app }, updateGroupDatabaseUser: temporary }, ends);
  await testRefusals({ createGroupDatabaseUser: { body: app } }, [
    ["no password", { body: { password: undefined } }, "MISSING_PASSWORD", [], "password", required],
    [
      "a password beside another proof",
      { body: { databaseName: "$external", x509Type: "MANAGED" } },
      "ATLAS_INVALID_AUTH_SETTINGS",
    ],
    ["a password in $external", { body: { databaseName: "$external" } }, "DATABASE_NAME_INVALID_EXTERNAL"],
    [
      "a certificate in admin",
      { body: { ...byCertificate, databaseName: "admin" } },
      "DATABASE_NAME_INVALID_ADMIN",
    ],
    ["a name with NUL", { body: { username: "a\0b" } }, "ATLAS_INVALID_USERNAME", ["a\0b"]],
    [
      "a certificate for a time",
      { body: { ...byCertificate, deleteAfterDate: tomorrow } },
      "ATLAS_X509_USER_CANNOT_BE_TEMPORARY",
    ],
    ["a name that is taken", { before: () => make() }, "USER_ALREADY_EXISTS", ["app"]],
    [
      "one more than the project may have",
      {
        before: async () => {
          const params = { limitName: "atlas.project.security.databaseAccess.users" };
          await get("setGroupLimit", { as: "owner", params, body: { value: 1 } });
          await make({ ...app, username: "two" });
        },
      },
      "GROUP_USERS_LIMIT_EXCEEDED",
      [ids.group, 1],
    ],
  ]);
  await testRefusals({ updateGroupDatabaseUser: there }, [
    ["another name", { body: { username: "other" } }, "DATABASE_USERNAME_CANNOT_BE_CHANGED"],
    ["another database", { body: { databaseName: "$external" } }, "DATABASE_NAME_CANNOT_BE_CHANGED"],
    ["another proof", { body: { x509Type: "MANAGED" } }, "AUTH_TYPE_CANNOT_BE_CHANGED"],
    ["an end", { body: { deleteAfterDate: tomorrow } }, "PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY", ["app"]],
    [
      "a password beside another proof",
      { before: () => make(byCertificate), ...of("app", "$external"), body: { password } },
      "ATLAS_INVALID_AUTH_SETTINGS",
    ],
  ]);

  await t.test("201 for one name in both databases", async () => {
    await make();
    await make(byCertificate);
    equal(await count(), 2);
  });
});
