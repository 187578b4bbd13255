// Proves proveAgain: a session is recent again by a passkey, a code or the password, and gets a second factor by the first two.
import { equal } from "node:assert/strict";
import {
  assertRefused,
  other,
  password,
  testConsole,
} from "../../../test/console/support/console-operations.ts";
import { enroll, minute, proveBy, refused, stale } from "../../../test/console/support/passkeys.ts";
import { refusal } from "../../../test/support/stage.ts";

testConsole("proveAgain", { policy: { asksAgain: true } }, async (t, stage) => {
  const make = (session: string) => stage.perform("makeRecoveryCodes", {}, { session });

  await t.test("200 for a passkey: the session is recent again", async () => {
    const { session, device } = await enroll(stage);
    stage.pass(15 * minute + 1);
    assertRefused(await make(session), refusal("SIGN_IN_NOT_RECENT"));
    const answer = device.answer(stage.challenge("prove"));
    equal((await proveBy(stage, session, { answer })).status, 200);
    equal((await make(session)).status, 200);
    assertRefused(await proveBy(stage, session, { answer }), stale);
  });

  await t.test("200 for the password, which is no second factor", async () => {
    const { userId } = await enroll(stage);
    const session = await stage.session("owner@example.com");
    assertRefused(await make(session), refusal("SECOND_FACTOR_REQUIRED"));
    equal((await proveBy(stage, session, { password })).status, 200, userId);
    assertRefused(await make(session), refusal("SECOND_FACTOR_REQUIRED"));
  });

  await t.test("200 for a recovery code, which is one", async () => {
    const { codes } = await enroll(stage);
    const session = await stage.session("owner@example.com");
    equal((await proveBy(stage, session, { code: codes[3] })).status, 200);
    equal((await make(session)).status, 200);
    assertRefused(await proveBy(stage, session, { code: codes[3] }), refusal("RECOVERY_CODE_REFUSED"));
  });

  await t.test("403 for a wrong password, and for another person's passkey", async () => {
    const { session } = await enroll(stage);
    const theirs = await enroll(stage, other);
    assertRefused(await proveBy(stage, session, { password: "not a staple" }), refusal("PASSWORD_INCORRECT"));
    const answer = theirs.device.answer(stage.challenge("prove"));
    assertRefused(await proveBy(stage, session, { answer }), refused);
  });
});
