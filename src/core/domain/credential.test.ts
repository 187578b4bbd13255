// Tests of the order in which the roles of a credential are listed.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fault } from "../contract/errors.ts";
import { groupRoleNames, inOrder, orgRoleNames } from "../contract/roles.ts";
import { draftSecret, type HeldRole, inReadingOrder, rolesIn, secretHours } from "./credential.ts";
import { hour } from "./instant.ts";

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

const draft = (hours: number, mostHours?: number) =>
  draftSecret({ id: "s", secret: "mdb_sa_sk_abcdefgh", hours, mostHours, now: 1000 }, fault);
const code = "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME";

test("a secret lives as many hours as were asked for, and keeps its last four characters", () => {
  deepEqual(draft(24), {
    id: "s",
    tail: "efgh",
    createdAt: 1000,
    expiresAt: 1000 + 24 * hour,
    lastUsedAt: null,
  });
});

test("a secret lives between 8 hours and the lower of a year and the organization's maximum", () => {
  const { least, most } = secretHours;
  const hours = fc.integer({ min: 0, max: most + 100 });
  const maximum = fc.option(fc.integer({ min: least, max: most + 100 }), { nil: undefined });
  fc.assert(
    fc.property(hours, maximum, (asked, mostHours) => {
      const longest = Math.min(mostHours ?? most, most);
      if (asked >= least && asked <= longest) equal(draft(asked, mostHours).expiresAt, 1000 + asked * hour);
      else throws(() => draft(asked, mostHours), { code, parameters: [least, longest, asked] });
    }),
  );
});

test("the shortest and the longest life are allowed", () => {
  equal(draft(8).expiresAt, 1000 + 8 * hour);
  equal(draft(8760).expiresAt, 1000 + 8760 * hour);
  throws(() => draft(7), { code });
  throws(() => draft(8761), { code });
});
