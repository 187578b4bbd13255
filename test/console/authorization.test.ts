// A program that leads a browser here: what it finds, what a person answers, what its code gives, and how that ends.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { claimsOf, postForm, signedIn, type Tokens } from "../support/atlas-cli.ts";
import { cli, codeIn, loopback, openProgram, pastePage, said, userAgent } from "../support/authorization.ts";
import { assertTokenRefused } from "../support/challenges.ts";
import { type Browser, decode, openBrowser, type Shown, visit } from "../support/console.ts";
import { dumpTables } from "../support/dump.ts";
import { type EngineName, engines, skipReason } from "../support/engines.ts";
import { movesTime, startFrozen } from "../support/frozen.ts";
import { ownHeaders } from "../support/oauth.ts";
import { password, peopledSeed } from "../support/people.ts";
import { createStorage } from "../support/storage.ts";
import { account, type Reply, send, startWorld, type World } from "../support/world.ts";

const owner = "owner@example.com";
const member = "member@example.com";
const unstored = { "content-type": "application/json", "cache-control": "no-store" };
const ended = "The session of the access token has ended; sign in again.";

const start = (t: TestContext, engine: EngineName) =>
  startFrozen(t, engine, { seed: peopledSeed, trustProxy: 1 });

const listGroups = (world: World, { access_token }: Tokens) =>
  world.bearing(access_token, { path: "/api/atlas/v2/groups" });

function assertRefused(reply: Reply, status: number, error: string, error_description: string): void {
  deepEqual(
    { status: reply.status, json: reply.json, headers: ownHeaders(reply) },
    { status, json: { error, error_description }, headers: unstored },
  );
}

const flaws = {
  unknown: "The code has expired, or was never given to this client. Ask for a new one.",
  redirect: "The parameter redirect_uri is not the one that the code was asked for with.",
  verifier: "The parameter code_verifier is not the one of the code_challenge.",
  used: "The code was used before. What it gave has been revoked; ask for a new one.",
  refresh: "The refresh token has run out, was used before, or its session has ended. Sign in again.",
};

const assertInvalidGrant = (reply: Reply, flaw: keyof typeof flaws) =>
  assertRefused(reply, 400, "invalid_grant", flaws[flaw]);

/** A program, and the code of a person who allowed it. */
async function allowed(world: World, browser: Browser, redirectUri = loopback) {
  const program = openProgram(world, redirectUri);
  const { to } = await browser.send(program.path(), "allow");
  return { program, to, code: codeIn(to) };
}

async function signIn(world: World, browser: Browser) {
  const { program, code } = await allowed(world, browser);
  return { program, code, tokens: (await program.exchange(code)).json as Tokens };
}

