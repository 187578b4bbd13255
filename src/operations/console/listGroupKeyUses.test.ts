// Proves listGroupKeyUses: the keys with a role in the project alone, and who may ask.
import { deepEqual } from "node:assert/strict";
import { owner, testConsole } from "../../../test/support/console-operations.ts";
import { ids, keys } from "../../../test/support/world.ts";

testConsole("listGroupKeyUses", async (t, stage) => {
  const { group: groupId } = ids;

  await t.test("200 with when each was used last", async () => {
    const rows = await stage.rows("api_keys");
    const idOf = (publicKey: string) => rows.find((key) => key.public_key === publicKey)?.id as string;
    const used = idOf(keys.groupOwner.publicKey);
    await stage.store.write((tx) => tx.keyUses.note([[used, stage.clock.now()]]));
    const { json } = await stage.ask(owner, "listGroupKeyUses", { groupId });
    const of = (id: string) => json.find((use: { id: string }) => use.id === id)?.lastUsedAt;
    deepEqual(json.length, 2);
    deepEqual([of(used), of(idOf(keys.groupReader.publicKey))], ["2026-08-10T03:04:53Z", null]);
  });
});
