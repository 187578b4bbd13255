import { jest } from "@jest/globals";
import { createAnteroom } from "atlas-anteroom";
import { AtlasError } from "atlas-anteroom/client";

const groupId = "32b6e34b3d91647abb20e7b8";
const invited = "hello@example.com";
let anteroom;

beforeAll(async () => {
  anteroom = await createAnteroom({ clock: "system" });
});
beforeEach(() => anteroom.reset());
afterEach(() => {
  jest.useRealTimers();
});
afterAll(() => anteroom.close());

test("an invitation gets other roles", async () => {
  const body = { username: invited, roles: ["GROUP_OWNER"] };
  expect((await anteroom.atlas.updateGroupInvites({ groupId, body })).roles).toEqual(["GROUP_OWNER"]);
});

test("an invitation that is a month old has ended", async () => {
  jest.useFakeTimers();
  expect(await anteroom.atlas.listGroupInvites({ groupId })).toHaveLength(1);
  jest.setSystemTime(Date.now() + 31 * 24 * 60 * 60 * 1000);
  expect(await anteroom.atlas.listGroupInvites({ groupId })).toEqual([]);
});

test("what waits in the code that is tested is faked, and the server goes on", async () => {
  jest.useFakeTimers();
  const other = await createAnteroom();
  const called = jest.fn();
  setTimeout(called, 60_000);
  const answered = await Promise.all(Array.from({ length: 10 }, () => other.atlas.listGroups()));
  expect(answered).toHaveLength(10);
  expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
  expect(called).not.toHaveBeenCalled();
  // Without `clock: "system"` the server goes by real time.
  expect(Math.abs(Date.parse(other.clock.now()) - jest.getRealSystemTime())).toBeLessThan(60_000);
  await other.close();
});

test("a refusal is of the class that the client exports", async () => {
  const missing = anteroom.atlas.getGroup({ groupId: "0".repeat(24) });
  await expect(missing).rejects.toBeInstanceOf(AtlasError);
});