for (const engine of engines) {
  const skip = skipReason(engine);

  test(`${engine}: a program is signed in by a code`, { skip }, async (t) => {
    const { world, storage } = await start(t, engine);
    const move = movesTime(t, world);
    const browser = await signedIn(world, owner, password);

    await t.test(
      "which it gets with its own state and the server's name, and exchanges for tokens",
      async () => {
        const { program, to, code } = await allowed(world, browser);
        ok(to.startsWith(`${loopback}?`), to);
        deepEqual(said(to), { code, state: program.state, iss: world.url });
        match(code, /^[\w-]{43}$/);
        const reply = await program.exchange(code);
        const { access_token, refresh_token } = reply.json;
        const given = { access_token, refresh_token, scope: "atlas", token_type: "Bearer", expires_in: 3600 };
        deepEqual(
          { status: reply.status, json: reply.json, headers: ownHeaders(reply) },
          { status: 200, json: given, headers: unstored },
        );
        equal(claimsOf(access_token).sub, owner);
        equal((await listGroups(world, reply.json)).json.results[0].name, "payments");
        const { text } = await browser.open("/account");
        for (const fact of ["Atlas CLI", userAgent]) ok(text.includes(fact), fact);
      },
    );

    await t.test("of which nothing is kept by which another could be", async () => {
      const [waiting, used] = [await allowed(world, browser), await signIn(world, browser)];
      const kept = JSON.stringify(await dumpTables(storage));
      ok(kept.includes(waiting.program.challenge));
      const { access_token, refresh_token } = used.tokens;
      for (const text of [waiting.code, used.code, used.program.verifier, access_token, refresh_token]) {
        ok(!kept.includes(text), text);
      }
    });

    await t.test("once: the second time ends what the first gave", async () => {
      const { program, code, tokens } = await signIn(world, browser);
      const neighbour = await signIn(world, browser);
      assertInvalidGrant(await program.exchange(code), "used");
      assertTokenRefused(await listGroups(world, tokens), ended);
      assertInvalidGrant(await program.refresh(tokens.refresh_token), "refresh");
      assertInvalidGrant(await program.exchange(code), "used");
      equal((await listGroups(world, neighbour.tokens)).status, 200);
    });

    await t.test("also hours later, after its tokens were renewed", async () => {
      const { program, code, tokens } = await signIn(world, browser);
      move({ advance: "PT3H" });
      const renewed = (await program.refresh(tokens.refresh_token)).json;
      assertInvalidGrant(await program.exchange(code), "used");
      assertTokenRefused(await listGroups(world, renewed), ended);
    });

    await t.test("but not by who has the code and not the verifier, whose try ends nothing", async () => {
      const { program, code, tokens } = await signIn(world, await signedIn(world, owner, password));
      assertInvalidGrant(await openProgram(world).exchange(code), "verifier");
      equal((await listGroups(world, tokens)).status, 200);
      assertInvalidGrant(await program.exchange(code), "used");
    });

    await t.test("by one of ten that come at once, and by none in the end", async () => {
      const { program, code } = await allowed(world, await signedIn(world, owner, password));
      const replies = await Promise.all(Array.from({ length: 10 }, () => program.exchange(code)));
      const given = replies.filter(({ status }) => status === 200);
      equal(given.length, 1);
      for (const reply of replies) if (reply !== given[0]) assertInvalidGrant(reply, "used");
      assertTokenRefused(await listGroups(world, given[0]?.json), ended);
    });
  });

  test(`${engine}: a code gives nothing`, { skip }, async (t) => {
    const { world } = await start(t, engine);
    const browser = await signedIn(world, owner, password);
    const { program, code } = await allowed(world, browser);

    for (const [what, changes, flaw] of [
      ["with another address to return to", { redirect_uri: `${loopback}/` }, "redirect"],
      ["with the same at another port", { redirect_uri: loopback.replace("40123", "40124") }, "redirect"],
      ["with another verifier", { code_verifier: "a".repeat(43) }, "verifier"],
      ["with the challenge as the verifier", { code_verifier: program.challenge }, "verifier"],
      ["that was made up", { code: "made-up" }, "unknown"],
    ] as const) {
      await t.test(what, async () => assertInvalidGrant(await program.exchange(code, changes), flaw));
    }

    await t.test("and such tries do not use it up", async () => {
      equal((await program.exchange(code)).status, 200);
    });

    await t.test("after five minutes", async () => {
      const { program, code } = await allowed(world, browser);
      world.clock.set({ advance: "PT5M" });
      assertInvalidGrant(await program.exchange(code), "unknown");
    });

    for (const [what, end] of Object.entries({
      "after its person signed out everywhere": (browser: Browser) => browser.send("/account", "everywhere"),
      "after its person changed the password": (browser: Browser) =>
        browser.send("/account", "change", { current: password, password: "another staple of horses" }),
    })) {
      await t.test(what, async () => {
        const browser = await signedIn(world, member, password);
        const { program, code } = await allowed(world, browser);
        const { tokens } = await signIn(world, browser);
        await end(browser);
        assertInvalidGrant(await program.exchange(code), "unknown");
        assertTokenRefused(await listGroups(world, tokens), ended);
      });
    }
  });

  test(`${engine}: what a code gave`, { skip }, async (t) => {
    const { world } = await start(t, engine);
    const move = movesTime(t, world);
    const browser = await signedIn(world, owner, password);

    await t.test("is renewed, and an older refresh token ends it", async () => {
      const { program, tokens } = await signIn(world, browser);
      const { status, json } = await program.refresh(tokens.refresh_token, { scope: "atlas" });
      deepEqual([status, json.scope, json.token_type], [200, "atlas", "Bearer"]);
      equal((await listGroups(world, json)).status, 200);
      move({ advance: "PT31S" });
      assertInvalidGrant(await program.refresh(tokens.refresh_token), "refresh");
      assertTokenRefused(await listGroups(world, json), ended);
    });

    for (const kind of ["refresh_token", "access_token"] as const) {
      await t.test(`is revoked by its ${kind.replace("_", " ")}, as often as one asks`, async () => {
        const { program, tokens } = await signIn(world, browser);
        for (let time = 0; time < 2; time++) {
          const { status, json } = await program.revoke(tokens[kind], { token_type_hint: kind });
          deepEqual([status, json], [200, {}]);
        }
        assertTokenRefused(await listGroups(world, tokens), ended);
        assertInvalidGrant(await program.refresh(tokens.refresh_token), "refresh");
      });
    }

    await t.test("belongs to its client: the endpoints of devices neither renew nor revoke it", async () => {
      const { tokens } = await signIn(world, browser);
      const client_id = "0oabtxactgS3gHIR0297";
      const { refresh_token } = tokens;
      equal(
        (await postForm(world, "token", { client_id, grant_type: "refresh_token", refresh_token })).status,
        400,
      );
      await postForm(world, "revoke", { client_id, token: refresh_token });
      equal((await listGroups(world, tokens)).status, 200);
    });

    await t.test("outlasts a reset, as does the code", async () => {
      const { tokens } = await signIn(world, browser);
      const { program, code } = await allowed(world, browser);
      await world.reset();
      world.clock.set({ now: world.clock.now() });
      equal((await listGroups(world, tokens)).status, 200);
      equal((await program.exchange(code)).status, 200);
    });
  });
}

