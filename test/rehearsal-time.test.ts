// Time in a rehearsal: where resets and snapshots put the clock, and captured mail that is made while it is true.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import type { AnteroomOptions } from "../src/anteroom.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { noConsole } from "./support/rooms.ts";

const day = 86_400_000;
const seed = {
  orgs: [
    {
      name: "Acme",
      apiKeys: [{ roles: ["ORG_OWNER" as const] }],
      groups: [
        { name: "payments", invites: [{ username: "ada@example.com", roles: ["GROUP_OWNER" as const] }] },
      ],
    },
  ],
};

async function start(t: { after(work: () => Promise<void>): void }, options: AnteroomOptions = {}) {
  const anteroom = await createAnteroom({ seed, ...options });
  t.after(anteroom.close);
  const { results = [] } = await anteroom.atlas.listGroups();
  const groupId = results[0]?.id ?? "";
  const invite = (username: string) =>
    anteroom.atlas.createGroupInvite({ groupId, body: { username, roles: ["GROUP_READ_ONLY"] } });
  const addressed = async () => (await anteroom.mail.list()).map(({ to }) => to);
  return { anteroom, groupId, invite, addressed };
}

const isNear = (instant: string, expected: number) => Math.abs(Date.parse(instant) - expected) < 60_000;

test("a reset puts the clock where the server began", async (t) => {
  for (const [options, began] of [
    [{ now: "2027-07-02" }, Date.parse("2027-07-02")],
    [{}, Date.now()],
  ] as const) {
    const { anteroom } = await start(t, options);
    await anteroom.clock.advance("P40D");
    await anteroom.reset();
    ok(isNear(anteroom.clock.now(), began), anteroom.clock.now());
    await anteroom.clock.set({ now: "2030-01-01" });
    await anteroom.reset();
    ok(isNear(anteroom.clock.now(), began), anteroom.clock.now());
  }
});

test("a snapshot that is restored brings its time back: the present, another that goes on, or one that stands", async (t) => {
  const { anteroom } = await start(t);
  await anteroom.snapshot.take("present");
  await anteroom.clock.advance("P10D");
  await anteroom.snapshot.take("moved");
  await anteroom.clock.set({ now: "2027-07-02" });
  await anteroom.snapshot.take("frozen");
  await anteroom.clock.set({ now: "2040-01-01" });
  for (const [name, expected] of [
    ["moved", Date.now() + 10 * day],
    ["frozen", Date.parse("2027-07-02")],
    ["present", Date.now()],
  ] as const) {
    await anteroom.snapshot.restore(name);
    ok(isNear(anteroom.clock.now(), expected), `${name}: ${anteroom.clock.now()}`);
  }
});

test("moving the clock says which pending invitations lapse by it", async (t) => {
  const { anteroom, invite } = await start(t);
  const { id } = await invite("bob@example.com");
  await anteroom.invites.decline(id ?? "");
  deepEqual((await anteroom.clock.advance("P1D")).lapsed, []);
  const { now, lapsed } = await anteroom.clock.set({ now: "2027-07-02" });
  equal(now, "2027-07-02T00:00:00.000Z");
  deepEqual(
    lapsed.map(({ id: _, ...each }) => each),
    [{ username: "ada@example.com", orgName: "Acme", groupName: "payments" }],
  );
  deepEqual((await anteroom.clock.set({ now: null })).lapsed, []);
});

test("mail is captured, whatever happens to its invitation next", async (t) => {
  const { anteroom, groupId, invite, addressed } = await start(t);
  const people = Array.from({ length: 50 }, (_, index) => `person${index}@example.com`);
  const all = [...people, "ada@example.com"].sort();

  await t.test("accepted at once", async () => {
    for (const username of people) await anteroom.invites.accept((await invite(username)).id ?? "");
    deepEqual((await addressed()).sort(), all);
  });

  await t.test("withdrawn at once, the seed's first", async () => {
    await anteroom.reset();
    const [seeded] = await anteroom.atlas.listGroupInvites({ groupId });
    await anteroom.atlas.deleteGroupInvite({ groupId, invitationId: seeded?.id ?? "" });
    for (const username of people) {
      const { id: invitationId = "" } = await invite(username);
      await anteroom.atlas.deleteGroupInvite({ groupId, invitationId });
    }
    deepEqual((await addressed()).sort(), all);
  });

  await t.test("expired at once, by a clock.set that is not awaited", async (t) => {
    await anteroom.reset();
    void anteroom.clock.set({ advance: "P31D" });
    await invite("bob@example.com");
    void anteroom.clock.set({ advance: "P31D" });
    const messages = await anteroom.mail.list();
    deepEqual(messages.map(({ to }) => to).sort(), ["ada@example.com", "bob@example.com"]);
    const [ada, bob] = ["ada@example.com", "bob@example.com"].map((to) =>
      messages.find((each) => each.to === to),
    );
    ok(isNear(ada?.at ?? "", Date.now()), ada?.at);
    ok(isNear(bob?.at ?? "", Date.now() + 31 * day), bob?.at);
    await t.test("its link leads to a page that says so", { skip: noConsole }, async () => {
      const link = /https?:\/\/\S+\/invitations\/\S+/.exec(ada?.text ?? "")?.[0] ?? "";
      match(await (await anteroom.fetch(link)).text(), /expired/i);
    });
  });

  await t.test("seeded later, and accepted at once", async () => {
    await anteroom.reset();
    const bob = { username: "bob@example.com", roles: ["GROUP_OWNER" as const] };
    await anteroom.seed({ orgs: [{ name: "Beta", groups: [{ name: "billing", invites: [bob] }] }] });
    await anteroom.clock.advance("P31D");
    deepEqual((await addressed()).sort(), ["ada@example.com", "bob@example.com"]);
  });
});
