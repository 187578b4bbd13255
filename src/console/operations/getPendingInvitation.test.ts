// Proves getPendingInvitation: the invitation that a person of an organization has not yet accepted, for its owners.

import { deepEqual } from "node:assert/strict";
import { owner, refusals, rich, testConsole } from "../../../test/console/support/console-operations.ts";
import { refusal } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

testConsole("getPendingInvitation", async (t, stage) => {
  const { refuses } = stage;
  const { org: orgId } = ids;
  const waiting = async () => {
    const invite = await stage.store.read((tx) => tx.invites.find(rich.id, stage.clock.now()));
    return { orgId, userId: invite?.userId ?? "" };
  };

  await t.test("200 with the id of the invitation", async () => {
    deepEqual(await stage.read(owner, "getPendingInvitation", await waiting()), { invitationId: rich.id });
  });

  await t.test("409 for somebody who has joined, 404 for somebody unknown here", async () => {
    const session = await stage.session(owner);
    const user = await stage.store.read((tx) => tx.users.byAddress(owner));
    const joined = { orgId, userId: user?.id ?? "" };
    await refuses("getPendingInvitation", joined, refusals.ended("ACCEPTED"), { session });
    const nobody = { orgId, userId: ids.missing };
    await refuses("getPendingInvitation", nobody, refusal("USER_NOT_FOUND", [ids.missing]), { session });
  });
});
