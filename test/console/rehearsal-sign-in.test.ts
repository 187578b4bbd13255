// Signing in without a password, which a rehearsal alone has.
import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { mostPeople } from "../../src/controls/sign-in.ts";
import { openBrowser } from "../support/console.ts";
import { startStage } from "../support/stage.ts";
import { send, startWorld } from "../support/world.ts";

const path = "/rehearsal/sign-in";

test("the page to sign in as somebody", async (t) => {
  const stage = await startStage(t);

  await t.test("lists people, and a look at it begins no session", async () => {
    const shown = await openBrowser(stage).open(path);
    equal(shown.status, 200);
    for (const who of ["owner@example.com", "member@example.com", "other@example.com"]) {
      match(shown.text, new RegExp(who));
    }
    deepEqual(stage.rows("select * from sessions"), []);
  });

  await t.test("is searched by name and address, and keeps where the visitor was going", async () => {
    const { html, text } = await openBrowser(stage).open(`${path}?next=/account&q=MEMBER`);
    match(html, /id="r-\w+"/);
    match(text, /member@example\.com/);
    doesNotMatch(text, /owner@example\.com/);
    match(html, /<input type="hidden" name="next" value="\/account"/);
    match((await openBrowser(stage).open(`${path}?q=nothing+like+it`)).text, /Nothing matches/);
  });

  await t.test("signs in the chosen person, and leads on to where the visitor was going", async () => {
    const browser = openBrowser(stage);
    match((await browser.open("/sign-in?next=/account")).html, /\/rehearsal\/sign-in\?next=%2Faccount/);
    const shown = await browser.send(`${path}?next=/account`, "as", { username: "Member@example.com" });
    equal(shown.status, 200);
    match(shown.html, /member@example\.com/);
    match(shown.text, /Current password/);
  });

  await t.test("refuses an address without an account, and a link that nobody made", async () => {
    const browser = openBrowser(stage);
    match(
      (await browser.send(path, "as", { username: "nobody@example.com" })).text,
      /no account with this address/,
    );
    match((await browser.send(path, "link", { secret: "guess" })).text, /This link has been used/);
    deepEqual(stage.rows("select * from sessions"), []);
  });

  await t.test("takes no form of another site, or without its token", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const body = "do=as&username=owner%40example.com";
    for (const more of [{}, { origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }]) {
      const reply = await send(stage.url, { method: "POST", path, headers: { ...headers, ...more }, body });
      doesNotMatch(String(reply.headers["set-cookie"]), /anteroom_session/);
    }
    deepEqual(stage.rows("select * from sessions"), []);
    equal((await send(stage.url, { path, headers: { host: "evil.example" } })).status, 421);
  });
});

test("of more people than a page searches, the others are entered by address", async (t) => {
  const usernameOf = (number: number) => `person.${String(number).padStart(4, "0")}@example.com`;
  const users = Array.from({ length: mostPeople + 1 }, (_, number) => ({
    username: usernameOf(number),
    orgRoles: ["ORG_OWNER" as const],
  }));
  const perOrg = 500;
  const orgs = Array.from({ length: Math.ceil(users.length / perOrg) }, (_, nth) => ({
    name: `Crowd ${nth + 1}`,
    users: users.slice(nth * perOrg, (nth + 1) * perOrg),
  }));
  const stage = await startStage(t, { seed: { mailed: false, orgs } });
  const browser = openBrowser(stage);
  const { text } = await browser.open(path);
  match(text, /1000 people/);
  match(text, /The list has the first 1,000 people by address\. Enter anybody else here\./);
  match((await browser.open(`${path}?q=${usernameOf(mostPeople - 1)}`)).text, /1 person/);
  match((await browser.open(`${path}?q=${usernameOf(mostPeople)}`)).text, /Nothing matches/);
  const last = { username: usernameOf(mostPeople) };
  match((await browser.send(`${path}?next=/account`, "as", last)).text, /Current password/);
});

test("with a control token the page asks for it", async (t) => {
  const token = "0123456789abcdef";
  const world = await startWorld(t, { controlToken: token });
  equal((await world.send({ path })).status, 401);
  const authorization = `Basic ${Buffer.from(`me:${token}`).toString("base64")}`;
  const shown = await world.send({ path, headers: { authorization } });
  equal(shown.status, 200);
  doesNotMatch(shown.text, new RegExp(token));
});
