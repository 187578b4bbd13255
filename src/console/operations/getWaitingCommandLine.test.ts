// Proves getWaitingCommandLine: a person who types the code of a command line sees which program asks, and nobody learns which
// codes exist.
import { deepEqual, equal } from "node:assert/strict";
import {
  assertRefused,
  owner,
  refusals,
  testConsole,
  tooMany,
} from "../../../test/console/support/console-operations.ts";
import { now } from "../../../test/support/stage.ts";

testConsole("getWaitingCommandLine", async (t, stage) => {
  const { perform } = stage;
  let session: string;
  t.beforeEach(async () => {
    session = await stage.session(owner);
  });
  const look = (code: string, from?: string) =>
    perform("getWaitingCommandLine", { code }, { session, ...(from !== undefined && { from }) });

  await t.test("200 with what it said of itself, however the code is typed", async () => {
    const { code } = await stage.waiting("BCDFGHJK");
    for (const typed of [code, "bcdf-ghjk", " BCDF GHJK "]) {
      const { status, json } = await look(typed);
      equal(status, 200);
      deepEqual(json, {
        client: "Atlas CLI",
        userAgent: "AtlasCLI/1.58.1",
        remoteAddress: "127.0.0.1",
        createdAt: now,
        expiresAt: "2026-08-10T03:14:53Z",
        isNear: true,
      });
    }
    deepEqual(await stage.events(), []);
  });

  await t.test("200 that says whether the command line is on another network", async () => {
    const { code } = await stage.waiting("BCDFGHJL", "2001:db8::1");
    equal((await look(code, "2001:db8::2")).json.isNear, true);
    equal((await look(code, "192.0.2.7")).json.isNear, false);
  });

  await t.test("404 DEVICE_CODE_NOT_FOUND when it was answered, has run out, or never was", async () => {
    for (const code of ["", "CCCCCCCC"]) assertRefused(await look(code), refusals.code);
    const denied = await stage.waiting("BCDFGHJM");
    await perform("answerCommandLine", { code: denied.code, isConfirmed: false }, { session });
    assertRefused(await look(denied.code), refusals.code);
    const late = await stage.waiting("BCDFGHJN");
    stage.pass(600_000);
    assertRefused(await look(late.code), refusals.code);
  });

  await t.test("429 after twenty codes, right ones or not", async () => {
    const { code } = await stage.waiting("BCDFGHJP");
    for (let time = 0; time < 20; time++) await look(time % 2 ? code : "CCCCCCCC");
    assertRefused(await look(code), tooMany(30, 20, 2, 60));
  });
});
