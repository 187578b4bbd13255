// A project's own roles for its databases, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { type Asked, type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";

const actions = [{ action: "FIND", resources: [{ collection: "orders", db: "sales" }] }];
const inherited = (role: string, db = "admin") => [{ db, role }];
const of = (roleName: string, body?: object): Asked => ({ params: { roleName }, body });
const shown = (roleName: string, role: object = {}) => ({ actions, inheritedRoles: [], ...role, roleName });

test("custom database roles of a project", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, refuses, testRefusals } = stage;
  const make = (roleName: string, body: object = { actions }) =>
    get("createGroupCustomDbRoleRole", { body: { roleName, ...body } });

  await t.test(
    "202 makes a role; empty members of resources, as clients in Go send them, are left out",
    async () => {
      const sent = [
        { action: "FIND", resources: [{ cluster: false, collection: "orders", db: "sales" }] },
        { action: "INSERT", resources: [{ cluster: false, collection: "", db: "sales" }] },
        { action: "UPDATE", resources: [{ cluster: false, collection: "", db: "" }] },
        { action: "LIST_SESSIONS", resources: [{ cluster: true, collection: "", db: "" }] },
      ];
      const inheritedRoles = inherited("enableSharding");
      const json = shown("reports", {
        actions: [
          ...actions,
          { action: "INSERT", resources: [{ db: "sales" }] },
          { action: "UPDATE", resources: [{ db: "" }] },
          { action: "LIST_SESSIONS", resources: [{ cluster: true }] },
        ],
        inheritedRoles,
      });
      const body = { roleName: "reports", inheritedRoles, actions: sent };
      await answers("createGroupCustomDbRoleRole", { body }, json);
      await answers("getGroupCustomDbRoleRole", of("reports"), json);
      await answers("listGroupCustomDbRoleRoles", {}, [json]);
      deepEqual(stage.told(), [["MONGODB_ROLE_ADDED", "group"]]);
    },
  );

  await t.test("200 replaces what is sent, and leaves the rest", async () => {
    await make("reports");
    const inheritedRoles = inherited("read", "sales");
    const more = shown("reports", { inheritedRoles });
    await answers("updateGroupCustomDbRoleRole", of("reports", { inheritedRoles }), more);
    const less = { ...more, actions: [] };
    await answers("updateGroupCustomDbRoleRole", of("reports", { actions: [] }), less);
    deepEqual(stage.told().slice(1), Array(2).fill(["MONGODB_ROLE_UPDATED", "group"]));
  });

  await t.test("204 deletes a role; 404 afterwards", async () => {
    await make("reports");
    await answers("deleteGroupCustomDbRoleRole", of("reports"));
    for (const [id, body] of [
      ["deleteGroupCustomDbRoleRole"],
      ["getGroupCustomDbRoleRole"],
      ["updateGroupCustomDbRoleRole", { actions }],
    ] as const) {
      await refuses(id, of("reports", body), "ATLAS_CUSTOM_ROLE_NOT_FOUND", ["reports"]);
    }
  });

  const inheriting = (...role: Parameters<typeof inherited>) => ({
    body: { actions: undefined, inheritedRoles: inherited(...role) },
  });
  const finding = (...resources: readonly object[]) => ({
    body: { actions: [{ action: "FIND", resources }] },
  });
  const rows: readonly RefusedCall[] = [
    [
      "a role that allows nothing",
      { body: { actions: [], inheritedRoles: [] } },
      "ATLAS_CUSTOM_ROLE_HAS_NO_PERMISSIONS",
    ],
    [
      "an action twice",
      { body: { actions: [...actions, ...actions] } },
      "ATLAS_DUPLICATE_CUSTOM_ROLE_ACTION",
    ],
    ["a resource twice", finding({ db: "x" }, { db: "x" }), "ATLAS_DUPLICATE_CUSTOM_ROLE_RESOURCE", ["FIND"]],
    ["an action on no resource", finding(), "ATLAS_INVALID_RESOURCE", ["FIND"]],
    [
      "a resource without a database",
      finding({ cluster: false, collection: "x" }),
      "INVALID_DATABASE_NAME",
      [""],
      "db",
      "It is no name of a database.",
    ],
    ["an inherited role that is not there", inheriting("none"), "ATLAS_CUSTOM_ROLE_NOT_FOUND", ["none"]],
    [
      "an inherited role on another database",
      inheriting("atlasAdmin", "x"),
      "ATLAS_INVALID_CUSTOM_ROLE_INHERITED_SCOPE",
      ["atlasAdmin", "x"],
    ],
    ["itself", inheriting("a"), "ATLAS_INVALID_CUSTOM_ROLE_SELF_REFERENTIAL", ["a"]],
  ];
  const good = { body: { roleName: "a", actions } };
  const there = async () => {
    await make("a");
    return of("a", {});
  };
  await testRefusals({ createGroupCustomDbRoleRole: good, updateGroupCustomDbRoleRole: there }, rows);

  const named = (roleName: string) => ({ body: { roleName } });
  const form = "Letters, digits, _ and -, first a letter or a digit; not the name of a built-in role.";
  const invalid = (name: string) =>
    [named(name), "ATLAS_CUSTOM_ROLE_INVALID_NAME", [name], "roleName", form] as const;
  await testRefusals({ createGroupCustomDbRoleRole: good }, [
    ["a role without permissions", { body: { actions: undefined } }, "ATLAS_CUSTOM_ROLE_HAS_NO_PERMISSIONS"],
    ["a name of other signs", ...invalid("re ports")],
    ["the name of a built-in role", ...invalid("read")],
    ["a reserved name", named("xgen-a"), "ATLAS_RESERVED_CUSTOM_ROLE_RESTRICTED", ["xgen-a"]],
    ["a name that is taken", { before: there }, "ATLAS_CUSTOM_ROLE_NAME_ALREADY_EXISTS", ["a"]],
    [
      "one more than the project may have",
      {
        before: async () => {
          const params = { limitName: "atlas.project.security.databaseAccess.customRoles" };
          await get("setGroupLimit", { as: "owner", params, body: { value: 1 } });
          await make("another");
        },
      },
      "CUSTOM_ROLES_LIMIT_EXCEEDED",
      [ids.group, 1],
    ],
  ]);
  const heir = (name: string, of: string) => make(name, { inheritedRoles: inherited(of) });
  await testRefusals({ updateGroupCustomDbRoleRole: there }, [
    [
      "a circle of roles, however long",
      {
        before: async () => {
          await heir("b", "a");
          await heir("c", "b");
        },
        ...inheriting("c"),
      },
      "ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY",
      ["c"],
    ],
  ]);
  const body = {
    username: "app",
    password: "a word of it",
    roles: [{ databaseName: "admin", roleName: "a" }],
  };
  await testRefusals({ deleteGroupCustomDbRoleRole: there }, [
    [
      "one that another role has",
      { before: () => heir("heir", "a") },
      "ATLAS_CUSTOM_ROLE_IN_USE_BY_ROLES",
      ["heir"],
    ],
    [
      "one that a user has",
      { before: () => get("createGroupDatabaseUser", { body }) },
      "ATLAS_CUSTOM_ROLE_IN_USE_BY_USERS",
      ["app"],
    ],
  ]);
});
