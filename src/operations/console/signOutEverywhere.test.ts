// Proves signOutEverywhere: all sessions of the person end, and nobody else's.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { other, owner, startConsole } from "../../../test/support/console-operations.ts";

test("signOutEverywhere", async (t) => {
  const stage = await startConsole(t);
  const { perform } = stage;

  await t.test("200, and no session of the person is left", async () => {
    const [session, another] = [await stage.session(owner), await stage.session(owner)];
    const stranger = await stage.session(other);
    const { status, json } = await perform("signOutEverywhere", {}, { session });
    deepEqual([status, json], [200, {}]);
    for (const ended of [session, another]) {
      equal((await perform("getPerson", {}, { session: ended })).status, 401);
    }
    equal((await perform("getPerson", {}, { session: stranger })).status, 200);
    equal((await perform("signOutEverywhere", {}, { session })).status, 401);
  });
});
