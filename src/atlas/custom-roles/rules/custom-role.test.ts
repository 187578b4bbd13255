// Tests what custom roles may allow and inherit.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../../../core/contract/errors.ts";
import {
  type CustomRole,
  checkCircle,
  checkRoleName,
  chooseCustomRole,
  heirsOf,
  type SentRole,
} from "./custom-role.ts";

const inheriting = (...roles: string[]): CustomRole => ({
  actions: [],
  inheritedRoles: roles.map((role) => ({ db: "admin", role })),
});
const finding: CustomRole = { actions: [{ action: "FIND", resources: [{ db: "a" }] }], inheritedRoles: [] };
const roles = new Map([
  ["finder", finding],
  ["child", inheriting("finder")],
  ["grandchild", inheriting("child", "read")],
]);
const choose = (sent: SentRole, name = "new") => chooseCustomRole(name, sent, roles, fault);
const allowing = (action: "FIND" | "KILL_OP" | "ENABLE_SHARDING", ...resources: object[]) => ({
  actions: [{ action, resources }],
});

test("a name is of letters, digits, _ and -, and of no built-in role", () => {
  for (const name of ["a", "0", "A_b-9"]) equal(checkRoleName(name, fault), name);
  for (const name of ["", "-a", "_a", "a b", "a.b", "read", "atlasAdmin", "killOpSession"]) {
    throws(() => checkRoleName(name, fault), { code: "ATLAS_CUSTOM_ROLE_INVALID_NAME" }, name);
  }
  throws(() => checkRoleName("xgen-a", fault), { code: "ATLAS_RESERVED_CUSTOM_ROLE_RESTRICTED" });
});

test("members that are not sent stay, and what clients in Go send empty counts as absent", () => {
  deepEqual(choose({ inheritedRoles: [{ db: "a", role: "read" }] }, "finder"), {
    ...finding,
    inheritedRoles: [{ db: "a", role: "read" }],
  });
  deepEqual(choose({ actions: null, inheritedRoles: null }, "child"), roles.get("child"));
  deepEqual(choose(allowing("FIND", { db: "a" }), "child"), {
    ...finding,
    ...inheriting("finder"),
    actions: finding.actions,
  });
  deepEqual(choose(allowing("FIND", { cluster: false, collection: "", db: "a" })), finding);
  deepEqual(choose(allowing("KILL_OP", { cluster: true, collection: "", db: "" })), {
    ...allowing("KILL_OP", { cluster: true }),
    inheritedRoles: [],
  });
  const either = allowing("ENABLE_SHARDING", { cluster: true }, { db: "", collection: "c" });
  deepEqual(choose(either), {
    actions: [{ ...either.actions[0], resources: [{ cluster: true }, { collection: "c", db: "" }] }],
    inheritedRoles: [],
  });
  deepEqual(choose(inheriting("finder", "finder")), inheriting("finder"));
});

test("a refusal names what is wrong", () => {
  const inherits = (role: string, db = "admin") => ({ inheritedRoles: [{ db, role }] });
  for (const [code, sent] of [
    ["ATLAS_CUSTOM_ROLE_HAS_NO_PERMISSIONS", {}],
    ["ATLAS_CUSTOM_ROLE_HAS_NO_PERMISSIONS", { actions: [], inheritedRoles: [] }],
    [
      "ATLAS_DUPLICATE_CUSTOM_ROLE_ACTION",
      { actions: [...finding.actions, ...allowing("FIND", { db: "b" }).actions] },
    ],
    ["ATLAS_INVALID_RESOURCE", allowing("FIND")],
    ["ATLAS_INVALID_RESOURCE", allowing("FIND", { db: "a" }, { cluster: true })],
    ["ATLAS_INVALID_RESOURCE", allowing("KILL_OP", { db: "a" })],
    ["ATLAS_DUPLICATE_CUSTOM_ROLE_RESOURCE", allowing("FIND", { db: "a" }, { db: "a", collection: "" })],
    ["INVALID_DATABASE_NAME", allowing("FIND", {})],
    ["INVALID_DATABASE_NAME", allowing("FIND", { db: "a/b" })],
    ["INVALID_DATABASE_NAME", allowing("FIND", { db: "a$" })],
    ["ATLAS_INVALID_CUSTOM_ROLE_SELF_REFERENTIAL", inherits("new")],
    ["ATLAS_CUSTOM_ROLE_NOT_FOUND", inherits("unknown")],
    ["ATLAS_INVALID_CUSTOM_ROLE_INHERITED_SCOPE", inherits("finder", "a")],
    ["ATLAS_INVALID_CUSTOM_ROLE_INHERITED_SCOPE", inherits("atlasAdmin", "a")],
    ["ATLAS_INVALID_CUSTOM_ROLE_INHERITED_SCOPE", inherits("killOpSession", "a")],
  ] as const) {
    throws(() => choose(sent), { code }, JSON.stringify(sent));
  }
});

test("no role inherits itself, directly or through others", () => {
  const check = (name: string, ...inherited: string[]) =>
    checkCircle(name, inheriting(...inherited), roles, fault);
  check("new", "grandchild");
  check("grandchild", "finder", "child");
  for (const name of ["finder", "child"]) {
    throws(() => check(name, "read", "grandchild"), {
      code: "ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY",
      parameters: ["grandchild"],
    });
  }
  deepEqual(heirsOf("child", roles), ["grandchild"]);
  deepEqual(heirsOf("grandchild", roles), []);
});

test("each role is looked at once, however many ways lead to it", () => {
  const ladder = new Map([["a0", finding]]);
  for (let step = 1; step <= 40; step++) {
    for (const side of ["a", "b"]) {
      ladder.set(`${side}${step}`, inheriting(`a${step - 1}`, `b${step - 1}`));
    }
  }
  checkCircle("apart", inheriting("a40"), ladder, fault);
  throws(() => checkCircle("a0", inheriting("b40"), ladder, fault), { parameters: ["b40"] });
});
