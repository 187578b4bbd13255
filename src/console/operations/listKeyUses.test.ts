// Proves listOrgKeyUses and listGroupKeyUses: when keys were made and used last, and what is not known of older ones.
import { deepEqual, equal } from "node:assert/strict";
import { member, owner, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { now } from "../../../test/support/stage.ts";
import { ids, keys } from "../../../test/support/world.ts";
import { hour, minute } from "../../core/domain/instant.ts";
import { createKeyUses } from "../../core/key-uses.ts";

testOnEngines("uses of keys", async (t, stage) => {
  const rows = await stage.rows("api_keys");
  const idOf = ({ publicKey }: { publicKey: string }) =>
    String(rows.find((key) => key.public_key === publicKey)?.id);
  const id = idOf(keys.reader);
  const read = async () =>
    (await stage.read(member, "listOrgKeyUses", { orgId: ids.org })).find(
      (use: { id: string }) => use.id === id,
    );

  await t.test("200 with a use to the hour, and with none before there is one", async () => {
    const never = { id, createdAt: now, lastUsedAt: null, isWatched: true };
    deepEqual(await read(), never);
    const uses = createKeyUses({ store: stage.store, wall: stage.clock.now });
    const at = stage.clock.now();
    for (const minutes of [0, 20, 40]) {
      uses.note(id, at + minutes * minute);
    }
    deepEqual(await read(), never);
    await uses.close();
    deepEqual(await read(), { ...never, lastUsedAt: now });
    uses.note(id, at + hour);
    await uses.close();
    deepEqual(await read(), { ...never, lastUsedAt: "2026-08-10T04:04:53Z" });
  });

  await t.test("200 with what keeps the uses of keys that are gone no longer than a day", async () => {
    const gone = "f".repeat(24);
    const uses = createKeyUses({ store: stage.store, wall: stage.clock.now });
    uses.note(gone, stage.clock.now());
    await uses.close();
    const known = () => stage.store.read((tx) => tx.keyUses.of([gone]));
    equal((await known()).size, 1);
    stage.clock.advance(25 * hour);
    await uses.close();
    equal((await known()).size, 0);
  });

  await t.test("200 with the keys that have a role in a project alone", async () => {
    const [used, unused] = [idOf(keys.groupOwner), idOf(keys.groupReader)];
    await stage.store.write((tx) => tx.keyUses.note([[used, stage.clock.now()]]));
    const listed = await stage.read(owner, "listGroupKeyUses", { groupId: ids.group });
    deepEqual(
      new Map(pluck(listed, "id", "lastUsedAt") as [string, unknown][]),
      new Map([
        [used, now],
        [unused, null],
      ]),
    );
  });
});
