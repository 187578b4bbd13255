const { AtlasError } = require("atlas-anteroom/client");
const { anteroomTest } = require("atlas-anteroom/jest");

const test = anteroomTest({ clock: "system" });
const username = "hello@example.com";

afterEach(() => {
  jest.useRealTimers();
});

test("an invitation gets other roles", async ({ anteroom: { atlas, world } }) => {
  const groupId = world.groups.payments.id;
  const { roles } = await atlas.updateGroupInvites({ groupId, body: { username, roles: ["GROUP_OWNER"] } });
  expect(roles).toEqual(["GROUP_OWNER"]);
});

test("an invitation that is a month old has ended", async ({ anteroom: { atlas, world } }) => {
  const groupId = world.groups.payments.id;
  jest.useFakeTimers();
  expect(await atlas.listGroupInvites({ groupId })).toHaveLength(1);
  jest.setSystemTime(Date.now() + 31 * 24 * 60 * 60 * 1000);
  expect(await atlas.listGroupInvites({ groupId })).toEqual([]);
});

anteroomTest()("what waits in the code that is tested is faked, and the server goes on", async ({ anteroom }) => {
  jest.useFakeTimers();
  const called = jest.fn();
  setTimeout(called, 60_000);
  const answered = await Promise.all(Array.from({ length: 10 }, () => anteroom.atlas.listGroups()));
  expect(answered).toHaveLength(10);
  expect((await fetch(`${anteroom.url}/healthz`)).status).toBe(200);
  expect(called).not.toHaveBeenCalled();
  // Without `clock: "system"` the server goes by real time.
  expect(Math.abs(Date.parse(anteroom.clock.now()) - jest.getRealSystemTime())).toBeLessThan(60_000);
});

test("a refusal is of the class that the client exports", async ({ anteroom: { atlas } }) => {
  await expect(atlas.getGroup({ groupId: "0".repeat(24) })).rejects.toBeInstanceOf(AtlasError);
});

test.each(["ledger", "stock"])("%s is the second project", async ({ anteroom }, name) => {
  const { id } = anteroom.world.orgs.Acme;
  await anteroom.insert({ orgs: [{ name: "Acme", groups: [{ name }] }] });
  expect((await anteroom.atlas.getOrgGroups({ orgId: id })).totalCount).toBe(2);
});
