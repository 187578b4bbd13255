// Tests that the server writes to people who are invited in a seed, unless it says otherwise; a reset writes to the same people
// again.
import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { test } from "node:test";
import { openInbox } from "./support/inbox.ts";
import { startPostOffice } from "./support/mail.ts";
import { pluck } from "./support/pluck.ts";
import { noConsole } from "./support/rooms.ts";
import { keys, startWorld } from "./support/world.ts";

const [roles, groupRoles] = [["ORG_MEMBER" as const], ["GROUP_READ_ONLY" as const]];
const seed = {
  orgs: [
    {
      name: "Acme",
      users: [{ username: "owner@example.com", orgRoles: ["ORG_OWNER" as const] }],
      apiKeys: [{ ...keys.owner, roles: ["ORG_OWNER" as const] }],
      invites: [
        { username: "ada@example.com", roles },
        { username: "quiet@example.com", roles, mailed: false },
      ],
      groups: [
        {
          id: "32b6e34b3d91647abb20e7b8",
          name: "payments",
          invites: [
            { username: "bob@example.com", roles: groupRoles },
            { username: "loud@example.com", roles: groupRoles, mailed: true },
          ],
        },
      ],
    },
  ],
};

test("each invitation is mailed that does not say otherwise, with a link that leads to it", async (t) => {
  const world = await startWorld(t, { seed });
  const mail = await world.mail.list();
  deepEqual(mail.map(({ to }) => to).sort(), ["ada@example.com", "bob@example.com", "loud@example.com"]);
  await t.test("a page", { skip: noConsole }, async () => {
    const [, path = ""] = /https?:\/\/[^/]+(\/invitations\/\S+)/.exec(mail[0]?.text ?? "") ?? [];
    const page = await world.send({ path });
    equal(page.status, 200);
    match(page.text, /You are invited/);
  });
});

test("a seed may say so for all of them", async (t) => {
  const world = await startWorld(t, { seed: { ...seed, mailed: false } });
  deepEqual(pluck(await world.mail.list(), "to"), ["loud@example.com"]);
});

test("after a reset the mail is that of the seed, once, with other links; a snapshot brings its own", async (t) => {
  const world = await startWorld(t, { seed });
  const tos = async () => (await world.mail.list()).map(({ to }) => to).sort();
  const first = await world.mail.list();
  const invite = (username: string) =>
    world.as(keys.owner, {
      method: "POST",
      path: "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/invites",
      body: { username, roles: groupRoles },
    });
  equal((await invite("zoe@example.com")).status, 200);
  await world.snapshot.take("with zoe");
  // Its message may be on its way.
  equal((await invite("late@example.com")).status, 200);
  await world.reset();
  deepEqual(await tos(), ["ada@example.com", "bob@example.com", "loud@example.com"]);
  const again = await world.mail.list();
  for (const { id, text } of first) {
    const same = again.find((each) => each.to === first.find((other) => other.id === id)?.to);
    notEqual(same?.text, text);
  }
  await world.snapshot.restore("with zoe");
  const all = ["ada@example.com", "bob@example.com", "loud@example.com", "zoe@example.com"];
  deepEqual(await tos(), all);
  await world.snapshot.restore("with zoe");
  deepEqual(await tos(), all);
});

test("with a mail server they are sent through it", async (t) => {
  const office = await startPostOffice(t);
  const inbox = openInbox(office);
  await startWorld(t, {
    seed: { orgs: [{ name: "Acme", invites: [{ username: "ada@example.com", roles }] }] },
    mailUrl: office.url,
    mailFrom: "no-reply@example.com",
  });
  match((await inbox.next("ada@example.com")).subject, /Acme/);
});
