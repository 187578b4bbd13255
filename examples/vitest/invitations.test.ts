import { anteroomTest } from "atlas-anteroom/vitest";
import { afterEach, expect, vi } from "vitest";

const test = anteroomTest({ clock: "system" });
const username = "hello@example.com";

afterEach(() => {
  vi.useRealTimers();
});

test("an invitation gets other roles", async ({ anteroom: { atlas, world } }) => {
  const groupId = world.groups.payments.id;
  const { roles } = await atlas.updateGroupInvites({ groupId, body: { username, roles: ["GROUP_OWNER"] } });
  expect(roles).toEqual(["GROUP_OWNER"]);
});

test("an invitation that is a month old has ended", async ({ anteroom: { atlas, world } }) => {
  const groupId = world.groups.payments.id;
  vi.useFakeTimers();
  expect(await atlas.listGroupInvites({ groupId })).toHaveLength(1);
  vi.setSystemTime(Date.now() + 31 * 24 * 60 * 60 * 1000);
  expect(await atlas.listGroupInvites({ groupId })).toEqual([]);
});

anteroomTest()("what waits in the code that is tested is faked, and the server goes on", async ({ anteroom }) => {
  vi.useFakeTimers();
  const called = vi.fn();
  setTimeout(called, 60_000);
  const answered = await Promise.all(Array.from({ length: 10 }, () => anteroom.atlas.listGroups()));
  expect(answered).toHaveLength(10);
  expect((await fetch(`${anteroom.url}/healthz`)).status).toBe(200);
  expect(called).not.toHaveBeenCalled();
  // Without `clock: "system"` the server goes by real time.
  expect(Math.abs(Date.parse(anteroom.clock.now()) - vi.getRealSystemTime())).toBeLessThan(60_000);
  await anteroom.reset();
});

// Each has a world of its own, so they may run at once.
for (const name of ["ledger", "stock"]) {
  test.concurrent(`${name} is the second project`, async ({ anteroom, expect }) => {
    const { id } = anteroom.world.orgs.Acme;
    await anteroom.insert({ orgs: [{ name: "Acme", groups: [{ name }] }] });
    expect((await anteroom.atlas.getOrgGroups({ orgId: id })).totalCount).toBe(2);
  });
}
