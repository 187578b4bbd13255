// People sign in command lines, as the atlas CLI does it: from the code to the tokens, and how each of them ends.
import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { createHash } from "node:crypto";
import { type TestContext, test } from "node:test";
import {
  base,
  claimsOf,
  clientId,
  getToken,
  logIn,
  pollToken,
  postForm,
  printedCode,
  refreshToken,
  requestCode,
  revokeToken,
  signedIn,
  type Tokens,
  userAgent,
} from "../support/atlas-cli.ts";
import { assertTokenRefused } from "../support/challenges.ts";
import { type Browser, visit } from "../support/console.ts";
import { dumpTables } from "../support/dump.ts";
import { type EngineName, engines, skipReason } from "../support/engines.ts";
import { movesTime, startFrozen } from "../support/frozen.ts";
import { ownHeaders, requestToken } from "../support/oauth.ts";
import { password, peopledSeed } from "../support/people.ts";
import { pluck } from "../support/pluck.ts";
import { badRequest, errorBody, refusal, startStage } from "../support/stage.ts";
import { account, ids, type Reply, type World } from "../support/world.ts";

const owner = "owner@example.com";
const member = "member@example.com";
const connect = "/account/connect";
const unstored = { "content-type": "application/json", "cache-control": "no-store" };
const ended = "The session of the access token has ended; sign in again.";

const start = (t: TestContext, engine: EngineName) =>
  startFrozen(t, engine, { seed: peopledSeed, trustProxy: 1 });

const listGroups = (world: World, { access_token }: Tokens) =>
  world.bearing(access_token, { path: "/api/atlas/v2/groups" });

const refusals = {
  pending: refusal("DEVICE_AUTHORIZATION_PENDING", [5]),
  expired: refusal("DEVICE_AUTHORIZATION_EXPIRED"),
  denied: refusal("DEVICE_AUTHORIZATION_DENIED"),
  refresh: refusal("INVALID_REFRESH_TOKEN"),
};

function assertRefused(reply: Reply, refusal: Parameters<typeof errorBody>[0]): void {
  deepEqual([reply.status, reply.json], [refusal.status, errorBody(refusal)]);
  equal(reply.headers["x-error-code"], refusal.errorCode);
}

