// Proves getGroupInvitation: all that is known of an invitation to a project, for its owners.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  assertRefused,
  outside,
  owner,
  refusedToOthers,
  rich,
  startConsole,
} from "../../../test/support/console-operations.ts";
import { refusal } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";
import { day } from "../../domain/instant.ts";

test("getGroupInvitation", async (t) => {
  const stage = await startConsole(t);
  const at = { groupId: ids.group, invitationId: ids.invite };
  const get = async (input: Readonly<Record<string, unknown>> = at) =>
    stage.perform("getGroupInvitation", input, { session: await stage.session(owner) });

  await t.test("200 while it is pending, and after it has run out", async () => {
    const { status, json } = await get();
    equal(status, 200);
    deepEqual(
      [json.id, json.groupName, json.status, json.endedAt, json.userId],
      [ids.invite, "payments", "PENDING", null, null],
    );
    stage.clock.advance(31 * day);
    const { json: ended } = await get();
    deepEqual([ended.status, ended.endedAt], ["EXPIRED", json.expiresAt]);
  });

  await t.test("404 for one of the organization", async () => {
    assertRefused(await get({ ...at, invitationId: rich.id }), refusal("RESOURCE_NOT_FOUND", [rich.id]));
  });

  await refusedToOthers(t, stage, "getGroupInvitation", () => at, outside.group);
});
