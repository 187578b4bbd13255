// Proves releaseSecondFactor: an owner of all organizations of a person removes the person's second factor, nobody else does.
import { deepEqual, equal } from "node:assert/strict";
import {
  assertRefused,
  member,
  other,
  owner,
  testConsole,
} from "../../../test/console/support/console-operations.ts";
import { enroll, minute, noticesOf } from "../../../test/console/support/passkeys.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { refusal } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

testConsole("releaseSecondFactor", { policy: { asksAgain: true } }, async (t, stage) => {
  const release = async (username: string, userId: string) =>
    stage.ask(username, "releaseSecondFactor", { orgId: ids.org, userId });

  await t.test("200: passkeys, codes and sessions are gone; event and mail say so", async () => {
    const { session, userId } = await enroll(stage, member);
    assertRefused(await release(member, userId), refusal("USER_UNAUTHORIZED"));
    assertRefused(await release(other, userId), refusal("USER_CANNOT_ACCESS_ORG"));
    equal((await release(owner, userId)).status, 200);
    deepEqual([await stage.rows("passkeys"), await stage.rows("recovery_codes")], [[], []]);
    equal(await stage.isOver(session), true);
    deepEqual(pluck(await stage.events(), "type", "target_username", "actor_name"), [
      ["ORG_USERS_WITHOUT_MFA", member, owner],
    ]);
    deepEqual(pluck(await noticesOf(stage), "what"), ["PASSKEY_ADDED", "SECOND_FACTOR_RELEASED"]);
    assertRefused(await release(owner, userId), refusal("PASSKEY_NOT_FOUND"));
  });

  await t.test(
    "401 for who is in another organization, too, and 404 for who is in none of these",
    async () => {
      const { userId } = await enroll(stage, member);
      await stage.give(member, "ORG_MEMBER", { orgId: ids.otherOrg, groupId: null });
      assertRefused(await release(owner, userId), refusal("USER_UNAUTHORIZED"));
      assertRefused(await release(owner, ids.missing), refusal("USER_NOT_FOUND", [ids.missing]));
      equal((await stage.rows("passkeys")).length, 1);
    },
  );

  await t.test("403 in an old session", async () => {
    const { userId } = await enroll(stage, member);
    const session = await stage.session(owner);
    stage.pass(15 * minute + 1);
    await stage.refuses("releaseSecondFactor", { orgId: ids.org, userId }, refusal("SIGN_IN_NOT_RECENT"), {
      session,
    });
  });
});
