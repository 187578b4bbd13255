// Proves listOrgKeyUses: when keys were made and used last, what is not known of older ones, and who may ask.
import { deepEqual, equal } from "node:assert/strict";
import { member, testOnEngines } from "../../../test/support/console-operations.ts";
import { ids, keys } from "../../../test/support/world.ts";
import { createKeyUses } from "../../key-uses.ts";

const { org: orgId } = ids;
const hour = 3_600_000;

testOnEngines("listOrgKeyUses", async (t, stage) => {
  const id = String(
    (await stage.rows("api_keys")).find((key) => key.public_key === keys.reader.publicKey)?.id,
  );
  const read = async () => {
    const { json } = await stage.ask(member, "listOrgKeyUses", { orgId });
    return json.find((use: { id: string }) => use.id === id);
  };
  const createdAt = "2026-08-10T03:04:53Z";

  await t.test("200 with a use to the hour, and with none before there is one", async () => {
    const never = { id, createdAt, lastUsedAt: null, isWatched: true };
    deepEqual(await read(), never);
    const uses = createKeyUses({ store: stage.store, wall: stage.clock.now });
    const at = stage.clock.now();
    for (const minutes of [0, 20, 40]) uses.note(id, at + minutes * 60_000);
    deepEqual(await read(), never);
    await uses.close();
    deepEqual(await read(), { ...never, lastUsedAt: createdAt });
    uses.note(id, at + hour);
    await uses.close();
    deepEqual(await read(), { ...never, lastUsedAt: "2026-08-10T04:04:53Z" });
  });

  await t.test("200 with what keeps the uses of keys that are gone no longer than a day", async () => {
    const uses = createKeyUses({ store: stage.store, wall: stage.clock.now });
    uses.note("f".repeat(24), stage.clock.now());
    await uses.close();
    const known = () => stage.store.read((tx) => tx.keyUses.of(["f".repeat(24)]));
    equal((await known()).size, 1);
    stage.clock.advance(25 * hour);
    await uses.close();
    equal((await known()).size, 0);
  });
});
