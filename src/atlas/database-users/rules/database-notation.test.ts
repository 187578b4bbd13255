import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { roleText } from "../../../core/domain/database-place.ts";
import type { ActionName } from "../../custom-roles/rules/database-actions.ts";
import {
  actionTexts,
  inheritedText,
  readActions,
  readInherited,
  readRole,
  readScope,
  scopeText,
} from "./database-notation.ts";

test("roles, scopes and actions are written as the atlas CLI takes them", () => {
  deepEqual(
    [
      roleText({ roleName: "readWrite", databaseName: "sales", collectionName: "orders.old" }),
      roleText({ roleName: "atlasAdmin", databaseName: "admin" }),
      scopeText({ name: "main", type: "CLUSTER" }),
      scopeText({ name: "lake", type: "DATA_LAKE" }),
      inheritedText({ role: "read", db: "sales" }),
      ...actionTexts([
        { action: "FIND", resources: [{ db: "sales", collection: "orders" }, { db: "hr" }] },
        { action: "LIST_SESSIONS", resources: [{ cluster: true }] },
      ]),
    ],
    [
      "readWrite@sales.orders.old",
      "atlasAdmin@admin",
      "main",
      "lake:DATA_LAKE",
      "read@sales",
      "FIND@sales.orders",
      "FIND@hr",
      "LIST_SESSIONS",
    ],
  );
  deepEqual(readRole("atlasAdmin"), { databaseName: "admin", roleName: "atlasAdmin" });
  deepEqual(readScope("lake:data_lake"), { name: "lake", type: "DATA_LAKE" });
  deepEqual(readInherited("reports"), { db: "admin", role: "reports" });
});

test("what is written is read again", () => {
  const name = fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/);
  const collection = fc.option(fc.stringMatching(/^[a-z@. ]{1,8}$/), { nil: undefined });
  const resource = fc.tuple(name, collection).map(([db, named]) => ({
    ...(named !== undefined && { collection: named }),
    db,
  }));
  fc.assert(
    fc.property(name, resource, ({ length }, { db, collection: named }) => {
      const role = {
        ...(named !== undefined && { collectionName: named }),
        databaseName: db,
        roleName: `r${length}`,
      };
      deepEqual(readRole(roleText(role)), role);
      deepEqual(readInherited(inheritedText({ db, role: role.roleName })), { db, role: role.roleName });
    }),
  );
  const actions = fc.uniqueArray(fc.constantFrom<ActionName>("FIND", "INSERT", "REMOVE"), { minLength: 1 });
  fc.assert(
    fc.property(actions, fc.array(resource, { minLength: 1 }), (names, resources) => {
      const sent = names.map((action) => ({ action, resources }));
      deepEqual(readActions(actionTexts(sent)), sent);
    }),
  );
});
