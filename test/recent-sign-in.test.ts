// What gives lasting access asks a person to sign in again, where the sign-in is older than 15 minutes.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { browse, type Shown } from "./support/console.ts";
import { client, passThrough, startProvider } from "./support/provider.ts";
import { startStage } from "./support/stage.ts";
import { account, ids, keys, seed } from "./support/world.ts";

const password = "a staple of horses";
const owner = "owner@example.com";
const orgKeys = `/orgs/${ids.org}/keys`;
const people = `/orgs/${ids.org}/people`;
const again = (path: string) => `/sign-in?again&next=${encodeURIComponent(path)}`;

/** The world of the other tests, whose owner has a password. */
const peopled = {
  orgs: seed.orgs.map((org) => ({
    ...org,
    users: (org.users ?? []).map((user) => (user.username === owner ? { ...user, password } : user)),
  })),
};

type Fields = Readonly<Record<string, string | readonly string[]>>;

test("a sign-in that is not recent", async (t) => {
  const stage = await startStage(t, { policy: { asksAgain: true }, seed: peopled });
  /** A known browser may try more often than the five times of this test's network. */
  let device: string | undefined;
  const late = () => {
    const browser = browse(stage, owner);
    if (device !== undefined) browser.cookies.set("anteroom_device", device);
    stage.clock.set({ advance: "PT15M1S" });
    return browser;
  };
  const asksAgain = ({ text }: Shown) => text.includes("sign in again: your last sign-in was more than");

  const newKey = { desc: "nightly", keyRoles: ["ORG_READ_ONLY"] };
  const newAccount = { name: "deploy", description: "Deploys", hours: "24", accountRoles: "ORG_READ_ONLY" };
  const lasting: readonly (readonly [what: string, path: string, form: string, fields: Fields])[] = [
    ["a key of an organization", orgKeys, "createKey", newKey],
    ["a service account of an organization", orgKeys, "createAccount", newAccount],
    ["a secret", `/orgs/${ids.org}/service-accounts/${account.clientId}`, "addSecret", { hours: "24" }],
    [
      "a key of a project",
      `/projects/${ids.group}/keys`,
      "createKey",
      { desc: "nightly", keyRoles: "GROUP_READ_ONLY" },
    ],
    ["an owner by invitation", people, "invite", { addresses: "nina@example.com", roles: "ORG_OWNER" }],
    [
      "an owner of a project",
      `/projects/${ids.group}/people`,
      "invite",
      { addresses: "nina@example.com", roles: "GROUP_OWNER" },
    ],
  ];
  const counts = () =>
    ["api_keys", "service_accounts", "service_account_secrets", "invites", "grants"].map(
      (table) => stage.rows(`select * from ${table}`).length,
    );
  for (const [what, path, form, fields] of lasting) {
    await t.test(`gives ${what} after another sign-in only`, async () => {
      const browser = late();
      const before = counts();
      const asked = await browser.send(path, form, fields);
      ok(asksAgain(asked), asked.text);
      deepEqual(counts(), before);
      const back = await browser.send(again(path), "signIn", { username: owner, password });
      equal(back.status, 200);
      device = browser.cookies.get("anteroom_device");
      ok((await browser.send(path, form, fields)).status < 400);
      ok(String(counts()) !== String(before), "nothing was made");
      equal(stage.rows("select * from sessions").length, 1);
    });
  }

  await t.test("suffices for all the rest", async () => {
    const browser = late();
    const invite = { addresses: "nina@example.com", roles: "ORG_READ_ONLY" };
    match((await browser.send(people, "invite", invite)).text, /nina@example\.com/);
    const [{ id } = { id: "" }] = stage.rows(
      `select id from api_keys where public_key = '${keys.owner.publicKey}'`,
    ) as { id: string }[];
    match((await browser.send(orgKeys, "deleteKey", { id })).text, /Deleted\./);
  });

  await t.test("is one of 15 minutes and no less", async () => {
    const browser = browse(stage, owner);
    stage.clock.set({ advance: "PT15M" });
    equal(asksAgain(await browser.send(orgKeys, "createKey", newKey)), false);
  });

  await t.test("is refused before anything is said of the world to a stranger", async () => {
    const browser = browse(stage, "other@example.com");
    stage.clock.set({ advance: "PT15M1S" });
    const { text } = await browser.send(orgKeys, "createKey", newKey);
    match(text, /You do not belong to this organization\./);
  });

  await t.test("does not matter to keys and service accounts", async () => {
    stage.clock.set({ advance: "P1D" });
    const made = { method: "POST", path: `/api/atlas/v2/orgs/${ids.org}/apiKeys` } as const;
    const body = { desc: "nightly", roles: ["ORG_OWNER"] };
    equal((await stage.as(keys.owner, { ...made, body })).status, 200);
    equal((await stage.ask("account", { ...made, body })).status, 200);
  });
});

test("signing in again with the provider", async (t) => {
  const provider = await startProvider(t);
  const stage = await startStage(t, {
    policy: { asksAgain: true },
    oidcIssuer: provider.issuer,
    oidcClientId: client.id,
    oidcClientSecret: client.secret,
    oidcName: client.name,
  });
  provider.serve(stage.url);
  provider.subject = "1";
  provider.people.set("1", { email: owner, email_verified: true });
  const pathOf = ({ pathname, search }: URL) => `${pathname}${search}`;

  for (const [what, strip, place] of [
    ["asks the person anew", [], orgKeys],
    [
      "is not done by leaving the question out",
      ["prompt", "max_age"],
      /^\/sign-in\?problem=old&next=.*&again$/,
    ],
  ] as const) {
    await t.test(what, async () => {
      const browser = browse(stage, owner);
      stage.clock.set({ advance: "PT15M1S" });
      const { html } = await browser.open(again(orgKeys));
      const link = /href="(\/sign-in\/provider\?[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
      const to = new URL((await browser.open(link)).to);
      deepEqual([to.searchParams.get("prompt"), to.searchParams.get("max_age")], ["login", "900"]);
      for (const name of strip) to.searchParams.delete(name);
      const back = await browser.open(pathOf(await passThrough(provider, to.href)));
      match(back.to, place instanceof RegExp ? place : new RegExp(`^${place}$`));
      equal(stage.rows("select * from sessions").length, 1);
    });
  }
});
