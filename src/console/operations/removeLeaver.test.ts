// Proves removeOrgLeaver and removeGroupLeaver: what is removed with a person in one unit, what is refused separately, and who
// may call them.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  assertRefused,
  member,
  other,
  owner,
  rich,
} from "../../../test/console/support/console-operations.ts";
import { startLeaving } from "../../../test/console/support/leaving.ts";
import { engines, skipReason } from "../../../test/support/engines.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { refusal } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId, group: groupId } = ids;

for (const engine of engines) {
  const on = engine === "sqlite" ? "" : ` on ${engine}`;
  test(`removeOrgLeaver${on}`, { skip: skipReason(engine) }, async (t) => {
    const stage = await startLeaving(t, engine);
    const { as, fates, get, inOrg, made, perform, rows } = stage;

    await t.test("200: what is named goes with them, what is not stays", async () => {
      await stage.sentBy(member);
      const leaving = { ...inOrg(), codes: [made.key, ids.invite, "notthere"] };
      const { json } = await perform("removeOrgLeaver", leaving, await as(owner));
      deepEqual(await fates("getOrgReceipt", { orgId, ...json }), {
        [made.key]: "TAKEN",
        [made.second]: "KEPT",
        [made.account]: "KEPT",
        [ids.orgInvite]: "KEPT",
        [ids.invite]: "TAKEN",
        notthere: "GONE",
      });
      const keys = (await rows("api_keys")).map((key) => key.public_key);
      deepEqual([keys.includes(made.key), keys.includes(made.second)], [false, true]);
      deepEqual(await stage.grants(member), []);
      deepEqual((await stage.types()).slice(-6), [
        "API_KEY_DELETED",
        "GROUP_INVITATION_DELETED",
        "REMOVED_FROM_GROUP",
        "REMOVED_FROM_TEAM",
        "REMOVED_FROM_ORG",
        "INVITATIONS_OF_REMOVED_INVITER",
      ]);
    });

    await t.test("404 for who is invited only, or gone", async () => {
      const [invite] = (await rows("invites")).filter(({ id }) => id === rich.id);
      const guest = { orgId, userId: invite?.user_id, codes: [] };
      equal((await perform("removeOrgLeaver", guest, await as(owner))).json.errorCode, "USER_NOT_FOUND");
      const leaving = { ...inOrg(), codes: [] };
      await get("removeOrgLeaver", leaving, await as(owner));
      equal((await perform("removeOrgLeaver", leaving, await as(owner))).json.errorCode, "USER_NOT_FOUND");
    });

    await t.test("400 for the last owner, and nothing goes", async () => {
      const self = { orgId, userId: await stage.userId(owner), codes: [made.key] };
      const refused = await perform("removeOrgLeaver", self, await as(owner));
      assertRefused(refused, refusal("CANNOT_DELETE_LAST_ADMIN", [orgId]));
      const keys = (await rows("api_keys")).map((key) => key.public_key);
      equal(keys.includes(made.key), true);
    });
  });

  test(`removeGroupLeaver${on}`, { skip: skipReason(engine) }, async (t) => {
    const stage = await startLeaving(t, engine);
    const { as, fates, inGroup, made, perform } = stage;

    await t.test("200: they leave the project alone, and keys only lose their roles in it", async () => {
      const leaving = { ...inGroup(), codes: [made.key, made.account] };
      const { json } = await perform("removeGroupLeaver", leaving, await as(owner));
      const taken = { [made.key]: "TAKEN", [made.account]: "TAKEN" };
      deepEqual(await fates("getGroupReceipt", { groupId, ...json }), taken);
      const held = await stage.store.read((tx) => tx.grants.of(made.keyId));
      deepEqual(
        held.map((grant) => grant.role),
        ["ORG_MEMBER"],
      );
      deepEqual(await stage.grants(member), [`${orgId} ORG_MEMBER`]);
      const again = await perform("removeGroupLeaver", { ...inGroup(), codes: [] }, await as(owner));
      equal(again.json.errorCode, "USER_NOT_FOUND");
    });
  });
}

test("removeGroupLeaver by who only manages access", async (t) => {
  const stage = await startLeaving(t, "sqlite", true);
  const { as, fates, inGroup, made, perform, store } = stage;

  await t.test("200 with the reason of each part that is refused; the person leaves", async () => {
    await stage.sentBy(member);
    const userId = await stage.userId(other);
    await store.write(async (tx) => {
      await tx.grants.give(userId, { orgId, groupId: null }, "ORG_MEMBER", stage.clock.now());
      await tx.grants.give(userId, { orgId, groupId }, "GROUP_ACCESS_MANAGER", stage.clock.now());
      await tx.grants.take(made.userId, { orgId, groupId }, "GROUP_CLUSTER_MANAGER");
      await tx.grants.give(made.userId, { orgId, groupId }, "GROUP_READ_ONLY", stage.clock.now());
    });
    const { json: weighed } = await perform("getGroupLeaver", inGroup(), await as(other));
    const kinds = pluck(weighed.made, "kind");
    deepEqual(kinds.includes("INVITATION"), false);
    const leaving = { ...inGroup(), codes: [made.key, made.account] };
    const { json } = await perform("removeGroupLeaver", leaving, await as(other));
    deepEqual(await fates("getGroupReceipt", { groupId, ...json }), {
      [made.key]: "REFUSED ROLE_ABOVE_OWN",
      [made.account]: "REFUSED USER_UNAUTHORIZED",
    });
    deepEqual(await stage.grants(member), [`${orgId} ORG_MEMBER`]);
  });
});
