// Proves signOutCommandLine: one of the person's own command lines ends, and no other.
import { deepEqual, equal } from "node:assert/strict";
import { member, owner, testConsole } from "../../../test/console/support/console-operations.ts";

testConsole("signOutCommandLine", async (t, stage) => {
  const signOut = async (id: string, by: string) => stage.ask(by, "signOutCommandLine", { id });
  const isSignedIn = async (id: string) =>
    (await stage.store.read((tx) => tx.commandLines.person(id, stage.clock.now()))) !== undefined;

  await t.test("200, once or twice, and the others go on", async () => {
    const ended = await stage.commandLine(owner, "BCDFGHJK");
    const others = [await stage.commandLine(owner, "BCDFGHJL"), await stage.commandLine(member, "BCDFGHJM")];
    for (let time = 0; time < 2; time++) deepEqual((await signOut(ended, owner)).json, {});
    equal(await isSignedIn(ended), false);
    for (const other of others) equal(await isSignedIn(other), true);
  });

  await t.test("200 for another's, which goes on, and for one that never was", async () => {
    const id = await stage.commandLine(owner, "BCDFGHJN");
    for (const each of [id, "made up"]) deepEqual((await signOut(each, member)).json, {});
    equal(await isSignedIn(id), true);
  });
});
