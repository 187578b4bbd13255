// The order in which the roles of a credential are listed.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { groupRoleNames, inOrder, orgRoleNames } from "../contract/roles.ts";
import { type HeldRole, inReadingOrder, rolesIn } from "./credential.ts";

const held: fc.Arbitrary<HeldRole> = fc.oneof(
  fc.record({ groupId: fc.constant(null), role: fc.constantFrom(...orgRoleNames) }),
  fc.record({ groupId: fc.constantFrom("a", "b"), role: fc.constantFrom(...groupRoleNames) }),
);
const roles = fc.uniqueArray(held, { selector: ({ groupId, role }) => `${groupId} ${role}` });

test("the organization comes first, then each project, each in the order of the table", () => {
  fc.assert(
    fc.property(roles, (some) => {
      const expected = [null, "a", "b"].flatMap((groupId) =>
        inOrder(rolesIn(some, groupId)).map((role) => ({ groupId, role })),
      );
      deepEqual(inReadingOrder(some), expected);
      deepEqual(inReadingOrder(inReadingOrder(some)), expected);
    }),
  );
});
