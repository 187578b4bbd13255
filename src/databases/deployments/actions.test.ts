// Tests that MongoDB knows the actions that roles of Atlas become.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { actions as known } from "../../../test/databases/support/fake-mongodb.ts";
import { actionNames } from "../../atlas/custom-roles/rules/database-actions.ts";
import { builtInRoles } from "../../atlas/custom-roles/rules/database-role.ts";
import { onCollection, privilegesOfRole, toAction } from "../../atlas/custom-roles/rules/privileges.ts";

test("each action of Atlas is one that MongoDB knows, or of Atlas alone", () => {
  const words = actionNames.map((name) => [name, toAction(name)] as const);
  deepEqual(
    words.filter(([, word]) => word !== undefined && !known.has(word)),
    [],
  );
  const alone = words.filter(([, word]) => word === undefined).map(([name]) => name);
  equal(alone.length, 19);
  ok(alone.every((name) => /SQL|OUT_TO|STORAGE|HISTORY|STREAM|CONNECTIONS/.test(name)));
});

test("what is written out for roles are actions of MongoDB", () => {
  const written = [
    ...["read", "readWrite"].flatMap((role) => onCollection(role, "a", "b")),
    ...[...builtInRoles].flatMap((role) => privilegesOfRole(role) ?? []),
  ];
  deepEqual(
    written.flatMap(({ actions }) => actions).filter((action) => !known.has(action)),
    [],
  );
});