test("two servers of a store take a code once between them", { skip: skipReason("postgres") }, async (t) => {
  const { options } = await createStorage(t, "postgres");
  const shared = { ...options, secret: "5".repeat(64), trustProxy: 1 };
  const one = await startWorld(t, { ...shared, seed: peopledSeed });
  const two = await startWorld(t, shared);
  const { program, code } = await allowed(one, await signedIn(one, owner, password));
  const reply = await openProgram(two).exchange(code, { code_verifier: program.verifier });
  equal(reply.status, 200);
  equal((await listGroups(one, reply.json)).status, 200);
  assertInvalidGrant(await program.exchange(code), "used");
  assertTokenRefused(await listGroups(two, reply.json), ended);
});

test("the metadata name what there is, under the address that was asked", async (t) => {
  const { world } = await start(t, "sqlite");
  const path = "/.well-known/oauth-authorization-server";
  const { status, headers, json } = await world.send({ path });
  const { url } = world;
  deepEqual(
    [status, headers["cache-control"], headers["content-type"]],
    [200, "max-age=3600", "application/json"],
  );
  deepEqual(json, {
    issuer: url,
    authorization_endpoint: `${url}/oauth/authorize`,
    token_endpoint: `${url}/oauth/token`,
    revocation_endpoint: `${url}/oauth/revoke`,
    scopes_supported: ["atlas"],
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    token_endpoint_auth_methods_supported: ["none"],
    revocation_endpoint_auth_methods_supported: ["none"],
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: true,
  });
  const { port } = new URL(url);
  const named = await send(url, { path, headers: { host: `localhost:${port}` } });
  equal(named.json.issuer, `http://localhost:${port}`);
});

