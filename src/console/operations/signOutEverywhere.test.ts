// Proves signOutEverywhere: all sessions of the person end, and nobody else's.
import { deepEqual, equal } from "node:assert/strict";
import { other, owner, testConsole } from "../../../test/console/support/console-operations.ts";

testConsole("signOutEverywhere", async (t, stage) => {
  const { get, perform } = stage;

  await t.test("200, and no session of the person is left", async () => {
    const [session, another] = [await stage.session(owner), await stage.session(owner)];
    const stranger = await stage.session(other);
    deepEqual(await get("signOutEverywhere", {}, { session }), {});
    for (const ended of [session, another]) {
      equal(await stage.isOver(ended), true);
    }
    equal(await stage.isOver(stranger), false);
    equal((await perform("signOutEverywhere", {}, { session })).status, 401);
  });
});
