// Tests of the invitations that a removed person has made, and of invitations to that person.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { pendingBy, revokeInvitesTo } from "./pending.ts";

const now = Date.UTC(2026, 7, 10);
const inviter = "ada@example.com";
const [acme, payments] = ["a0123456789abcdef012345a", "b0123456789abcdef012345b"];

const toOrg = (id: string, inviterUsername: string, ...groupIds: string[]) => ({
  id,
  inviterUsername,
  groupRoles: groupIds.map((groupId) => ({ groupId, role: "GROUP_READ_ONLY" })),
});
const toGroup = (id: string, groupId: string) => ({ id, groupId, username: `${id}@example.com` });

function start({ orgInvites = [] as object[], groupInvites = [] as object[], ends = true } = {}) {
  const calls: unknown[] = [];
  const noting =
    (name: string, answer: unknown) =>
    async (...given: unknown[]) => {
      calls.push([name, ...given]);
      return answer;
    };
  const tx = {
    orgs: { find: async (id: string) => ({ id }) },
    orgInvites: { pending: noting("pending", orgInvites) },
    invites: {
      pendingBy: noting("pendingBy", groupInvites),
      pendingTo: noting("pendingTo", groupInvites),
      end: noting("end", ends),
    },
  };
  return { calls, changing: { tx, now, record: noting("record", undefined) } as never };
}

const made = {
  orgInvites: [toOrg("1", inviter, payments), toOrg("2", inviter), toOrg("3", "other@example.com", payments)],
  groupInvites: [toGroup("4", payments), toGroup("5", "other")],
};
const idsOf = (invites: readonly { readonly id: string }[]) => invites.map(({ id }) => id);

test("what somebody made is found in the whole organization, or where it leads to one project", async () => {
  const { changing, calls } = start(made);
  const all = await pendingBy(changing, { orgId: acme, groupId: null }, inviter);
  deepEqual(
    [idsOf(all.toOrg), idsOf(all.toGroups)],
    [
      ["1", "2"],
      ["4", "5"],
    ],
  );
  deepEqual(calls, [
    ["pendingBy", acme, inviter, now],
    ["pending", { id: acme }, now],
  ]);
  const some = await pendingBy(changing, { orgId: acme, groupId: payments }, inviter);
  deepEqual([idsOf(some.toOrg), idsOf(some.toGroups)], [["1"], ["4"]]);
});

test("what invites somebody is revoked with an event, in one project or in all, unless it has ended meanwhile", async () => {
  for (const [groupId, ended] of [
    [null, ["4", "5"]],
    [payments, ["4"]],
  ] as const) {
    const { changing, calls } = start(made);
    await revokeInvitesTo(changing, { orgId: acme, groupId }, inviter);
    deepEqual(calls, [
      ["pendingTo", acme, inviter, now],
      ...made.groupInvites
        .filter(({ id }) => (ended as readonly string[]).includes(id))
        .flatMap(({ id, groupId, username }) => [
          ["end", id, "REVOKED", now],
          ["record", "GROUP_INVITATION_DELETED", { groupId, targetUsername: username }],
        ]),
    ]);
  }
  const { changing, calls } = start({ ...made, ends: false });
  await revokeInvitesTo(changing, { orgId: acme, groupId: payments }, inviter);
  equal(calls.length, 2);
});
