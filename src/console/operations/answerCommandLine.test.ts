// Proves answerCommandLine: one answer for each code, by a signed-in person.

import { deepEqual, equal } from "node:assert/strict";
import {
  assertRefused,
  member,
  owner,
  refusals,
  testConsole,
  tooMany,
} from "../../../test/console/support/console-operations.ts";
import { refusal } from "../../../test/support/stage.ts";

const clientId = "0oabtxactgS3gHIR0297";

testConsole("answerCommandLine", async (t, stage) => {
  const answer = async (code: string, isConfirmed: boolean, by = owner) =>
    stage.ask(by, "answerCommandLine", { code, isConfirmed });
  const statusOf = (deviceHash: string) =>
    stage.store.read((tx) => tx.commandLines.statusOf(deviceHash, clientId, stage.clock.now()));

  for (const [isConfirmed, code, status] of [
    [true, "BCDFGHJK", "CONFIRMED"],
    [false, "BCDFGHJL", "DENIED"],
  ] as const) {
    await t.test(`200, and the command line is ${status}, whatever is answered afterwards`, async () => {
      const { deviceHash } = await stage.waiting(code);
      deepEqual((await answer(code, isConfirmed)).json, {});
      equal(await statusOf(deviceHash), status);
      assertRefused(await answer(code, !isConfirmed, member), refusals.code);
      equal(await statusOf(deviceHash), status);
      deepEqual(await stage.events(), []);
    });
  }

  await t.test("404 DEVICE_CODE_NOT_FOUND for a code that has run out, or never was", async () => {
    const { code, deviceHash } = await stage.waiting("BCDFGHJM");
    assertRefused(await answer("CCCCCCCC", true), refusals.code);
    stage.pass(600_000);
    for (const isConfirmed of [true, false]) assertRefused(await answer(code, isConfirmed), refusals.code);
    equal(await statusOf(deviceHash), undefined);
  });

  await t.test("429 after twenty codes", async () => {
    const { code, deviceHash } = await stage.waiting("BCDFGHJN");
    for (let time = 0; time < 20; time++) await answer("CCCCCCCC", true);
    assertRefused(await answer(code, true), tooMany(30, 20, 2, 60));
    equal(await statusOf(deviceHash), "PENDING");
  });
});

testConsole("where the sign-in must be recent", { policy: { asksAgain: true } }, async (t, stage) => {
  const minutes = 60_000;
  /** Answers a new request by a session of this age, and returns the result. */
  const answer = async (code: string, isConfirmed: boolean, age: number) => {
    const session = await stage.session(owner);
    stage.pass(age);
    const { deviceHash } = await stage.waiting(code);
    const answered = await stage.perform("answerCommandLine", { code, isConfirmed }, { session });
    const now = stage.clock.now();
    const status = await stage.store.read((tx) => tx.commandLines.statusOf(deviceHash, clientId, now));
    return { answered, status };
  };

  await t.test("200 for one of 15 minutes", async () => {
    equal((await answer("BCDFGHJK", true, 15 * minutes)).status, "CONFIRMED");
  });

  await t.test("200 for a denial at any age", async () => {
    equal((await answer("BCDFGHJL", false, 15 * minutes + 1)).status, "DENIED");
  });

  await t.test("403 SIGN_IN_NOT_RECENT for an older one, and the command line still waits", async () => {
    const { answered, status } = await answer("BCDFGHJM", true, 15 * minutes + 1);
    assertRefused(answered, refusal("SIGN_IN_NOT_RECENT"));
    equal(status, "PENDING");
  });
});
