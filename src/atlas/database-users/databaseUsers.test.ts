// Users of the databases of a project, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import {
  assertRefusal,
  assertSuccess,
  eventBy,
  now,
  refusal,
  startStage,
} from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${groupPath}/databaseUsers`;
const password = "a word of the application";
const tomorrow = "2026-08-11T03:04:53Z";
const roles = [{ databaseName: "admin", roleName: "readWrite" }];
const app = { databaseName: "admin", groupId: ids.group, password, roles, username: "app" };
const make = (body: object) => ({ method: "POST", path, body });
const at = (user: string, method = "GET") => ({ method, path: `${path}/${user}` });
const change = (user: string, body: object) => ({ ...at(user, "PATCH"), body });
const success = { status: 200, limit: 10_000 };

test("database users of a project", async (t) => {
  const stage = await startStage(t);
  const shown = (user: Readonly<Record<string, unknown>> = {}, link = "admin/app") =>
    Object.fromEntries(
      Object.entries({
        awsIAMType: "NONE",
        databaseName: "admin",
        groupId: ids.group,
        labels: [],
        ldapAuthType: "NONE",
        links: [{ href: `${stage.url}${path}/${link}`, rel: "self" }],
        oidcAuthType: "NONE",
        roles,
        scopes: [],
        username: "app",
        x509Type: "NONE",
        ...user,
      }).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const count = async () => (await stage.ask("groupReader", { path })).json.totalCount;
  const event = (type: string) => eventBy("groupOwner", type, { groupId: ids.group });

  await t.test("201 makes a user with a password, which no answer and no row shows", async () => {
    const more = {
      deleteAfterDate: "2026-08-11T03:04:53.500Z",
      description: "nightly",
      labels: [{ key: "team", value: "core" }],
      scopes: [{ name: "Cluster0", type: "CLUSTER" }],
    };
    const json = shown({ ...more, deleteAfterDate: tomorrow });
    assertSuccess(await stage.ask("groupOwner", make({ ...app, ...more })), {
      ...success,
      status: 201,
      json,
    });
    assertSuccess(await stage.ask("groupReader", at("admin/app")), { ...success, json });
    deepEqual((await stage.ask("groupReader", { path })).json.results, [json]);
    deepEqual(stage.events(), [event("MONGODB_USER_ADDED")]);
    const [{ details } = { details: "" }] = stage.rows("select details from events") as { details: string }[];
    const { access: _, ...said } = JSON.parse(details);
    deepEqual(said, { dbUserUsername: "app" });
    equal(JSON.stringify(stage.rows("select * from documents")).includes(password), false);
  });

  const proofs: readonly (readonly [string, object, link: string])[] = [
    ["a certificate", { x509Type: "MANAGED", username: "app" }, "$external/app"],
    [
      "a customer's certificate",
      { x509Type: "CUSTOMER", username: "CN=app,OU=core" },
      "$external/CN%3Dapp%2COU%3Dcore",
    ],
    [
      "AWS",
      { awsIAMType: "ROLE", username: "arn:aws:iam::123456789012:role/app" },
      "$external/arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fapp",
    ],
    [
      "a directory",
      { ldapAuthType: "USER", username: "CN=app,DC=example" },
      "$external/CN%3Dapp%2CDC%3Dexample",
    ],
    [
      "a group of a directory",
      { ldapAuthType: "GROUP", username: "CN=apps,DC=example", databaseName: "admin" },
      "admin/CN%3Dapps%2CDC%3Dexample",
    ],
    [
      "a group of a provider",
      { oidcAuthType: "IDP_GROUP", username: `${ids.missing}/apps`, databaseName: "admin" },
      `admin/${ids.missing}%2Fapps`,
    ],
    [
      "a provider",
      { oidcAuthType: "USER", username: `${ids.missing}/app` },
      `$external/${ids.missing}%2Fapp`,
    ],
  ];
  for (const [what, proof, link] of proofs) {
    await t.test(`201 makes a user whom ${what} proves, and finds it by its name`, async () => {
      const user = { databaseName: "$external", ...proof };
      const json = shown(user, link);
      const made = await stage.ask("groupOwner", make({ roles, ...user }));
      assertSuccess(made, { ...success, status: 201, json });
      assertSuccess(await stage.ask("groupReader", at(link)), { ...success, json });
    });
  }

  await t.test(
    "200 changes what is sent; what is absent stays, and what is null, but for the description",
    async () => {
      await stage.ask("groupOwner", make({ ...app, description: "nightly", deleteAfterDate: tomorrow }));
      const before = stage.rows("select sealed_secret from documents");
      const sent = { ...app, password: "another word of it", roles: null };
      const kept = shown({ description: "nightly", deleteAfterDate: tomorrow });
      assertSuccess(await stage.ask("groupOwner", change("admin/app", sent)), { ...success, json: kept });
      equal(
        JSON.stringify(stage.rows("select sealed_secret from documents")) === JSON.stringify(before),
        false,
      );
      const others = [{ collectionName: "orders", databaseName: "sales", roleName: "read" }];
      for (const description of ["", null]) {
        await stage.ask("groupOwner", change("admin/app", { description: "nightly" }));
        const cleared = await stage.ask("groupOwner", change("admin/app", { roles: others, description }));
        assertSuccess(cleared, { ...success, json: shown({ roles: others, deleteAfterDate: tomorrow }) });
      }
      deepEqual(
        stage.events().map(({ type }) => type),
        ["MONGODB_USER_ADDED", ...Array<string>(5).fill("MONGODB_USER_UPDATED")],
      );
    },
  );

  await t.test("a user ends by the clock", async () => {
    await stage.ask("groupOwner", make({ ...app, deleteAfterDate: tomorrow }));
    stage.clock.set({ advance: "P1D" });
    equal(await count(), 0);
    assertRefusal(await stage.ask("groupReader", at("admin/app")), refusal("USERNAME_NOT_FOUND", ["app"]));
    equal((await stage.ask("groupOwner", make(app))).status, 201);
    deepEqual(
      stage.events().map(({ type }) => type),
      ["MONGODB_USER_ADDED", "MONGODB_USER_DELETED", "MONGODB_USER_ADDED"],
    );
  });

  await t.test("204 deletes a user; afterwards 404, by the codes that clients tell apart", async () => {
    await stage.ask("groupOwner", make(app));
    assertSuccess(await stage.ask("groupOwner", at("admin/app", "DELETE")), { ...success, status: 204 });
    const gone = refusal("USER_NOT_FOUND", ["app"]);
    assertRefusal(await stage.ask("groupOwner", at("admin/app", "DELETE")), gone);
    const unknown = refusal("USERNAME_NOT_FOUND", ["app"]);
    assertRefusal(await stage.ask("groupOwner", at("admin/app")), unknown);
    assertRefusal(await stage.ask("groupOwner", change("admin/app", { roles })), unknown);
    deepEqual(stage.events(), [event("MONGODB_USER_ADDED"), event("MONGODB_USER_DELETED")]);
  });

  const own = { databaseName: "admin", roleName: "reports" };
  const required = "The value is required.";
  const refused: readonly (readonly [string, object, ReturnType<typeof refusal>])[] = [
    ["no password", { password: undefined }, refusal("MISSING_PASSWORD", [], "password", required)],
    ["a short password", { password: "short" }, refusal("WEAK_PASSWORD", [8, 256])],
    ["no roles", { roles: [] }, refusal("MISSING_ATTRIBUTE", ["roles"], "roles", required)],
    [
      "a role without its database",
      { roles: [{ roleName: "read" }] },
      refusal("MISSING_ATTRIBUTE", ["databaseName"], "databaseName", required),
    ],
    ["a role twice", { roles: [...roles, ...roles] }, refusal("DUPLICATE_DATABASE_ROLES")],
    [
      "a role of all databases on one",
      { roles: [{ databaseName: "sales", roleName: "atlasAdmin" }] },
      refusal("ATLAS_INVALID_ROLE_DATABASE", ["atlasAdmin", "sales"]),
    ],
    [
      "a collection of a role that has none",
      { roles: [{ ...own, roleName: "dbAdmin", collectionName: "x" }] },
      refusal("ATLAS_INVALID_ROLE", ["dbAdmin.x"]),
    ],
    [
      "a role that is not there",
      { roles: [{ ...own, roleName: "none" }] },
      refusal("ATLAS_CUSTOM_ROLE_NOT_FOUND", ["none"]),
    ],
    [
      "an own role beside another",
      { roles: [own, ...roles] },
      refusal("ATLAS_INVALID_CUSTOM_ROLE_ASSIGNMENT", ["reports"]),
    ],
    [
      "an own role on another database",
      { roles: [{ ...own, databaseName: "sales" }] },
      refusal("UNSUPPORTED_ROLE", ["reports", "sales"]),
    ],
    ["two proofs", { x509Type: "MANAGED", awsIAMType: "USER" }, refusal("ATLAS_INVALID_AUTH_SETTINGS")],
    [
      "a password beside another proof",
      { databaseName: "$external", x509Type: "MANAGED" },
      refusal("ATLAS_INVALID_AUTH_SETTINGS"),
    ],
    ["a password in $external", { databaseName: "$external" }, refusal("DATABASE_NAME_INVALID_EXTERNAL")],
    [
      "a certificate in admin",
      { x509Type: "MANAGED", password: undefined },
      refusal("DATABASE_NAME_INVALID_ADMIN"),
    ],
    [
      "a name that is no ARN",
      { databaseName: "$external", awsIAMType: "USER", password: undefined },
      refusal("ATLAS_INVALID_USERNAME", ["app"]),
    ],
    ["a name with NUL", { username: "a\0b" }, refusal("ATLAS_INVALID_USERNAME", ["a\0b"])],
    [
      "a certificate for a time",
      { databaseName: "$external", x509Type: "MANAGED", password: undefined, deleteAfterDate: tomorrow },
      refusal("ATLAS_X509_USER_CANNOT_BE_TEMPORARY"),
    ],
  ];
  const makeReports = async () => {
    const actions = [{ action: "FIND", resources: [{ db: "sales" }] }];
    const body = { roleName: "reports", actions };
    const reply = await stage.ask("groupOwner", {
      method: "POST",
      path: `${groupPath}/customDBRoles/roles`,
      body,
    });
    equal(reply.status, 202);
  };
  for (const [what, wrong, expected] of refused) {
    await t.test(`${expected.status} ${expected.errorCode} for ${what}`, async () => {
      await makeReports();
      assertRefusal(await stage.ask("groupOwner", make({ ...app, ...wrong })), expected);
      equal(await count(), 0);
    });
  }

  for (const [what, wrong, expected] of refused.filter(([, wrong]) => "roles" in wrong)) {
    await t.test(`${expected.status} ${expected.errorCode} for a change to ${what}`, async () => {
      await makeReports();
      await stage.ask("groupOwner", make(app));
      assertRefusal(await stage.ask("groupOwner", change("admin/app", wrong)), expected);
      assertSuccess(await stage.ask("groupReader", at("admin/app")), { ...success, json: shown() });
    });
  }

  const lateDates = [
    [now, refusal("EXPIRATION_DATE_IN_PAST", [now], "deleteAfterDate", "It is past.")],
    [
      "2026-08-18T00:00:00Z",
      refusal(
        "EXPIRATION_DATE_EXCEEDS_MAX",
        ["2026-08-18T00:00:00Z"],
        "deleteAfterDate",
        "It is more than a week ahead.",
      ),
    ],
  ] as const;
  for (const [deleteAfterDate, expected] of lateDates) {
    await t.test(`400 ${expected.errorCode}, of a new user and of one that is there`, async () => {
      assertRefusal(await stage.ask("groupOwner", make({ ...app, deleteAfterDate })), expected);
      await stage.ask("groupOwner", make({ ...app, deleteAfterDate: tomorrow }));
      assertRefusal(await stage.ask("groupOwner", change("admin/app", { deleteAfterDate })), expected);
    });
  }

  await t.test("400 for a password that is short, or beside another proof", async () => {
    await stage.ask("groupOwner", make(app));
    const short = await stage.ask("groupOwner", change("admin/app", { password: "short" }));
    assertRefusal(short, refusal("WEAK_PASSWORD", [8, 256]));
    const byCertificate = { ...app, databaseName: "$external", x509Type: "MANAGED", password: undefined };
    await stage.ask("groupOwner", make(byCertificate));
    const beside = await stage.ask("groupOwner", change("$external/app", { password: app.password }));
    assertRefusal(beside, refusal("ATLAS_INVALID_AUTH_SETTINGS"));
  });

  await t.test("409 USER_ALREADY_EXISTS, but not in the other database", async () => {
    await stage.ask("groupOwner", make(app));
    assertRefusal(await stage.ask("groupOwner", make(app)), refusal("USER_ALREADY_EXISTS", ["app"]));
    const other = { ...app, databaseName: "$external", x509Type: "MANAGED", password: undefined };
    equal((await stage.ask("groupOwner", make(other))).status, 201);
  });

  await t.test("409 for a name, a database or a proof that is to change; 400 for an end", async () => {
    await stage.ask("groupOwner", make(app));
    const refuses = async (body: object, expected: ReturnType<typeof refusal>) =>
      assertRefusal(await stage.ask("groupOwner", change("admin/app", body)), expected);
    await refuses({ username: "other" }, refusal("DATABASE_USERNAME_CANNOT_BE_CHANGED"));
    await refuses({ databaseName: "$external" }, refusal("DATABASE_NAME_CANNOT_BE_CHANGED"));
    await refuses({ x509Type: "MANAGED" }, refusal("AUTH_TYPE_CANNOT_BE_CHANGED"));
    await refuses(
      { deleteAfterDate: tomorrow },
      refusal("PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY", ["app"]),
    );
  });

  await t.test("403 GROUP_USERS_LIMIT_EXCEEDED beyond the limit of the project", async () => {
    const limit = `${groupPath}/limits/atlas.project.security.databaseAccess.users`;
    await stage.ask("owner", { method: "PATCH", path: limit, body: { value: 1 } });
    await stage.ask("groupOwner", make(app));
    const reply = await stage.ask("groupOwner", make({ ...app, username: "two" }));
    assertRefusal(reply, refusal("GROUP_USERS_LIMIT_EXCEEDED", [ids.group, 1]));
  });
});
