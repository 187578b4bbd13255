// Signing in without a password, which a rehearsal alone has.
import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { mostPeople } from "../../src/testing/controls/sign-in.ts";
import { openBrowser, visit } from "../support/console.ts";
import { startStage } from "../support/stage.ts";
import { send, startWorld } from "../support/world.ts";

const path = "/rehearsal/sign-in";

test("the page to sign in as somebody", async (t) => {
  const stage = await startStage(t);

  await t.test("lists people, and a look at it begins no session", async () => {
    const shown = await visit(openBrowser(stage), [path, 200]);
    for (const who of ["owner@example.com", "member@example.com", "other@example.com"]) {
      match(shown.text, new RegExp(who));
    }
    deepEqual(stage.rows("select * from sessions"), []);
  });

  await t.test("is searched by name and address, and keeps where the visitor was going", async () => {
    await visit(
      openBrowser(stage),
      [
        `${path}?next=/account&q=MEMBER`,
        { html: /id="r-\w+"/ },
        /member@example\.com/,
        { lacks: /owner@example\.com/ },
        { html: /<input type="hidden" name="next" value="\/account"/ },
      ],
      [`${path}?q=nothing+like+it`, /Nothing matches/],
    );
  });

  await t.test("signs in the chosen person, and leads on to where the visitor was going", async () => {
    const browser = openBrowser(stage);
    await visit(
      browser,
      ["/sign-in?next=/account", { html: /\/rehearsal\/sign-in\?next=%2Faccount/ }],
      [
        `${path}?next=/account`,
        "as",
        { username: "Member@example.com" },
        200,
        { html: /member@example\.com/ },
        /Current password/,
      ],
    );
  });

  await t.test("refuses an address without an account, and a link that nobody made", async () => {
    const browser = openBrowser(stage);
    await visit(
      browser,
      [path, "as", { username: "nobody@example.com" }, /no account with this address/],
      [path, "link", { secret: "guess" }, /This link has been used/],
    );
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
  await visit(
    browser,
    [path, /1000 people/, /The list has the first 1,000 people by address\. Enter anybody else here\./],
    [`${path}?q=${usernameOf(mostPeople - 1)}`, /1 person/],
    [`${path}?q=${usernameOf(mostPeople)}`, /Nothing matches/],
  );
  const last = { username: usernameOf(mostPeople) };
  await visit(browser, [`${path}?next=/account`, "as", last, /Current password/]);
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
