// Proves declineInvitation: the link is enough, and the end is final.
import { deepEqual, equal } from "node:assert/strict";
import { assertRefused, owner, refusals, testConsole } from "../../../test/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

testConsole("declineInvitation", async (t, stage) => {
  const { perform } = stage;
  const statusOf = async () => (await stage.rows("invites")).find(({ id }) => id === ids.invite)?.status;

  await t.test("200, once or twice, for somebody who is not signed in", async () => {
    const token = await stage.link({ inviteId: ids.invite });
    for (let time = 0; time < 2; time++) {
      const { status, json } = await perform("declineInvitation", { token });
      deepEqual([status, json], [200, { status: "DECLINED" }]);
      equal(await statusOf(), "DECLINED");
    }
    deepEqual(await stage.events(), []);
  });

  for (const status of ["ACCEPTED", "REVOKED", "EXPIRED"] as const) {
    await t.test(`409 INVITATION_ENDED after it was ${status}`, async () => {
      const token = await stage.link({ inviteId: ids.invite });
      await stage.store.write((tx) => tx.invites.end(ids.invite, status, stage.clock.now()));
      assertRefused(await perform("declineInvitation", { token }), refusals.ended(status));
      equal(await statusOf(), status);
    });
  }

  await t.test("409 INVITATION_ENDED after thirty days", async () => {
    const token = await stage.link({ inviteId: ids.invite }, 60 * 86_400_000);
    stage.pass(30 * 86_400_000);
    assertRefused(await perform("declineInvitation", { token }), refusals.ended("EXPIRED"));
  });

  await t.test("404 for an unknown link, and for one to a password", async () => {
    assertRefused(await perform("declineInvitation", { token: "made up" }), refusals.link);
    const token = await stage.link({ userId: await stage.userId(owner) });
    assertRefused(await perform("declineInvitation", { token }), refusals.link);
  });
});
