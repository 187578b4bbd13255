// What a change works with where no request is made: its events and messages, and that nothing of a caller is asked.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { now, tellStore } from "../../test/support/told-store.ts";
import { fault } from "../contract/errors.ts";
import { changingOf } from "./changing.ts";

test("events and messages are written into the same unit of work, in the name of the actor, at its moment", async () => {
  const { calls, tx } = tellStore();
  const actor = { kind: "USER", id: "u", name: "ada@example.com" } as never;
  const changing = changingOf({ tx, now, newId: () => "new" }, actor);
  await changing.record("JOINED_ORG", { orgId: "o", targetUsername: "new@example.com" });
  await changing.mail({ inviteId: "i" });
  deepEqual(calls, [
    [
      "events.add",
      { id: "new", type: "JOINED_ORG", at: now, actor, orgId: "o", targetUsername: "new@example.com" },
    ],
    ["outbox.add", { id: "new", about: { inviteId: "i" }, now }],
  ]);
  deepEqual([changing.held, changing.isRecent, changing.now, changing.newId()], [null, true, now, "new"]);
  equal(changing.fault, fault);
});
