import assert from "node:assert/strict";
import { anteroomTest } from "atlas-anteroom/node-test";

const test = anteroomTest({ clock: "system" });
const username = "hello@example.com";

test("an invitation gets other roles", async ({ anteroom: { atlas, world } }) => {
  const groupId = world.groups.payments.id;
  const { roles } = await atlas.updateGroupInvites({ groupId, body: { username, roles: ["GROUP_OWNER"] } });
  assert.deepEqual(roles, ["GROUP_OWNER"]);
});

test("an invitation that is a month old has ended", async ({ anteroom: { atlas, world }, mock }) => {
  const groupId = world.groups.payments.id;
  mock.timers.enable({ now: Date.now() });
  assert.equal((await atlas.listGroupInvites({ groupId })).length, 1);
  mock.timers.setTime(Date.now() + 31 * 24 * 60 * 60 * 1000);
  assert.deepEqual(await atlas.listGroupInvites({ groupId }), []);
});

anteroomTest()("what waits in the code that is tested is faked, and the server goes on", async (t) => {
  t.mock.timers.enable();
  const called = t.mock.fn();
  setTimeout(called, 60_000);
  assert.equal((await t.anteroom.atlas.listGroups()).totalCount, 1);
  assert.equal(called.mock.callCount(), 0);
  // Without `clock: "system"` the server goes by real time.
  assert.notEqual(new Date(t.anteroom.clock.now()).getFullYear(), 1970);
});
