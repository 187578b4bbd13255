// Proves signOut: it ends the one session, and nothing else.
import { deepEqual, equal } from "node:assert/strict";
import { owner, testConsole } from "../../../test/console/support/console-operations.ts";

testConsole("signOut", async (t, stage) => {
  const { get } = stage;

  await t.test("200, and the session is over while others go on", async () => {
    const [session, another] = [await stage.session(owner), await stage.session(owner)];
    deepEqual(await get("signOut", { token: session }), {});
    equal(await stage.isOver(session), true);
    equal(await stage.isOver(another), false);
    deepEqual(await stage.events(), []);
  });

  await t.test("200 for a session that has ended, or never was", async () => {
    const session = await stage.session(owner);
    for (const token of [session, session, "made up"]) {
      deepEqual(await get("signOut", { token }), {});
    }
    deepEqual(await stage.rows("sessions"), []);
  });
});
