// Tests of the table of roles: its order, its names, and its consistency.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { groupRoleNames, impliedBy, inOrder, isGroupRole, isOrgRole, orgRoleNames } from "./roles.ts";

const roleNames = [...orgRoleNames, ...groupRoleNames];

test("roles are put into the order of the table, whatever their order was", () => {
  const roles = fc.shuffledSubarray(roleNames);
  fc.assert(
    fc.property(roles, (some) => {
      const ordered = inOrder(some);
      deepEqual(
        ordered,
        roleNames.filter((role) => some.includes(role)),
      );
      deepEqual(inOrder(ordered), ordered);
    }),
  );
});

test("a role is of one sort", () => {
  for (const role of roleNames) equal(isOrgRole(role), !isGroupRole(role), role);
  for (const name of ["", "ORG_KING", "org_owner", "toString", "__proto__", "constructor"]) {
    equal(isOrgRole(name) || isGroupRole(name), false, name);
  }
});

test("a role implies only roles there are, and never leads back to itself", () => {
  const reached = (role: string): string[] =>
    impliedBy(role as (typeof roleNames)[number]).flatMap((each) => [each, ...reached(each)]);
  for (const role of roleNames) {
    ok(
      reached(role).every((each) => isOrgRole(each) || isGroupRole(each)),
      role,
    );
    equal(reached(role).includes(role), false, role);
  }
});
