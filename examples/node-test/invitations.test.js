import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { createAnteroom } from "atlas-anteroom";

const groupId = "32b6e34b3d91647abb20e7b8";
const invited = "hello@example.com";

const anteroom = await createAnteroom({ clock: "system" });
beforeEach(() => anteroom.reset());
after(() => anteroom.close());

test("an invitation gets other roles", async () => {
  const body = { username: invited, roles: ["GROUP_OWNER"] };
  const { roles } = await anteroom.atlas.updateGroupInvites({ groupId, body });
  assert.deepEqual(roles, ["GROUP_OWNER"]);
});

test("an invitation that is a month old has ended", async (t) => {
  t.mock.timers.enable({ now: Date.now() });
  assert.equal((await anteroom.atlas.listGroupInvites({ groupId })).length, 1);
  t.mock.timers.setTime(Date.now() + 31 * 24 * 60 * 60 * 1000);
  assert.deepEqual(await anteroom.atlas.listGroupInvites({ groupId }), []);
});

test("what waits in the code that is tested is faked, and the server goes on", async (t) => {
  t.mock.timers.enable();
  const called = t.mock.fn();
  setTimeout(called, 60_000);
  const other = await createAnteroom();
  assert.equal((await other.atlas.listGroups()).totalCount, 1);
  assert.equal(called.mock.callCount(), 0);
  assert.notEqual(new Date(other.clock.now()).getFullYear(), 1970);
  await other.close();
});
