// A project's own roles for its databases, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import { assertRefusal, assertSuccess, eventBy, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${groupPath}/customDBRoles/roles`;
const actions = [{ action: "FIND", resources: [{ collection: "orders", db: "sales" }] }];
const inherited = (role: string, db = "admin") => [{ db, role }];
const make = (roleName: string, body: object = { actions }) => ({
  method: "POST",
  path,
  body: { roleName, ...body },
});
const at = (name: string, method = "GET") => ({ method, path: `${path}/${name}` });
const change = (name: string, body: object) => ({ ...at(name, "PATCH"), body });
const success = { status: 200, limit: 2000 };
const shown = (roleName: string, role: object = {}) => ({ actions, inheritedRoles: [], ...role, roleName });

test("custom database roles of a project", async (t) => {
  const stage = await startStage(t);
  const event = (type: string) => eventBy("groupOwner", type, { groupId: ids.group });

  await t.test(
    "202 makes a role; empty members of resources, as clients in Go send them, are left out",
    async () => {
      const sent = [
        { action: "FIND", resources: [{ cluster: false, collection: "orders", db: "sales" }] },
        { action: "INSERT", resources: [{ cluster: false, collection: "", db: "sales" }] },
        { action: "UPDATE", resources: [{ cluster: false, collection: "", db: "" }] },
        { action: "LIST_SESSIONS", resources: [{ cluster: true, collection: "", db: "" }] },
      ];
      const kept = {
        actions: [
          ...actions,
          { action: "INSERT", resources: [{ db: "sales" }] },
          { action: "UPDATE", resources: [{ db: "" }] },
          { action: "LIST_SESSIONS", resources: [{ cluster: true }] },
        ],
        inheritedRoles: inherited("enableSharding"),
      };
      const json = shown("reports", kept);
      const made = await stage.ask("groupOwner", make("reports", { ...kept, actions: sent }));
      assertSuccess(made, { ...success, status: 202, json });
      assertSuccess(await stage.ask("groupReader", at("reports")), { ...success, json });
      assertSuccess(await stage.ask("groupReader", { path }), { ...success, json: [json] });
      deepEqual(stage.events(), [event("MONGODB_ROLE_ADDED")]);
    },
  );

  await t.test("200 replaces what is sent, and leaves the rest", async () => {
    await stage.ask("groupOwner", make("reports"));
    const inheritedRoles = inherited("read", "sales");
    const more = await stage.ask("groupOwner", change("reports", { inheritedRoles }));
    assertSuccess(more, { ...success, json: shown("reports", { inheritedRoles }) });
    const less = await stage.ask("groupOwner", change("reports", { actions: [] }));
    assertSuccess(less, { ...success, json: { actions: [], inheritedRoles, roleName: "reports" } });
    deepEqual(stage.events().slice(1), [event("MONGODB_ROLE_UPDATED"), event("MONGODB_ROLE_UPDATED")]);
  });

  await t.test("204 deletes a role; 404 afterwards", async () => {
    await stage.ask("groupOwner", make("reports"));
    assertSuccess(await stage.ask("groupOwner", at("reports", "DELETE")), { ...success, status: 204 });
    const unknown = refusal("ATLAS_CUSTOM_ROLE_NOT_FOUND", ["reports"]);
    assertRefusal(await stage.ask("groupOwner", at("reports", "DELETE")), unknown);
    assertRefusal(await stage.ask("groupReader", at("reports")), unknown);
    assertRefusal(await stage.ask("groupOwner", change("reports", { actions })), unknown);
  });

  await t.test("409 while a user or another role has it, and it stays", async () => {
    await stage.ask("groupOwner", make("reports"));
    await stage.ask("groupOwner", make("heir", { inheritedRoles: inherited("reports") }));
    const inUse = refusal("ATLAS_CUSTOM_ROLE_IN_USE_BY_ROLES", ["heir"]);
    assertRefusal(await stage.ask("groupOwner", at("reports", "DELETE")), inUse);
    const user = {
      username: "app",
      password: "a word of it",
      roles: [{ databaseName: "admin", roleName: "reports" }],
    };
    await stage.ask("groupOwner", { method: "POST", path: `${groupPath}/databaseUsers`, body: user });
    const held = refusal("ATLAS_CUSTOM_ROLE_IN_USE_BY_USERS", ["app"]);
    assertRefusal(await stage.ask("groupOwner", at("reports", "DELETE")), held);
    equal((await stage.ask("groupReader", at("reports"))).status, 200);
  });

  await t.test("400 for a circle of roles, however long", async () => {
    await stage.ask("groupOwner", make("a"));
    await stage.ask("groupOwner", make("b", { inheritedRoles: inherited("a") }));
    await stage.ask("groupOwner", make("c", { inheritedRoles: inherited("b") }));
    const circle = await stage.ask("groupOwner", change("a", { inheritedRoles: inherited("c") }));
    assertRefusal(circle, refusal("ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY", ["c"]));
    const self = await stage.ask("groupOwner", change("a", { inheritedRoles: inherited("a") }));
    assertRefusal(self, refusal("ATLAS_INVALID_CUSTOM_ROLE_SELF_REFERENTIAL", ["a"]));
  });

  await t.test("looks at each role once, however many ways lead to it", async () => {
    for (let step = 0; step < 40; step++) {
      for (const side of ["a", "b"]) {
        const both = ["a", "b"].flatMap((each) => inherited(`${each}${step - 1}`));
        await stage.ask(
          "groupOwner",
          make(`${side}${step}`, step === 0 ? { actions } : { inheritedRoles: both }),
        );
      }
    }
    const circle = await stage.ask("groupOwner", change("a0", { inheritedRoles: inherited("b39") }));
    assertRefusal(circle, refusal("ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY", ["b39"]));
    const free = await stage.ask("groupOwner", make("apart", { actions }));
    equal(free.status, 202);
    const { status } = await stage.ask("groupOwner", change("apart", { inheritedRoles: inherited("a39") }));
    equal(status, 200);
  });

  const find = (...resources: readonly object[]) => ({ actions: [{ action: "FIND", resources }] });
  const form = "Letters, digits, _ and -, first a letter or a digit; not the name of a built-in role.";
  const refused: readonly (readonly [string, string, object, ReturnType<typeof refusal>])[] = [
    [
      "a name of other signs",
      "re ports",
      { actions },
      refusal("ATLAS_CUSTOM_ROLE_INVALID_NAME", ["re ports"], "roleName", form),
    ],
    [
      "the name of a built-in role",
      "read",
      { actions },
      refusal("ATLAS_CUSTOM_ROLE_INVALID_NAME", ["read"], "roleName", form),
    ],
    ["a reserved name", "xgen-a", { actions }, refusal("ATLAS_RESERVED_CUSTOM_ROLE_RESTRICTED", ["xgen-a"])],
    ["a role that allows nothing", "a", {}, refusal("ATLAS_CUSTOM_ROLE_HAS_NO_PERMISSIONS")],
    [
      "an action twice",
      "a",
      { actions: [...actions, ...actions] },
      refusal("ATLAS_DUPLICATE_CUSTOM_ROLE_ACTION"),
    ],
    [
      "a resource twice",
      "a",
      find({ db: "x" }, { db: "x" }),
      refusal("ATLAS_DUPLICATE_CUSTOM_ROLE_RESOURCE", ["FIND"]),
    ],
    ["an action on no resource", "a", find(), refusal("ATLAS_INVALID_RESOURCE", ["FIND"])],
    [
      "an action on data, allowed on the deployment",
      "a",
      find({ cluster: true }),
      refusal("ATLAS_INVALID_RESOURCE", ["FIND"]),
    ],
    [
      "a resource without a database",
      "a",
      find({ cluster: false, collection: "x" }),
      refusal("INVALID_DATABASE_NAME", [""], "db", "It is no name of a database."),
    ],
    [
      "an inherited role that is not there",
      "a",
      { inheritedRoles: inherited("none") },
      refusal("ATLAS_CUSTOM_ROLE_NOT_FOUND", ["none"]),
    ],
    [
      "an inherited role on another database",
      "a",
      { inheritedRoles: inherited("atlasAdmin", "x") },
      refusal("ATLAS_INVALID_CUSTOM_ROLE_INHERITED_SCOPE", ["atlasAdmin", "x"]),
    ],
  ];
  for (const [what, name, body, expected] of refused) {
    await t.test(`${expected.status} ${expected.errorCode} for ${what}`, async () => {
      assertRefusal(await stage.ask("groupOwner", make(name, body)), expected);
      deepEqual((await stage.ask("groupReader", { path })).json, []);
    });
  }
  await t.test("a role that inherits itself, and is not there yet", async () => {
    const self = await stage.ask("groupOwner", make("a", { inheritedRoles: inherited("a") }));
    assertRefusal(self, refusal("ATLAS_INVALID_CUSTOM_ROLE_SELF_REFERENTIAL", ["a"]));
  });

  for (const [what, name, body, expected] of refused.filter(([, name]) => name === "a")) {
    await t.test(`${expected.status} ${expected.errorCode} for a change to ${what}`, async () => {
      await stage.ask("groupOwner", make("a"));
      const nothing = Object.keys(body).length === 0;
      const sent = nothing ? { actions: [], inheritedRoles: [] } : body;
      assertRefusal(await stage.ask("groupOwner", change(name, sent)), expected);
      const { json } = await stage.ask("groupReader", at(name));
      deepEqual(json, { actions, inheritedRoles: [], roleName: name });
    });
  }

  await t.test("409 ATLAS_CUSTOM_ROLE_NAME_ALREADY_EXISTS, 403 beyond the limit of the project", async () => {
    await stage.ask("groupOwner", make("reports"));
    const again = refusal("ATLAS_CUSTOM_ROLE_NAME_ALREADY_EXISTS", ["reports"]);
    assertRefusal(await stage.ask("groupOwner", make("reports")), again);
    const limit = `${groupPath}/limits/atlas.project.security.databaseAccess.customRoles`;
    await stage.ask("owner", { method: "PATCH", path: limit, body: { value: 1 } });
    const reply = await stage.ask("groupOwner", make("another"));
    assertRefusal(reply, refusal("CUSTOM_ROLES_LIMIT_EXCEEDED", [ids.group, 1]));
  });
});
