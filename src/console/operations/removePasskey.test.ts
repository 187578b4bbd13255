// Proves removePasskey: the caller removes an own passkey, the last one together with the recovery codes, and only after
// proving one.
import { deepEqual, equal } from "node:assert/strict";
import {
  assertRefused,
  other,
  owner,
  testConsole,
} from "../../../test/console/support/console-operations.ts";
import { add, afterPassword, enroll, minute, noticesOf } from "../../../test/console/support/passkeys.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { refusal } from "../../../test/support/stage.ts";

testConsole("removePasskey", { policy: { asksAgain: true } }, async (t, stage) => {
  const remove = (id: unknown, session: string) => stage.perform("removePasskey", { id }, { session });

  await t.test("200: the other stays; with the last the codes go, and the password suffices", async () => {
    const { session } = await enroll(stage);
    await add(stage, session);
    const [first, second] = await stage.rows("passkeys");
    equal((await remove(first?.id, session)).status, 200);
    equal((await stage.rows("recovery_codes")).length, 10);
    equal((await remove(second?.id, session)).status, 200);
    deepEqual([await stage.rows("passkeys"), await stage.rows("recovery_codes")], [[], []]);
    equal("token" in (await afterPassword(stage)), true);
    equal((await noticesOf(stage)).at(-1)?.what, "PASSKEY_REMOVED");
  });

  await t.test("200: after the last, no session has a second factor any more", async () => {
    const { session } = await enroll(stage);
    const factors = async () => pluck(await stage.rows("sessions"), "second_factor");
    deepEqual(await factors(), [1]);
    const [only] = await stage.rows("passkeys");
    equal((await remove(only?.id, session)).status, 200);
    deepEqual(await factors(), [0]);
  });

  await t.test("404 for another person's", async () => {
    await enroll(stage);
    const [{ id } = {}] = await stage.rows("passkeys");
    assertRefused(await remove(id, await stage.session(other)), refusal("PASSKEY_NOT_FOUND"));
    equal((await stage.rows("passkeys")).length, 1);
  });

  await t.test("403 in a session that never proved one, and in an old one", async () => {
    const { session } = await enroll(stage);
    const [{ id } = {}] = await stage.rows("passkeys");
    assertRefused(await remove(id, await stage.session(owner)), refusal("SECOND_FACTOR_REQUIRED"));
    stage.pass(15 * minute + 1);
    assertRefused(await remove(id, session), refusal("SIGN_IN_NOT_RECENT"));
  });
});
