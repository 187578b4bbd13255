// Proves listSessions: the caller's own sessions until they end, with the current one marked.
import { deepEqual, equal } from "node:assert/strict";
import { other, owner, testConsole } from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { now } from "../../../test/support/stage.ts";

testConsole("listSessions", async (t, stage) => {
  const list = async (session: string) => await stage.get("listSessions", {}, { session });

  await t.test("200 with those of the person, the newest first", async () => {
    const first = await stage.session(owner);
    await stage.session(other);
    stage.pass(60_000);
    const second = await stage.session(owner);
    const shown = await list(first);
    deepEqual(pluck(shown, "createdAt", "isCurrent"), [
      ["2026-08-10T03:05:53Z", false],
      [now, true],
    ]);
    deepEqual(shown[1], {
      id: shown[1].id,
      browser: "Firefox",
      remoteAddress: "127.0.0.1",
      createdAt: now,
      lastUsedAt: now,
      isCurrent: true,
    });
    equal((await list(second))[0].isCurrent, true);
    equal(JSON.stringify(shown).includes(first), false);
  });

  await t.test("200 without one that was not used for an hour", async () => {
    await stage.session(owner);
    stage.pass(3_600_000 - 1);
    const session = await stage.session(owner);
    equal((await list(session)).length, 2);
    stage.pass(1);
    equal((await list(session)).length, 1);
  });
});
