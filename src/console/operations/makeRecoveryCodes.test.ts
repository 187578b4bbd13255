// Proves makeRecoveryCodes: new codes void the old ones.
import { equal, notEqual } from "node:assert/strict";
import { assertRefused, owner, testConsole } from "../../../test/console/support/console-operations.ts";
import { afterPassword, bound, enroll, noticesOf, origin } from "../../../test/console/support/passkeys.ts";
import { refusal } from "../../../test/support/stage.ts";

testConsole("makeRecoveryCodes", async (t, stage) => {
  const make = (session: string) => stage.perform("makeRecoveryCodes", {}, { session });

  await t.test("200 with ten; the old ones no longer work", async () => {
    const { session, codes } = await enroll(stage);
    const made = (await make(session)).json.codes;
    equal(made.length, 10);
    notEqual(made[0], codes[0]);
    const { step } = await afterPassword(stage);
    const use = (code = "") => stage.perform("finishSignIn", { step, bound, origin, code });
    assertRefused(await use(codes[0]), refusal("RECOVERY_CODE_REFUSED"));
    equal((await use(made[0])).status, 200);
    equal((await noticesOf(stage))[1]?.what, "RECOVERY_CODES_MADE");
  });

  await t.test("404 without a passkey", async () => {
    assertRefused(await make(await stage.session(owner)), refusal("PASSKEY_NOT_FOUND"));
  });
});
