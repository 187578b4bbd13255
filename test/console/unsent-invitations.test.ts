// Invitations of a server that sends no mail: nothing is said to be sent, what waits is named, and its link is handed over.
import { doesNotMatch, equal, match, ok } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openBrowser, visit } from "../support/console.ts";
import { startProcess } from "../support/process.ts";
import { createFolder } from "../support/storage.ts";

const password = "four unusual words here";
const owner = "owner@example.com";
const org = "a0123456789abcdef012345a";
const group = "32b6e34b3d91647abb20e7b8";
const world = {
  orgs: [
    {
      id: org,
      name: "Acme",
      users: [{ username: owner, orgRoles: ["ORG_OWNER"], password }],
      groups: [{ id: group, name: "payments" }],
    },
  ],
};

test("invitations of a server that sends no mail", async (t) => {
  const seed = join(createFolder(t), "world.json");
  writeFileSync(seed, JSON.stringify(world));
  const args = ["serve", "--port", "0", "--memory", "--seed", seed];
  const server = await startProcess(t, args, { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" });
  const browser = openBrowser(server);
  const invited = await visit(
    browser,
    ["/sign-in", "signIn", { username: owner, password }],
    [
      `/orgs/${org}/people/invite`,
      "invite",
      {
        addresses: "zoe@example.com\nabe@example.com",
        roles: "ORG_MEMBER",
        groups: group,
        groupRoles: "GROUP_READ_ONLY",
      },
      /This server sends no mail\. Copy each link and hand it to the person, and to nobody else\./,
    ],
  );
  const links = invited.text.match(/http\S+\/invitations\/[0-9a-f]{24}\.[\w-]{43}/g) ?? [];
  equal(links.length, 2);
  doesNotMatch(invited.text, /\bsent\b|Resend/);
  const [link = ""] = links;

  const home = (await browser.open("/")).text;
  match(
    home,
    /Needs attention .*The invitation of zoe@example\.com to Acme waits: this server sends no mail\. Copy the link\./,
  );

  for (const place of [`/orgs/${org}`, `/projects/${group}`]) {
    const { html } = await visit(browser, [`${place}/people`, { lacks: /\bsent\b|Resend/ }]);
    const [, page = ""] = /<a href="([^"]*\/invitations\/\w+)">zoe@example\.com<\/a>/.exec(html) ?? [];
    ok(page.startsWith(place), page);
    await visit(browser, [
      page,
      /Invitation waits: this server sends no mail\. Copy the link and hand it to zoe@example\.com/,
      { text: link },
      /Delivery .* Waits: this server sends no mail/,
      { lacks: /\bsent\b|Resend/ },
    ]);
  }

  const guest = openBrowser(server);
  const path = new URL(link).pathname;
  const names = { firstName: "Zoe", lastName: "Example" };
  await visit(
    guest,
    [
      path,
      "join",
      { ...names, password: "nine brave otters" },
      /^People .*You have joined payments\. Welcome\./,
    ],
    [path, /You have joined Acme\./],
  );
  await visit(browser, [path, /The invited person has joined Acme\./]);
  // Whoever has the link cannot make it another's.
  await visit(guest, [path.replace(/.$/, (end) => (end === "A" ? "B" : "A")), 404]);
  await server.stop();
  ok(!server.output().includes(path.split(".").at(-1) ?? path));
});
