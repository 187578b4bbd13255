// What an invitation to an organization may carry.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fault } from "../contract/errors.ts";
import { groupRoleNames } from "../contract/roles.ts";
import { day } from "./instant.ts";
import type { GroupRoleGift } from "./invite.ts";
import { draftOrgInvite } from "./invite.ts";
import { chooseGifts, chooseTeams, sortGifts } from "./org-invite.ts";

const gifts: fc.Arbitrary<GroupRoleGift[]> = fc.array(
  fc.record({ groupId: fc.constantFrom("a", "b", "c"), role: fc.constantFrom(...groupRoleNames) }),
);

test("sorted roles are each there once, whatever the order in which they came", () => {
  fc.assert(
    fc.property(gifts, (some) => {
      const sorted = sortGifts(some);
      deepEqual(sortGifts(sorted), sorted);
      deepEqual(sortGifts([...some].reverse()), sorted);
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
  deepEqual(chooseGifts(assignments, fault), [
    { groupId: "a", role: "GROUP_OWNER" },
    { groupId: "a", role: "GROUP_INDEX_MANAGER" },
    { groupId: "b", role: "GROUP_OWNER" },
    { groupId: "b", role: "GROUP_READ_ONLY" },
  ]);
  deepEqual(chooseGifts([], fault), []);
});

test("an assignment without a project names its place", () => {
  throws(() => chooseGifts([{ groupId: "a", roles: ["GROUP_OWNER"] }, { roles: ["GROUP_OWNER"] }], fault), {
    code: "MISSING_ATTRIBUTE",
    parameters: ["groupRoleAssignments.1.groupId"],
  });
});

test("lists have at most 250 items", () => {
  const assignment = { groupId: "a", roles: ["GROUP_OWNER"] };
  equal(chooseGifts(Array(250).fill(assignment), fault).length, 1);
  throws(() => chooseGifts(Array(251).fill(assignment), fault), { code: "BAD_REQUEST" });
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
