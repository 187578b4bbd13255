// Proves getPerson: it returns the signed-in person.
import { deepEqual, equal } from "node:assert/strict";
import { owner, testConsole } from "../../../test/console/support/console-operations.ts";

testConsole("getPerson", async (t, stage) => {
  await t.test("200 with the account of the session", async () => {
    deepEqual(await stage.read(owner, "getPerson"), {
      id: await stage.userId(owner),
      username: owner,
      firstName: "Ada",
      lastName: "Example",
    });
  });

  await t.test("401 without a session, with an unknown one, and with one that ran out", async () => {
    equal((await stage.perform("getPerson")).status, 401);
    equal(await stage.isOver("made up"), true);
    const session = await stage.session(owner);
    stage.pass(3_600_000);
    equal(await stage.isOver(session), true);
  });
});
