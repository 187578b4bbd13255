// Proves finishSignIn: after the correct password a passkey of the person or a recovery code signs in, once, and nothing else
// does.
import { deepEqual, equal, ok } from "node:assert/strict";
import { assertRefused, other, testOnEngines } from "../../../test/console/support/console-operations.ts";
import {
  afterPassword,
  bound,
  enroll,
  minute,
  noticesOf,
  origin,
  refused,
  stale,
} from "../../../test/console/support/passkeys.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { refusal } from "../../../test/support/stage.ts";

const noCode = refusal("RECOVERY_CODE_REFUSED");
const over = refusal("SECOND_STEP_STALE");

testOnEngines("finishSignIn", async (t, stage) => {
  const finish = (given: object) => stage.perform("finishSignIn", { bound, origin, ...given });
  const use = async (code: string) => finish({ step: (await afterPassword(stage)).step, code });

  await t.test("200 with a session; the password alone has opened nothing", async () => {
    const { device } = await enroll(stage);
    const { step, credentialIds, ...rest } = await afterPassword(stage);
    deepEqual([rest, credentialIds], [{}, [device.last().id]]);
    equal((await stage.rows("sessions")).length, 1);
    assertRefused(await finish({ step, code: "" }), noCode);
    assertRefused(await finish({ step, answer: device.answer(stage.challenge("sign-in")) }), stale);
    const { status, json } = await finish({ step, answer: device.answer(stage.challenge("prove")) });
    equal(status, 200);
    const mine = await stage.get("listPasskeys", {}, { session: json.token });
    equal(mine.hasSecondFactor, true);
  });

  await t.test("403 PASSKEY_REFUSED for the passkey of another person", async () => {
    const mine = await enroll(stage);
    const theirs = await enroll(stage, other);
    const { step } = await afterPassword(stage);
    const { id, userHandle } = mine.device.last();
    for (const lies of [{}, { userHandle }, { id, userHandle }]) {
      const answer = theirs.device.answer(stage.challenge("prove"), lies);
      assertRefused(await finish({ step, answer }), refused);
    }
  });

  await t.test(
    "403 SECOND_STEP_STALE in another browser, after a new password, and after ten minutes",
    async () => {
      const { device, userId } = await enroll(stage);
      const { step } = await afterPassword(stage);
      const by = (at: string, given: string) =>
        finish({ step: given, bound: at, answer: device.answer(stage.challenge("prove", at)) });
      assertRefused(await by("another", step), over);
      assertRefused(await by(bound, "nothing"), over);
      stage.pass(10 * minute - 1);
      const [{ password_hash: before = null } = {}] = (await stage.rows("users")).filter(
        ({ id }) => id === userId,
      );
      await stage.store.write((tx) => tx.users.setPassword(userId, "another"));
      assertRefused(await by(bound, step), over);
      await stage.store.write((tx) => tx.users.setPassword(userId, before as string));
      stage.pass(1);
      assertRefused(await by(bound, step), over);
    },
  );

  await t.test("200 for a recovery code, once each, and the person is told", async () => {
    const { codes } = await enroll(stage);
    const [first = "", second = ""] = codes;
    const typed = ` ${first.replaceAll("-", " ").toUpperCase().replaceAll("0", "O")} `;
    equal((await use(typed)).status, 200);
    assertRefused(await use(first), noCode);
    assertRefused(await use("0000-0000-0000-0000"), noCode);
    equal((await use(second)).status, 200);
    const told = (await noticesOf(stage)).filter(({ what }) => what === "RECOVERY_CODE_USED");
    deepEqual(pluck(told, "about"), [["9"], ["8"]]);
  });

  await t.test("200 once for a recovery code that is used four times at once", async () => {
    const { codes } = await enroll(stage);
    const steps: string[] = [];
    for (let count = 0; count < 4; count++) steps.push((await afterPassword(stage)).step);
    const all = await Promise.all(steps.map((step) => finish({ step, code: codes[0] })));
    deepEqual(pluck(all, "status").sort(), [200, 403, 403, 403]);
    equal((await stage.rows("recovery_codes")).length, 9);
  });

  await t.test("429 after ten attempts, right ones too", async () => {
    const { codes } = await enroll(stage);
    const { step } = await afterPassword(stage);
    for (let count = 0; count < 10; count++) assertRefused(await finish({ step, code: "wrong" }), noCode);
    const { status, headers } = await finish({ step, code: codes[0] });
    equal(status, 429);
    ok(Number(headers["retry-after"]) > 0);
  });
});
