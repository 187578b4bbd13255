// Proves declineInvitation: the link suffices, and the end is final.
import { deepEqual, equal } from "node:assert/strict";
import { testConsole } from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

testConsole("declineInvitation", async (t, stage) => {
  const { get } = stage;
  const statusOf = async () => (await stage.rows("invites")).find(({ id }) => id === ids.invite)?.status;

  await t.test("200, once or twice, for somebody who is not signed in", async () => {
    const token = await stage.link({ inviteId: ids.invite });
    for (let time = 0; time < 2; time++) {
      deepEqual(await get("declineInvitation", { token }), { status: "DECLINED" });
      equal(await statusOf(), "DECLINED");
    }
    deepEqual(await stage.events(), []);
  });
});