for (const engine of engines) {
  const skip = skipReason(engine);

  test(`${engine}: a command line is signed in`, { skip }, async (t) => {
    const { world, storage } = await start(t, engine);
    const browser = await signedIn(world, owner, password);

    await t.test("from the code to a call of the API in the person's name", async () => {
      const asked = await requestCode(world);
      deepEqual(
        { status: asked.status, json: asked.json, headers: ownHeaders(asked) },
        {
          status: 200,
          json: {
            user_code: asked.json.user_code,
            verification_uri: `${world.url}${connect}`,
            device_code: asked.json.device_code,
            expires_in: 600,
            interval: 5,
          },
          headers: unstored,
        },
      );
      match(asked.json.user_code, /^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
      assertRefused(await getToken(world, asked.json.device_code), refusals.pending);

      const code = printedCode(asked.json);
      const shown = await browser.send(connect, "look", { code: code.toLowerCase() });
      for (const fact of [code, "Atlas CLI", userAgent, owner]) ok(shown.text.includes(fact), fact);
      await visit(browser, [connect, "confirm", { code }, /The command line is signed in/]);

      const reply = await pollToken(world, asked.json);
      const { access_token, refresh_token } = reply.json;
      deepEqual(
        { status: reply.status, json: reply.json, headers: ownHeaders(reply) },
        {
          status: 200,
          json: {
            access_token,
            refresh_token,
            scope: "openid profile offline_access",
            token_type: "Bearer",
            expires_in: 3600,
          },
          headers: unstored,
        },
      );
      const { sub, iat, exp } = claimsOf(access_token);
      deepEqual({ sub, exp }, { sub: owner, exp: iat + 3600 });
      // Of the machine, not of the world: the CLI compares it with its own.
      ok(Math.abs(Date.now() / 1000 - iat) < 60);

      // What the CLI asks for next, to set its profile up.
      for (const path of [`/orgs/${ids.org}`, `/orgs/${ids.org}/groups?pageNum=0&itemsPerPage=50`, "/orgs"]) {
        equal((await world.bearing(access_token, { path: `/api/atlas/v2${path}` })).status, 200, path);
      }
      const status = await world.bearing(access_token, { path: "/api/atlas/v2" });
      deepEqual([status.json.apiKey, status.json.user], [null, { username: owner }]);
      const groups = await listGroups(world, reply.json);
      deepEqual(pluck(groups.json.results, "name"), ["payments"]);
      const invited = await world.bearing(access_token, {
        method: "POST",
        path: `/api/atlas/v2/groups/${ids.group}/invites`,
        headers: { "x-forwarded-for": "192.0.2.50" },
        body: { username: "fresh@example.com", roles: ["GROUP_READ_ONLY"] },
      });
      equal(invited.json.inviterUsername, owner);
      const events = await world.bearing(access_token, { path: `/api/atlas/v2/groups/${ids.group}/events` });
      deepEqual(
        events.json.results
          .filter(({ targetUsername }: { targetUsername: string }) => targetUsername === "fresh@example.com")
          .map(({ username, remoteAddress }: Record<string, string>) => ({ username, remoteAddress })),
        [{ username: owner, remoteAddress: "192.0.2.50" }],
      );
      const seen = (await world.send({ path: "/_anteroom/v1/requests" })).json;
      deepEqual(
        seen.slice(0, 3).map(({ operationId, who }: Record<string, string>) => [operationId, who]),
        ["listGroupEvents", "createGroupInvite", "listGroups"].map((id) => [id, owner]),
      );
    });

    await t.test("and nothing is kept by which another could be", async () => {
      const [waiting, confirmed] = [(await requestCode(world)).json, (await requestCode(world)).json];
      await browser.send(connect, "confirm", { code: printedCode(confirmed) });
      const tokens = await logIn(world, browser);
      const kept = JSON.stringify(await dumpTables(storage));
      ok(kept.includes(userAgent));
      const codes = [waiting, confirmed].flatMap(({ device_code, user_code }) => [device_code, user_code]);
      // All codes that people type can be tried, if their hash takes no key.
      const guessable = [waiting, confirmed].map(({ user_code }) =>
        createHash("sha256").update(user_code).digest("hex"),
      );
      for (const text of [...codes, tokens.access_token, tokens.refresh_token, ...guessable]) {
        ok(!kept.includes(text), text);
      }
    });

    await t.test("400 PENDING for who asks again too early, also after it was confirmed", async () => {
      const { json } = await requestCode(world);
      assertRefused(await getToken(world, json.device_code), refusals.pending);
      await browser.send(connect, "confirm", { code: printedCode(json) });
      const early = await getToken(world, json.device_code);
      assertRefused(early, refusals.pending);
      ok(Number(early.headers["retry-after"]) <= 5);
      equal((await pollToken(world, json)).status, 200);
    });

    await t.test("400 EXPIRED for a code that was used", async () => {
      const { json } = await requestCode(world);
      await browser.send(connect, "confirm", { code: printedCode(json) });
      equal((await getToken(world, json.device_code)).status, 200);
      assertRefused(await pollToken(world, json), refusals.expired);
      await visit(browser, [connect, "confirm", { code: printedCode(json) }, 404]);
    });

    await t.test("403 DENIED after it was denied, and confirming it does not help", async () => {
      const { json } = await requestCode(world);
      await visit(browser, [connect, "deny", { code: printedCode(json) }, /You have denied the request/]);
      await visit(browser, [connect, "confirm", { code: printedCode(json) }, 404]);
      assertRefused(await getToken(world, json.device_code), refusals.denied);
    });

    await t.test("400 EXPIRED after ten minutes, confirmed or not, and no page knows the code", async () => {
      const [waiting, confirmed] = [await requestCode(world), await requestCode(world)];
      await browser.send(connect, "confirm", { code: printedCode(confirmed.json) });
      world.clock.set({ advance: "PT10M" });
      for (const { json } of [waiting, confirmed]) {
        assertRefused(await getToken(world, json.device_code), refusals.expired);
        await visit(browser, [connect, "look", { code: printedCode(json) }, 404]);
      }
    });

    await t.test("400 EXPIRED, whatever is wrong with a code", async () => {
      const { json } = await requestCode(world);
      await browser.send(connect, "confirm", { code: printedCode(json) });
      const grant_type = "urn:ietf:params:oauth:grant-type:device_code";
      for (const fields of [
        { client_id: clientId, device_code: "made up" },
        { client_id: clientId, device_code: json.user_code },
        { client_id: "another", device_code: json.device_code },
      ]) {
        assertRefused(await postForm(world, "token", { grant_type, ...fields }), refusals.expired);
      }
    });

    await t.test("404 in the page for a code that nobody has, and 429 after many", async () => {
      const browser = await signedIn(world, member, password);
      const statuses = [];
      for (let time = 0; time < 21; time++) {
        statuses.push((await browser.send(connect, "look", { code: "BBBB-BBBB" })).status);
      }
      deepEqual(statuses, [...Array(20).fill(404), 429]);
    });
  });

  test(`${engine}: a command line stays signed in`, { skip }, async (t) => {
    const { world } = await start(t, engine);
    const move = movesTime(t, world);
    let browser: Browser;
    // A browser that is not used for an hour is signed out, a command line later.
    t.beforeEach(async () => {
      browser = await signedIn(world, owner, password);
    });

    await t.test("with a new refresh token each time, in whose place no older one is good", async () => {
      const first = await logIn(world, browser);
      move({ advance: "PT2H" });
      const expired = claimsOf(first.access_token).exp * 1000;
      assertTokenRefused(
        await listGroups(world, first),
        `The access token expired at ${new Date(expired).toISOString().slice(0, 19)}Z; ask for a new one.`,
      );
      const second = (await refreshToken(world, first.refresh_token)).json;
      notEqual(second.refresh_token, first.refresh_token);
      equal((await listGroups(world, second)).status, 200);

      // Two commands that run at once refresh with the same token.
      const twin = (await refreshToken(world, first.refresh_token)).json;
      equal(twin.refresh_token, second.refresh_token);
      equal((await listGroups(world, twin)).status, 200);

      move({ advance: "PT31S" });
      assertRefused(await refreshToken(world, first.refresh_token), refusals.refresh);
      // It was copied: nobody knows by whom.
      assertRefused(await refreshToken(world, second.refresh_token), refusals.refresh);
      assertTokenRefused(await listGroups(world, second), ended);
    });

    await t.test("with one new refresh token for ten commands that refresh at once", async () => {
      const { refresh_token } = await logIn(world, browser);
      const replies = await Promise.all(Array.from({ length: 10 }, () => refreshToken(world, refresh_token)));
      deepEqual([...new Set(replies.map(({ status }) => status))], [200]);
      const [next = "", ...others] = new Set(replies.map(({ json }) => json.refresh_token));
      deepEqual(others, []);
      equal((await refreshToken(world, next)).status, 200);
    });

    await t.test("once, when two people answer at once", async () => {
      const { json } = await requestCode(world);
      const other = await signedIn(world, member, password);
      const code = printedCode(json);
      const answers = await Promise.all([
        browser.send(connect, "confirm", { code }),
        other.send(connect, "deny", { code }),
      ]);
      deepEqual(answers.map(({ status }) => status).sort(), [200, 404]);
    });

    await t.test("400 INVALID_REFRESH_TOKEN for one from further back, however early", async () => {
      const first = await logIn(world, browser);
      const second = (await refreshToken(world, first.refresh_token)).json;
      await refreshToken(world, second.refresh_token);
      assertRefused(await refreshToken(world, first.refresh_token), refusals.refresh);
      assertTokenRefused(await listGroups(world, second), ended);
    });

    await t.test("for twelve hours, and no access token for longer", async () => {
      let { json } = await refreshToken(world, (await logIn(world, browser)).refresh_token);
      for (const advance of ["PT3H50M", "PT3H50M", "PT3H50M"]) {
        move({ advance });
        ({ json } = await refreshToken(world, json.refresh_token));
      }
      equal(json.expires_in, 1800);
      move({ advance: "PT30M" });
      assertRefused(await refreshToken(world, json.refresh_token), refusals.refresh);
      equal((await listGroups(world, json)).status, 401);
    });
  });

  test(`${engine}: a command line that is not used`, { skip }, async (t) => {
    const { world, storage } = await start(t, engine);
    const move = movesTime(t, world);
    const kept = async () => (await storage.rows("select id from command_lines")).length;
    // What runs out in the time to come of the machine is kept: a clock can be set back.
    t.beforeEach(() => move({ now: "2025-08-10T03:04:53Z" }));

    await t.test("ends four hours after its tokens were renewed, and is forgotten", async () => {
      const idle = await logIn(world, await signedIn(world, owner, password));
      const used = await logIn(world, await signedIn(world, owner, password));
      move({ advance: "PT3H59M59S" });
      const renewed = (await refreshToken(world, used.refresh_token)).json;
      move({ advance: "PT1S" });
      assertRefused(await refreshToken(world, idle.refresh_token), refusals.refresh);
      equal((await listGroups(world, renewed)).status, 200);
      const { text } = await (await signedIn(world, owner, password)).open("/account");
      equal(text.match(/Atlas CLI/g)?.length, 1);
      equal(await kept(), 2);
      await requestCode(world);
      equal(await kept(), 1);
      move({ advance: "PT3H59M58S" });
      equal((await refreshToken(world, renewed.refresh_token)).status, 200);
    });

    await t.test("says on the page of the account until when it lasts", async () => {
      const { refresh_token } = await logIn(world, await signedIn(world, owner, password));
      move({ now: "2025-08-10T05:00:00Z" });
      await refreshToken(world, refresh_token);
      const { text } = await (await signedIn(world, owner, password)).open("/account");
      match(text, /2025-08-10 05:00 UTC 2025-08-10 09:00 UTC Sign out/);
      match(text, /signed out by itself after four hours without renewal/);
    });
  });

  test(`${engine}: a command line is signed out`, { skip }, async (t) => {
    const { world } = await start(t, engine);
    let browser: Browser;
    let tokens: Tokens;
    t.beforeEach(async () => {
      await world.reset();
      world.clock.set({ now: world.clock.now() });
      browser = await signedIn(world, owner, password);
      tokens = await logIn(world, browser);
    });
    async function assertEnded() {
      assertTokenRefused(await listGroups(world, tokens), ended);
      assertRefused(await refreshToken(world, tokens.refresh_token), refusals.refresh);
    }

    await t.test("by its refresh token, as `atlas auth logout` does", async () => {
      const neighbour = await logIn(world, browser);
      const reply = await revokeToken(world, tokens.refresh_token);
      deepEqual([reply.status, reply.json, ownHeaders(reply)], [200, {}, unstored]);
      await assertEnded();
      equal((await listGroups(world, neighbour)).status, 200);
    });

    await t.test("by its access token", async () => {
      equal((await revokeToken(world, tokens.access_token, "access_token")).status, 200);
      await assertEnded();
    });

    await t.test("by another client, never", async () => {
      const sent = { client_id: "another", token: tokens.refresh_token };
      const reply = await postForm(world, "revoke", sent);
      deepEqual([reply.status, reply.json], [200, {}]);
      equal((await listGroups(world, tokens)).status, 200);
    });

    await t.test("by a token of it that nobody has, never", async () => {
      const [head, body] = tokens.refresh_token.split(".");
      for (const token of ["made up", `${head}.${body}.`, account.clientSecret]) {
        deepEqual((await revokeToken(world, token)).json, {});
      }
      equal((await listGroups(world, tokens)).status, 200);
    });

    await t.test("by its person, on the page of the account", async () => {
      const shown = await browser.open("/account");
      for (const fact of ["Atlas CLI", userAgent]) ok(shown.text.includes(fact), fact);
      const id = /name="id" value="([0-9a-f]{24})"/.exec(shown.html)?.[1] ?? "";
      const stranger = await signedIn(world, member, password);
      await stranger.send("/account", "signOutCommandLine", { id });
      equal((await listGroups(world, tokens)).status, 200);
      await visit(browser, [
        "/account",
        "signOutCommandLine",
        { id },
        /The command line has been signed out/,
      ]);
      await assertEnded();
    });

    for (const [what, end] of Object.entries({
      "when its person changes the password": () =>
        browser.send("/account", "change", { current: password, password: "another staple of horses" }),
      "when its person signs out everywhere": () => browser.send("/account", "everywhere"),
      "when its person sets a new password by a link": async () => {
        await browser.send("/forgot-password", "send", { username: owner });
        const [mail] = await world.mail.list();
        const link = /\/reset-password\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
        await browser.send(link, "reset", { password: "another staple of horses" });
      },
    })) {
      await t.test(what, async () => {
        const { json } = await requestCode(world);
        await browser.send(connect, "confirm", { code: printedCode(json) });
        await end();
        await assertEnded();
        assertRefused(await getToken(world, json.device_code), refusals.expired);
      });
    }

    await t.test("but not by a reset, or a snapshot from before it", async () => {
      await world.snapshot.take("after");
      await world.reset();
      equal((await listGroups(world, tokens)).status, 200);
      const next = (await refreshToken(world, tokens.refresh_token)).json;
      await world.snapshot.restore("after");
      equal((await listGroups(world, next)).status, 200);
      // Nor is it signed in again by one.
      await revokeToken(world, next.refresh_token);
      await world.snapshot.restore("after");
      await assertEnded();
    });

    await t.test("while a restored world does not have its person", async () => {
      await world.snapshot.take("without");
      const username = "late@example.com";
      await world.seed({
        orgs: [{ name: "Initech", users: [{ username, orgRoles: ["ORG_OWNER"], password }] }],
      });
      await world.snapshot.take("with");
      const late = await logIn(world, await signedIn(world, username, password));
      await world.snapshot.restore("without");
      assertTokenRefused(await listGroups(world, late), ended);
      await world.snapshot.restore("with");
      equal((await listGroups(world, late)).status, 200);
    });
  });
}

test("what the endpoints of command lines refuse", async (t) => {
  const { world } = await start(t, "sqlite");
  await t.test("400 for what is no form", async () => {
    const reply = await world.send({
      method: "POST",
      path: `${base}/authorize`,
      headers: { "content-type": "application/json" },
      body: { client_id: clientId },
    });
    assertRefused(reply, badRequest("body", "Send the parameters as application/x-www-form-urlencoded."));
  });

  await t.test("429 for who asks for many codes from one network, and no other", async () => {
    const statuses = [];
    for (let time = 0; time < 21; time++) {
      const from = `2001:db8::${time.toString(16)}`;
      statuses.push((await requestCode(world, { from })).status);
    }
    deepEqual(statuses, [...Array(20).fill(200), 429]);
    equal((await requestCode(world)).status, 200);
  });

  await t.test("401 for a refresh token, or an altered one, as an access token", async () => {
    const tokens = await logIn(world, await signedIn(world, owner, password));
    const [, body, signature] = tokens.access_token.split(".");
    const ofAccount = (await requestToken(world)).json.access_token.split(".");
    for (const token of [
      tokens.refresh_token,
      `${tokens.access_token}x`,
      `${ofAccount[0]}.${body}.${signature}`,
      `${tokens.access_token.split(".")[0]}.${ofAccount[1]}.${ofAccount[2]}`,
    ]) {
      assertTokenRefused(
        await world.bearing(token, { path: "/api/atlas/v2/groups" }),
        "The access token was not issued here or is damaged.",
      );
    }
    for (const token of [tokens.access_token, ofAccount.join("."), "made up"]) {
      assertRefused(await refreshToken(world, token), refusals.refresh);
    }
  });

  await t.test("200 from registration, with the page that says how one gets an account", async () => {
    const reply = await world.send({ path: `${base}/registration` });
    deepEqual([reply.status, reply.json], [200, { registrationUrl: `${world.url}${connect}` }]);
  });
});

test("a command line that was confirmed without a second factor sees nothing of an organization that demands one", async (t) => {
  const seed = {
    ...peopledSeed,
    orgs: peopledSeed.orgs.map((org) =>
      org.id === ids.otherOrg
        ? {
            ...org,
            settings: { multiFactorAuthRequired: true },
            users: [...(org.users ?? []), { username: owner, orgRoles: ["ORG_OWNER" as const] }],
          }
        : org,
    ),
  };
  const stage = await startStage(t, { seed, trustProxy: 1 });
  const { access_token: token } = await logIn(stage, await signedIn(stage, owner, password));
  const ask = (path: string, method = "GET", body?: object) =>
    stage.bearing(token, { method, path: `/api/atlas/v2${path}`, ...(body && { body }) });
  const idsOf = async (path: string) => pluck((await ask(path)).json.results, "id");
  deepEqual([await idsOf("/orgs"), await idsOf("/groups")], [[ids.org], [ids.group]]);
  for (const path of [
    `/orgs/${ids.otherOrg}`,
    `/groups/${ids.otherGroup}`,
    `/groups/${ids.otherGroup}/clusters`,
  ]) {
    assertRefused(await ask(path), refusal("SECOND_FACTOR_REQUIRED"));
  }
  assertRefused(
    await ask("/groups", "POST", { name: "new", orgId: ids.otherOrg }),
    refusal("USER_CANNOT_ACCESS_ORG"),
  );
  equal((await ask(`/orgs/${ids.org}`)).status, 200);
  stage.execute("update command_lines set lacks_factor = 0");
  deepEqual(await idsOf("/orgs"), [ids.org, ids.otherOrg]);
});