test("what the endpoints of programs refuse", async (t) => {
  const { world } = await start(t, "sqlite");
  const program = openProgram(world);
  const missing = (name: string) => `The parameter ${name} is missing.`;
  const exchange = (changes: object) => program.exchange("x", changes as never);

  for (const name of ["grant_type", "client_id", "code", "redirect_uri", "code_verifier"]) {
    await t.test(`400 invalid_request for an exchange without ${name}`, async () => {
      assertRefused(await exchange({ [name]: undefined }), 400, "invalid_request", missing(name));
    });
  }
  for (const [what, reply, status, error, description] of [
    [
      "a refresh without its token",
      () => program.refresh(""),
      400,
      "invalid_request",
      missing("refresh_token"),
    ],
    ["a revocation without its token", () => program.revoke(""), 400, "invalid_request", missing("token")],
    [
      "a field that is sent twice",
      () => exchange({ code: ["x", "y"] }),
      400,
      "invalid_request",
      "The parameter code is sent more than once.",
    ] as const,
    [
      "another grant",
      () => exchange({ grant_type: "password" }),
      400,
      "unsupported_grant_type",
      "Only the grants authorization_code and refresh_token are offered.",
    ] as const,
    [
      "a wider scope",
      () => program.refresh("x", { scope: "atlas admin" }),
      400,
      "invalid_scope",
      "Only the scope atlas was given.",
    ] as const,
    [
      "an unknown client",
      () => exchange({ client_id: "another" }),
      401,
      "invalid_client",
      "No client is known by this client_id.",
    ] as const,
    [
      "a service account",
      () => program.revoke("x", { client_id: account.clientId }),
      401,
      "invalid_client",
      "No client is known by this client_id.",
    ] as const,
  ] as const) {
    await t.test(`${status} ${error} for ${what}`, async () => {
      assertRefused(await reply(), status, error, description);
    });
  }

  await t.test("400 invalid_grant for a refresh token that is none", async () => {
    assertInvalidGrant(await program.refresh("made up"), "refresh");
  });

  await t.test("400 invalid_request for what is no form, and 405 for another method", async () => {
    const reply = await world.send({
      method: "POST",
      path: "/oauth/token",
      headers: { "content-type": "application/json" },
      body: { grant_type: "authorization_code" },
    });
    const description = "Send the parameters as application/x-www-form-urlencoded.";
    assertRefused(reply, 400, "invalid_request", description);
    equal((await world.send({ path: "/oauth/token" })).status, 405);
  });

  await t.test("429 beyond the share of a network, and no other's", async () => {
    const program = openProgram(world);
    const statuses: number[] = [];
    for (let time = 0; time < 121; time++) statuses.push((await program.revoke("x")).status);
    deepEqual(statuses, [...Array(120).fill(200), 429]);
    equal((await program.revoke("x")).json.error, "temporarily_unavailable");
    equal((await openProgram(world).revoke("x")).status, 200);
  });
});

