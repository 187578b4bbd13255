import { createAnteroom } from "atlas-anteroom";
import { afterEach, expect, test, vi } from "vitest";

const groupId = "32b6e34b3d91647abb20e7b8";
const invited = "hello@example.com";

afterEach(() => {
  vi.useRealTimers();
});

test("an invitation gets other roles", async () => {
  await using anteroom = await createAnteroom();
  const body = { username: invited, roles: ["GROUP_OWNER" as const] };
  expect((await anteroom.atlas.updateGroupInvites({ groupId, body })).roles).toEqual(["GROUP_OWNER"]);
});

test("an invitation that is a month old has ended", async () => {
  vi.useFakeTimers();
  await using anteroom = await createAnteroom({ clock: "system" });
  expect(await anteroom.atlas.listGroupInvites({ groupId })).toHaveLength(1);
  vi.setSystemTime(Date.now() + 31 * 24 * 60 * 60 * 1000);
  expect(await anteroom.atlas.listGroupInvites({ groupId })).toEqual([]);
});

test("what waits in the code that is tested is faked, and the server goes on", async () => {
  vi.useFakeTimers();
  await using anteroom = await createAnteroom();
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
