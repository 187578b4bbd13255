// Tests of an invitation from its creation to its end.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fault } from "../contract/errors.ts";
import { groupRoleNames } from "../contract/roles.ts";
import { chooseUsername } from "./address.ts";
import { day } from "./instant.ts";
import {
  chooseRoleGrants,
  chooseTeams,
  draftInvite,
  draftOrgInvite,
  type GroupRoleGrant,
  type InviteStatus,
  sortRoleGrants,
  statusAt,
} from "./invite.ts";

const ends: InviteStatus[] = ["ACCEPTED", "DECLINED", "REVOKED", "EXPIRED"];
const instant = fc.integer({ min: 0, max: 4e12 });

test("an end never changes", () => {
  fc.assert(
    fc.property(fc.constantFrom(...ends), instant, instant, (status, expiresAt, now) => {
      equal(statusAt({ status, expiresAt }, now), status);
    }),
  );
});

test("a pending invitation is pending before it expires, and never again", () => {
  fc.assert(
    fc.property(instant, instant, (expiresAt, now) => {
      equal(statusAt({ status: "PENDING", expiresAt }, now), now < expiresAt ? "PENDING" : "EXPIRED");
    }),
  );
});

test("an invitation expires at the instant of its expiry, thirty days after its draft", () => {
  const now = 1_000_000;
  const { expiresAt } = draftInvite({
    id: "i",
    group: { id: "g", orgId: "o", name: "p" },
    username: "ada@example.com",
    roles: ["GROUP_OWNER"],
    inviter: "key",
    now,
  });
  equal(expiresAt, now + 30 * day);
  equal(statusAt({ status: "PENDING", expiresAt }, expiresAt - 1), "PENDING");
  equal(statusAt({ status: "PENDING", expiresAt }, expiresAt), "EXPIRED");
});

test("a username is kept as it is written", () => {
  equal(chooseUsername("Ada@Example.com", fault), "Ada@Example.com");
});

test("a username that is absent, or no address", () => {
  throws(() => chooseUsername(undefined, fault), { code: "MISSING_ATTRIBUTE" });
  throws(() => chooseUsername("", fault), { code: "INVALID_USERNAME" });
  throws(() => chooseUsername("ada", fault), { code: "INVALID_USERNAME" });
});

const roleGrants: fc.Arbitrary<GroupRoleGrant[]> = fc.array(
  fc.record({ groupId: fc.constantFrom("a", "b", "c"), role: fc.constantFrom(...groupRoleNames) }),
);

test("sorted roles are each there once, whatever the order in which they came", () => {
  fc.assert(
    fc.property(roleGrants, (some) => {
      const sorted = sortRoleGrants(some);
      deepEqual(sortRoleGrants(sorted), sorted);
      deepEqual(sortRoleGrants([...some].reverse()), sorted);
      const keys = (list: typeof some) => list.map(({ groupId, role }) => `${groupId} ${role}`);
      deepEqual(keys(sorted).sort(), [...new Set(keys(some))].sort());
    }),
  );
});

test("two assignments of one project add up", () => {
  const assignments = [
    { groupId: "b", roles: ["GROUP_READ_ONLY"] },
    { groupId: "a", roles: ["GROUP_INDEX_MANAGER", "GROUP_OWNER"] },
    { groupId: "b", roles: ["GROUP_OWNER", "GROUP_READ_ONLY"] },
  ];
  deepEqual(chooseRoleGrants(assignments, fault), [
    { groupId: "a", role: "GROUP_OWNER" },
    { groupId: "a", role: "GROUP_INDEX_MANAGER" },
    { groupId: "b", role: "GROUP_OWNER" },
    { groupId: "b", role: "GROUP_READ_ONLY" },
  ]);
  deepEqual(chooseRoleGrants([], fault), []);
});

test("an assignment without a project names its place", () => {
  throws(
    () => chooseRoleGrants([{ groupId: "a", roles: ["GROUP_OWNER"] }, { roles: ["GROUP_OWNER"] }], fault),
    {
      code: "MISSING_ATTRIBUTE",
      parameters: ["groupRoleAssignments.1.groupId"],
    },
  );
});

test("lists have at most 250 items", () => {
  const assignment = { groupId: "a", roles: ["GROUP_OWNER"] };
  equal(chooseRoleGrants(Array(250).fill(assignment), fault).length, 1);
  throws(() => chooseRoleGrants(Array(251).fill(assignment), fault), { code: "BAD_REQUEST" });
  deepEqual(chooseTeams(Array(250).fill("t"), fault), ["t"]);
  throws(() => chooseTeams(Array(251).fill("t"), fault), { code: "BAD_REQUEST" });
});

test("teams are each there once, in order", () => {
  deepEqual(chooseTeams(["b", "a", "b"], fault), ["a", "b"]);
});

test("a draft is pending for thirty days", () => {
  const carried = { roles: [], groupRoles: [], teamIds: [] };
  const org = { id: "o", name: "Acme" };
  const draft = { id: "i", userId: "u", username: "ada@example.com", inviter: "key", now: 5, org };
  const { status, createdAt, expiresAt } = draftOrgInvite({ ...draft, ...carried });
  deepEqual([status, createdAt, expiresAt], ["PENDING", 5, 5 + 30 * day]);
});