test("the page of programs", async (t) => {
  const { world } = await start(t, "sqlite");
  const browser = await signedIn(world, owner, password);
  const program = openProgram(world);
  const refusal = ({ status, to }: Shown) => ({ status, at: to.split("?")[0], ...said(to) });

  await t.test("says which program asks and where it leads, and names that in its policy", async () => {
    const { text, headers } = await visit(browser, [program.path(), 200]);
    for (const fact of ["Sign Atlas CLI in?", loopback, owner]) ok(text.includes(fact), fact);
    match(headers["content-security-policy"] ?? "", /form-action 'self' http:\/\/127\.0\.0\.1:40123;/);
    for (const [redirect_uri, place] of [
      ["http://localhost:1/atlas-cli/callback", "http://localhost:1"],
      ["http://127.0.0.1/atlas-cli/callback", "http://127.0.0.1"],
      // A policy cannot name an address of IPv6.
      ["http://[::1]:7/atlas-cli/callback", "http:"],
      [pastePage, undefined],
    ] as const) {
      const { headers } = await browser.open(program.path({ redirect_uri }));
      const policy = headers["content-security-policy"] ?? "";
      ok(policy.includes(`form-action 'self'${place === undefined ? "" : ` ${place}`};`), policy);
    }
  });

  await t.test(
    "leads nowhere if it does not know who asks, or the address is not the program's",
    async () => {
      for (const changes of [
        { client_id: undefined },
        { client_id: "" },
        { client_id: "another" },
        { client_id: "__proto__" },
        { client_id: [cli, cli] },
        { redirect_uri: undefined },
        { redirect_uri: [loopback, loopback] },
        { redirect_uri: "https://evil.example/atlas-cli/callback" },
        { redirect_uri: `${loopback}?next=1` },
        { prompt: "none", redirect_uri: "//evil.example" },
      ]) {
        for (const visitor of [browser, openBrowser(world)]) {
          const { status, to, text } = await visitor.open(program.path(changes));
          deepEqual([status, to], [400, ""]);
          match(text, /This request cannot be answered/);
        }
      }
    },
  );

  for (const [what, changes, error, error_description] of [
    [
      "a response type that is none",
      { response_type: undefined },
      "invalid_request",
      "The parameter response_type is missing.",
    ],
    [
      "the implicit grant",
      { response_type: "token" },
      "unsupported_response_type",
      "Only the response type code is offered.",
    ],
    ["another scope", { scope: "atlas admin" }, "invalid_scope", "Only the scope atlas is offered."],
    [
      "no proof key",
      { code_challenge: undefined },
      "invalid_request",
      "The parameter code_challenge is missing (PKCE).",
    ],
    [
      "the plain method",
      { code_challenge_method: "plain" },
      "invalid_request",
      "The parameter code_challenge_method must be S256.",
    ],
    [
      "no method, which means plain",
      { code_challenge_method: undefined },
      "invalid_request",
      "The parameter code_challenge_method must be S256.",
    ],
    [
      "a prompt beside none",
      { prompt: "none login" },
      "invalid_request",
      "The prompt none must stand alone.",
    ],
  ] as const) {
    await t.test(`leads back ${error} for ${what}, before anybody signs in`, async () => {
      const { state } = program;
      for (const visitor of [browser, openBrowser(world)]) {
        const shown = await visitor.open(program.path(changes));
        deepEqual(refusal(shown), {
          status: 303,
          at: loopback,
          error,
          error_description,
          state,
          iss: world.url,
        });
      }
    });
  }

  await t.test("leads back access_denied when the person denies", async () => {
    const { state } = program;
    deepEqual(refusal(await browser.send(program.path(), "deny")), {
      status: 303,
      at: loopback,
      state,
      iss: world.url,
      error: "access_denied",
      error_description: "The person has denied the request.",
    });
  });

  await t.test("leads back login_required or consent_required where it may ask nothing", async () => {
    const errorOf = async (visitor: Browser) =>
      refusal(await visitor.open(program.path({ prompt: "none", state: undefined })));
    const rest = { status: 303, at: loopback, iss: world.url };
    deepEqual(await errorOf(openBrowser(world)), {
      ...rest,
      error: "login_required",
      error_description: "Nobody is signed in.",
    });
    deepEqual(await errorOf(browser), {
      ...rest,
      error: "consent_required",
      error_description: "Each request must be allowed by the person.",
    });
  });

  await t.test("sends strangers to the sign-in page, and comes back from there", async () => {
    const visitor = openBrowser(world, "en", { "x-forwarded-for": "192.0.2.99" });
    const { to } = await visitor.open(program.path());
    equal(to, `/sign-in?again&next=${encodeURIComponent(program.path())}`);
    await visit(visitor, [to, "signIn", { username: owner, password }, { text: "Sign Atlas CLI in?" }]);
  });

  for (const prompt of ["login", "select_account", "login consent"]) {
    await t.test(`asks for a new sign-in where the program wants it: ${prompt}`, async () => {
      const { to } = await browser.open(program.path({ prompt }));
      equal(to, `/sign-in?again&next=${encodeURIComponent(program.path())}`);
      await visit(browser, [to, /Password/]);
    });
  }

  await t.test("only asks, where the program wants consent", async () => {
    await visit(browser, [program.path({ prompt: "consent" }), { text: "Sign Atlas CLI in?" }]);
  });

  await t.test("gives nothing for a form that it did not make", async () => {
    const { status, to } = await openBrowser(world).send(program.path(), "allow");
    ok(!to.startsWith(loopback), to);
    ok(status === 303 || status >= 400);
  });

  await t.test("shows what is to be pasted where the terminal is elsewhere, and leads nowhere", async () => {
    const program = openProgram(world, pastePage);
    const pasted = ({ html }: Shown) => decode(/<pre[^>]*id="answer"[^>]*>([^<]*)/.exec(html)?.[1] ?? "");
    const allowing = await browser.send(program.path(), "allow");
    deepEqual([allowing.status, allowing.to], [200, ""]);
    const code = codeIn(pasted(allowing));
    ok(pasted(allowing).startsWith(`${pastePage}?`));
    deepEqual(said(pasted(allowing)), { code, state: program.state, iss: world.url });
    equal((await program.exchange(code)).status, 200);
    const denied = await browser.send(program.path(), "deny");
    equal(said(pasted(denied)).error, "access_denied");
    ok(denied.text.includes("Nothing was signed in."));
  });

  await t.test("leads to this machine without a port, whose address is copied from the browser", async () => {
    const redirectUri = "http://127.0.0.1/atlas-cli/callback";
    const { program, to, code } = await allowed(world, browser, redirectUri);
    ok(to.startsWith(`${redirectUri}?code=`), to);
    equal((await program.exchange(code)).status, 200);
  });
});
