// Proves listAttention: things that expire, things that nobody uses and people who sign in with a password alone, for those who
// may act, and for nobody else.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  member,
  other,
  owner,
  rich,
  testOnEngines,
} from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { settleOrg } from "../../../test/support/settings.ts";
import { account, ids, keys } from "../../../test/support/world.ts";
import { operations } from "../../atlas/index.ts";

const { org: orgId, group: groupId } = ids;
const day = 86_400_000;

test("whoever is told of something may act on it", () => {
  for (const id of [
    "deleteOrgInvite",
    "createOrgServiceAccountSecret",
    "deleteOrgApiKey",
    "updateOrgUser",
  ] as const) {
    deepEqual(operations[id].door, { kind: "org", role: "ORG_OWNER" }, id);
  }
  deepEqual(operations.deleteGroupInvite.door, { kind: "group", role: "GROUP_OWNER" });
});

testOnEngines("listAttention", async (t, stage) => {
  const read = async (as: string) =>
    await stage.get("listAttention", {}, { session: await stage.session(as, { hasSecondFactor: true }) });
  const names = (all: readonly { name?: string; username?: string }[]) =>
    all.map(({ name, username }) => username ?? name).sort();

  await t.test("200 with nothing of what is new", async () => {
    const { invites, secrets, keys: unused, owners } = await read(owner);
    deepEqual([invites, secrets, unused], [[], [], []]);
    deepEqual(pluck(owners, "username", "isRequired"), [[owner, false]]);
  });

  await t.test(
    "200 with invitations three days before they expire, to owners of where they lead",
    async () => {
      stage.clock.advance(26 * day);
      deepEqual((await read(owner)).invites, []);
      stage.clock.advance(day + 1000);
      const { invites } = await read(owner);
      deepEqual(
        invites
          .map((invite: { username: string; name: string; groupId: string | null }) => [
            invite.username,
            invite.name,
            invite.groupId,
          ])
          .sort(),
        [
          ["Rich@example.com", "Acme", null],
          ["hello@example.com", "payments", groupId],
          ["new@example.com", "Acme", null],
        ],
      );
      deepEqual((await read(member)).invites, []);
      // The other owner sees only the invitation in their own organization.
      deepEqual(names((await read(other)).invites), ["hello@example.com"]);
      await stage.give(member, "GROUP_OWNER");
      deepEqual(names((await read(member)).invites), ["hello@example.com"]);
      stage.clock.advance(3 * day);
      deepEqual((await read(owner)).invites, []);
    },
  );

  await t.test("200 with invitations that no mail was sent for, by a server that sends none", async () => {
    const unsent = async (as: string) => names((await read(as)).unsent);
    const all = ["Rich@example.com", "hello@example.com", "new@example.com"];
    deepEqual([await unsent(owner), await unsent(member)], [all, []]);
    await stage.store.write(async (tx) => {
      for (const inviteId of [rich.id, ids.orgInvite]) {
        tx.outbox.add({ id: inviteId, about: { inviteId }, now: stage.clock.now() });
      }
      await tx.outbox.markSent(rich.id, stage.clock.now());
      await tx.invites.end(ids.invite, "DECLINED", stage.clock.now());
    });
    deepEqual(await unsent(owner), ["new@example.com"]);
  });

  await t.test("200 with accounts whose last secret expires within 14 days", async () => {
    const [secret] = await stage.rows("service_account_secrets");
    const left = Number(secret?.expires_at) - stage.clock.now();
    stage.clock.advance(left - 14 * day - 1000);
    deepEqual((await read(owner)).secrets, []);
    stage.clock.advance(2000);
    const { secrets } = await read(owner);
    deepEqual(pluck(secrets, "name", "clientId"), [["ci", account.clientId]]);
    // A new secret replaces the one that expires.
    await stage.store.write((tx) =>
      tx.serviceAccounts.addSecret(
        String(secret?.service_account_id),
        {
          id: "f".repeat(24),
          tail: "abcd",
          createdAt: stage.clock.now(),
          expiresAt: stage.clock.now() + 300 * day,
          lastUsedAt: null,
        },
        "hash",
      ),
    );
    deepEqual((await read(owner)).secrets, []);
  });

  await t.test("200 with keys that were never used in a week, or not for 90 days", async () => {
    const id = String(
      (await stage.rows("api_keys")).find((key) => key.public_key === keys.reader.publicKey)?.id,
    );
    const unused = async () => (await read(owner)).keys.map((key: { id: string }) => key.id);
    stage.clock.advance(8 * day);
    equal((await unused()).length, 7);
    await stage.store.write((tx) => tx.keyUses.note([[id, stage.clock.now()]]));
    equal((await unused()).includes(id), false);
    stage.clock.advance(91 * day);
    equal((await unused()).includes(id), true);
    deepEqual((await read(member)).keys, []);
  });

  await t.test("200 with owners who need a second factor by the settings of their organization", async () => {
    await stage.store.write((tx) => settleOrg(tx, orgId, { multiFactorAuthRequired: true }));
    equal((await read(owner)).owners[0].isRequired, true);
    deepEqual((await read(member)).owners, []);
  });
});
