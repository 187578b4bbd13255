// Proves signOutSession: one of the person's own sessions ends, and no other.
import { deepEqual, equal } from "node:assert/strict";
import { other, owner, testConsole } from "../../../test/console/support/console-operations.ts";

testConsole("signOutSession", async (t, stage) => {
  const signOut = (id: string, session: string) => stage.perform("signOutSession", { id }, { session });
  const idOf = async (session: string): Promise<string> => {
    const { json } = await stage.perform("listSessions", {}, { session });
    return json.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent).id;
  };

  await t.test("200, once or twice, and the others go on", async () => {
    const [session, another] = [await stage.session(owner), await stage.session(owner)];
    const id = await idOf(session);
    for (let time = 0; time < 2; time++) deepEqual((await signOut(id, another)).json, {});
    deepEqual([await stage.isOver(session), await stage.isOver(another)], [true, false]);
  });

  await t.test("200 for the one that asks", async () => {
    const session = await stage.session(owner);
    equal((await signOut(await idOf(session), session)).status, 200);
    equal(await stage.isOver(session), true);
  });

  await t.test("200 for another's, which goes on, and for one that never was", async () => {
    const [session, stranger] = [await stage.session(owner), await stage.session(other)];
    const id = await idOf(session);
    for (const each of [id, "made up"]) deepEqual((await signOut(each, stranger)).json, {});
    equal(await stage.isOver(session), false);
  });
});
