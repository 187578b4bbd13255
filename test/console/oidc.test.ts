// Sign-in through an OpenID Connect provider, against a real one: who gets in, who does not, and what the page says.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import { minute } from "../../src/core/domain/instant.ts";
import { openProgram } from "../support/authorization.ts";
import { anteroom } from "../support/command.ts";
import { browse, openBrowser, visit } from "../support/console.ts";
import { startProcess } from "../support/process.ts";
import { client, passThrough, startProvider } from "../support/provider.ts";
import { type Stage, startStage } from "../support/stage.ts";
import { createFolder } from "../support/storage.ts";
import { idOf } from "../support/users.ts";
import { ids, seedWith } from "../support/world.ts";

const nina = {
  email: "nina@example.com",
  email_verified: true,
  given_name: "Nina",
  family_name: "New",
};
const start = "/sign-in/provider";
const settings = (issuer: string) => ({
  oidcIssuer: issuer,
  oidcClientId: client.id,
  oidcClientSecret: client.secret,
  oidcName: client.name,
});

type TestProvider = Awaited<ReturnType<typeof startProvider>>;
type Browsing = ReturnType<typeof openBrowser>;

async function startBoth(t: TestContext, configuration: Parameters<typeof startProvider>[1] = {}) {
  const provider = await startProvider(t, configuration);
  const stage = await startStage(t, settings(provider.issuer));
  provider.serve(stage.url);
  t.beforeEach(() => {
    provider.isDown = false;
    provider.subject = "1";
    provider.people.clear();
    provider.people.set("1", nina);
  });
  return { provider, stage };
}

const pathOf = ({ pathname, search }: URL) => `${pathname}${search}`;

/** Follows a sign-in from the link to where the callback leads. */
async function signIn(provider: TestProvider, browser: Browsing, query = "") {
  const begun = await visit(browser, [`${start}${query}`, 303]);
  return browser.open(pathOf(await passThrough(provider, begun.to)));
}

/** Lists who is signed in, as the page of the account records it in the store. */
const signedIn = (stage: Stage) =>
  stage.rows(
    "select username, first_name, last_name from sessions join users on users.id = user_id order by sessions.created_at",
  );

test("sign-in through a provider", async (t) => {
  const { provider, stage } = await startBoth(t);
  const identities = () => stage.rows("select issuer, subject from identities");

  await t.test("the page offers it by name, and brings the place along", async () => {
    await visit(openBrowser(stage), [
      "/sign-in?next=%2Faccount",
      { html: /<a class="button plain" href="\/sign-in\/provider\?next=%2Faccount">/ },
      { text: "Continue with Example Login" },
    ]);
  });

  await t.test("it begins with PKCE, state and nonce, and with a sealed cookie for ten minutes", async () => {
    const browser = openBrowser(stage);
    const { to, headers } = await browser.open(`${start}?username=nina%40example.com`);
    const { code_challenge, state, nonce, ...rest } = Object.fromEntries(new URL(to).searchParams);
    deepEqual(rest, {
      client_id: client.id,
      code_challenge_method: "S256",
      login_hint: "nina@example.com",
      redirect_uri: `${stage.url}/sign-in/provider/callback`,
      response_type: "code",
      scope: "openid email profile",
    });
    for (const each of [code_challenge, state, nonce]) equal(each?.length, 43);
    const [cookie = ""] = ([] as string[])
      .concat(headers["set-cookie"] ?? [])
      .filter((set) => set.startsWith("anteroom_provider="));
    match(cookie, /^anteroom_provider=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    ok(!cookie.includes(state ?? "") && !cookie.includes(nonce ?? ""));
  });

  await t.test("a new person gets an account, and comes back to the place", async () => {
    const browser = openBrowser(stage);
    const { status, to, headers } = await signIn(provider, browser, "?next=%2Faccount");
    deepEqual({ status, to }, { status: 303, to: "/account" });
    equal(headers["referrer-policy"], "no-referrer");
    deepEqual([...browser.cookies.keys()].sort(), ["anteroom_device", "anteroom_form", "anteroom_session"]);
    await visit(browser, ["/account", 200]);
    deepEqual(signedIn(stage), [{ username: nina.email, first_name: "Nina", last_name: "New" }]);
    deepEqual(identities(), [{ issuer: provider.issuer, subject: "1" }]);
  });

  await t.test("or to the question of a program that led there", async () => {
    const asked = openProgram(stage).path({ state: "s".repeat(500) });
    const { to } = await signIn(provider, openBrowser(stage), `?next=${encodeURIComponent(asked)}`);
    equal(to, asked);
  });

  await t.test("a known identity is the same person, whatever the provider says of them now", async () => {
    await signIn(provider, openBrowser(stage));
    provider.people.set("1", { email: "owner@example.com", email_verified: false, name: "Else" });
    equal((await signIn(provider, openBrowser(stage))).to, "/");
    deepEqual(
      signedIn(stage),
      [1, 2].map(() => ({ username: nina.email, first_name: "Nina", last_name: "New" })),
    );
  });

  await t.test("a verified address is that of the account there is", async () => {
    provider.people.set("1", { ...nina, email: "OWNER@example.com" });
    equal((await signIn(provider, openBrowser(stage))).to, "/");
    equal((signedIn(stage)[0] as { username: string }).username, "owner@example.com");
  });

  await t.test("a name that is one text, an endless one, and `email_verified` written as text", async () => {
    provider.people.set("1", { email: nina.email, email_verified: "true", name: "N".repeat(300) } as never);
    equal((await signIn(provider, openBrowser(stage))).to, "/");
    deepEqual(signedIn(stage), [{ username: nina.email, first_name: "N".repeat(256), last_name: "" }]);
  });

  await t.test("refused: who has the address of a person that the provider knows as another", async () => {
    const first = openBrowser(stage);
    await signIn(provider, first);
    provider.subject = "9";
    provider.people.set("9", nina);
    const newcomer = openBrowser(stage);
    const { to } = await signIn(provider, newcomer, "?next=%2Faccount");
    equal(to, "/sign-in?problem=taken&next=%2Faccount");
    await visit(newcomer, [to, /belongs to another person of Example Login\./]);
    await visit(first, ["/account", 200]);
    deepEqual(identities(), [{ issuer: provider.issuer, subject: "1" }]);
    const [told] = await stage.mail.list();
    equal(told?.to, nina.email);
    ok(told?.text.includes(`  - ${provider.issuer}\n  - 9\n`), told?.text);
  });

  await t.test("an owner sees who has an account, and releases it", async () => {
    provider.people.set("1", { ...nina, email: "member@example.com" });
    const first = openBrowser(stage);
    await signIn(provider, first);
    const page = `/orgs/${ids.org}/people/${idOf(stage, "member@example.com")}`;
    const owner = browse(stage, "owner@example.com");
    await visit(
      owner,
      [page, new RegExp(`${provider.issuer} Subject 1 Release the account`)],
      [page, "release", {}, /The account was released\./],
    );
    deepEqual(identities(), []);
    await visit(first, ["/account", 303]);
    await visit(owner, [
      `/orgs/${ids.org}/activity`,
      /released the account of member@example\.com from the person of the provider/,
    ]);
  });

  for (const [when, claims] of Object.entries({
    "an address that is not verified": { ...nina, email_verified: false },
    "the unverified address of an account": { ...nina, email: "owner@example.com", email_verified: false },
    "an address of which nothing is said": { email: nina.email },
    "no address": { email_verified: true },
  })) {
    await t.test(`refused: ${when}`, async () => {
      provider.people.set("1", claims);
      const browser = openBrowser(stage);
      const { to } = await signIn(provider, browser, "?next=%2Faccount");
      equal(to, "/sign-in?problem=unverified&next=%2Faccount");
      await visit(browser, [to, /Example Login has not verified your e-mail address\./]);
      deepEqual(signedIn(stage), []);
      deepEqual(identities(), []);
    });
  }

  await t.test("refused: somebody who declines at the provider", async () => {
    provider.subject = undefined;
    const browser = openBrowser(stage);
    const { to } = await signIn(provider, browser);
    equal(to, "/sign-in?problem=denied&next=%2F");
    await visit(browser, [to, /The sign-in with Example Login was cancelled\./]);
    const korean = openBrowser(stage, "ko");
    await visit(korean, [to, /Example Login 로그인이 취소되었습니다\./]);
  });

  await t.test("refused: another state, none, another browser, and a forged cookie", async () => {
    const browser = openBrowser(stage);
    const begun = await browser.open(start);
    const back = await passThrough(provider, begun.to);
    const cookie = browser.cookies.get("anteroom_provider") ?? "";
    const stale = "/sign-in?problem=stale&next=%2F";
    for (const change of [
      () => back.searchParams.set("state", "x".repeat(43)),
      () => back.searchParams.delete("state"),
    ]) {
      const before = back.search;
      change();
      browser.cookies.set("anteroom_provider", cookie);
      await visit(browser, [pathOf(back), { to: stale }]);
      back.search = before;
    }
    await visit(openBrowser(stage), [pathOf(back), { to: stale }]);
    for (const forged of ["", "x", `${cookie.slice(0, -4)}AAAA`, "eyJhbGciOiJub25lIn0.e30."]) {
      const other = openBrowser(stage);
      other.cookies.set("anteroom_provider", forged);
      await visit(other, [pathOf(back), { to: stale }]);
    }
    deepEqual(signedIn(stage), []);
    browser.cookies.set("anteroom_provider", cookie);
    await visit(browser, [pathOf(back), { to: "/" }]);
  });

  await t.test("refused: a callback that is opened again, even with its cookie", async () => {
    const browser = openBrowser(stage);
    const begun = await browser.open(start);
    const back = pathOf(await passThrough(provider, begun.to));
    const cookie = browser.cookies.get("anteroom_provider") ?? "";
    const { to } = await visit(
      browser,
      [back, { to: "/" }],
      [back, { to: "/sign-in?problem=stale&next=%2F" }],
    );
    const other = openBrowser(stage);
    other.cookies.set("anteroom_provider", cookie);
    await visit(other, [back, { to: to }], [to, /This sign-in took too long, was already finished,/]);
    equal(signedIn(stage).length, 1);
  });

  await t.test("refused: the code of another's sign-in with one's own state", async () => {
    const [browser, other] = [openBrowser(stage), openBrowser(stage)];
    const mine = await passThrough(provider, (await browser.open(start)).to);
    const theirs = await passThrough(provider, (await other.open(start)).to);
    mine.searchParams.set("code", theirs.searchParams.get("code") ?? "");
    await visit(browser, [pathOf(mine), { to: "/sign-in?problem=stale&next=%2F" }]);
    deepEqual(signedIn(stage), []);
  });

  await t.test("refused: who answers in the name of another issuer", async () => {
    const browser = openBrowser(stage);
    const back = await passThrough(provider, (await browser.open(start)).to);
    back.searchParams.set("iss", "https://login.example.com");
    await visit(browser, [pathOf(back), { to: "/sign-in?problem=failed&next=%2F" }]);
    deepEqual(signedIn(stage), []);
  });

  await t.test("refused: an ID token that was made for another nonce", async () => {
    const browser = openBrowser(stage);
    const to = new URL((await browser.open(start)).to);
    to.searchParams.set("nonce", "x".repeat(43));
    const back = await passThrough(provider, to.href);
    const shown = await visit(browser, [pathOf(back), { to: "/sign-in?problem=failed&next=%2F" }]);
    await visit(browser, [shown.to, /Example Login did not confirm your identity\./]);
    deepEqual(signedIn(stage), []);
  });

  await t.test("refused: what comes back after ten minutes", async () => {
    for (const [waited, to] of [
      [9 * minute, "/"],
      [11 * minute, "/sign-in?problem=stale&next=%2F"],
    ] as const) {
      const browser = openBrowser(stage);
      const back = await passThrough(provider, (await browser.open(start)).to);
      stage.clock.set({ advance: `PT${waited / minute}M` });
      await visit(browser, [pathOf(back), { to: to }]);
    }
  });

  await t.test("places elsewhere, and endless ones, are not followed", async () => {
    for (const next of [
      "//evil.example",
      "https://evil.example",
      "/\\evil.example",
      `/${"x".repeat(2000)}`,
    ]) {
      equal((await signIn(provider, openBrowser(stage), `?next=${encodeURIComponent(next)}`)).to, "/");
    }
  });

  await t.test("somebody who is signed in already is led to the place", async () => {
    const browser = openBrowser(stage);
    await signIn(provider, browser);
    await visit(browser, [`${start}?next=%2Faccount`, { to: "/account" }]);
  });

  await t.test("a provider that goes down amid a sign-in: told, and the next one works", async () => {
    const browser = openBrowser(stage);
    const back = await passThrough(provider, (await browser.open(start)).to);
    provider.isDown = true;
    const { to } = await visit(browser, [pathOf(back), { to: "/sign-in?problem=down&next=%2F" }]);
    await visit(browser, [start, { to: to }]);
    provider.isDown = false;
    equal((await signIn(provider, browser)).to, "/");
  });

  await t.test("only the words there are become a notice", async () => {
    for (const word of ["constructor", "toString", "<b>hello</b>", ""]) {
      await visit(openBrowser(stage), [
        `/sign-in?problem=${encodeURIComponent(word)}`,
        200,
        { lacks: 'class="notice' },
      ]);
    }
  });

  await t.test("an invitation: through the provider, back to it, and in", async () => {
    await stage.ask("owner", {
      method: "POST",
      path: `/api/atlas/v2/groups/${ids.group}/invites`,
      body: { username: nina.email, roles: ["GROUP_READ_ONLY"] },
    });
    const mail = (await stage.mail.list()).find(({ to }) => to === nina.email);
    const path = /\/invitations\/[\w-]{43}/.exec(mail?.text ?? "")?.[0] ?? "";
    const browser = openBrowser(stage);
    const page = await browser.open(path);
    const link = /href="(\/sign-in\/provider\?[^"]+)"/.exec(page.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const begun = await browser.open(link);
    equal(new URL(begun.to).searchParams.get("login_hint"), nina.email);
    await visit(
      browser,
      [pathOf(await passThrough(provider, begun.to)), { to: path }],
      [path, /Accept the invitation/],
      [path, "accept", {}, 200],
    );
    deepEqual(
      stage.rows(
        `select role from grants join users on users.id = principal_id where username = '${nina.email}' and role like 'GROUP%'`,
      ),
      [{ role: "GROUP_READ_ONLY" }],
    );
  });

  await t.test("an invitation for another address stays open, and says for whom it is", async () => {
    const invite = { username: "someone@example.com", roles: ["GROUP_READ_ONLY"] };
    const path = `/api/atlas/v2/groups/${ids.group}/invites`;
    await stage.ask("owner", { method: "POST", path, body: invite });
    const mail = (await stage.mail.list()).find(({ to }) => to === invite.username);
    const link = /\/invitations\/[\w-]{43}/.exec(mail?.text ?? "")?.[0] ?? "";
    const browser = openBrowser(stage);
    equal((await signIn(provider, browser, `?next=${encodeURIComponent(link)}`)).to, link);
    await visit(browser, [
      link,
      /signed in as nina@example\.com, but the invitation is for someone@example\.com/,
      { lacks: 'value="accept"' },
    ]);
    equal((await browser.send(link, "accept")).status >= 400, true);
  });
});

test("claims in the ID token itself, and a client that authenticates in the body", async (t) => {
  const { provider, stage } = await startBoth(t, {
    conformIdTokenClaims: false,
    clientAuthMethods: ["client_secret_post"],
    clientDefaults: { token_endpoint_auth_method: "client_secret_post" },
  });
  await t.test("sign in all the same", async () => {
    equal((await signIn(provider, openBrowser(stage))).to, "/");
    deepEqual(signedIn(stage), [{ username: nina.email, first_name: "Nina", last_name: "New" }]);
  });
});

test("a provider without email_verified, whose addresses of a domain are trusted", async (t) => {
  const provider = await startProvider(t);
  const stage = await startStage(t, { ...settings(provider.issuer), oidcTrustedDomains: "example.com" });
  provider.serve(stage.url);
  const tryWith = async (claims: Partial<typeof nina>) => {
    provider.subject = String(provider.people.size + 1);
    provider.people.set(provider.subject, claims as typeof nina);
    return (await signIn(provider, openBrowser(stage))).to;
  };
  const { email_verified: _, ...silent } = nina;
  await t.test("people of that domain come in, and of no other", async () => {
    equal(await tryWith(silent), "/");
    const unverified = "/sign-in?problem=unverified&next=%2F";
    for (const email of ["nina@sub.example.com", "nina@example.com.evil.test", "nina@other.test", ""]) {
      equal(await tryWith({ ...silent, email }), unverified, email);
    }
    equal(await tryWith({ ...nina, email: "zoe@example.com", email_verified: false }), unverified);
  });
});

test("an ID token whose signature cannot be checked", async (t) => {
  const { provider, stage } = await startBoth(t);
  await t.test("signs nobody in", async () => {
    provider.hidesKeys = true;
    equal((await signIn(provider, openBrowser(stage))).to, "/sign-in?problem=failed&next=%2F");
    deepEqual(signedIn(stage), []);
    provider.hidesKeys = false;
    equal((await signIn(provider, openBrowser(stage))).to, "/");
  });
});

test("a server starts without its provider, and says so when it is wanted", async (t) => {
  const nobody = createServer().listen(0, "127.0.0.1");
  await once(nobody, "listening");
  const { port } = nobody.address() as AddressInfo;
  await promisify(nobody.close.bind(nobody))();
  const stage = await startStage(t, settings(`http://127.0.0.1:${port}`));
  await t.test("password sign-in stays", async () => {
    const browser = openBrowser(stage);
    const { to } = await visit(browser, [
      `${start}?next=%2Faccount`,
      { to: "/sign-in?problem=down&next=%2Faccount" },
    ]);
    await visit(browser, [to, /Example Login cannot be reached right now\./, { html: 'name="password"' }]);
  });
});

test("without a provider there is no such way in", async (t) => {
  const stage = await startStage(t);
  await t.test("404, and no link", async () => {
    const browser = openBrowser(stage);
    await visit(
      browser,
      [start, 404],
      ["/sign-in/provider/callback?code=x&state=y", 404],
      ["/sign-in", { lacks: start }],
    );
  });
});

test("the log has failures, and no code, token or secret", async (t) => {
  const provider = await startProvider(t);
  provider.subject = "1";
  provider.people.set("1", nina);
  const server = await startProcess(
    t,
    ["dev", "--memory", "--port", "0", "--log-level", "info", "--oidc-issuer", provider.issuer],
    {
      ANTEROOM_OIDC_CLIENT_ID: client.id,
      ANTEROOM_OIDC_CLIENT_SECRET: client.secret,
      ANTEROOM_OIDC_NAME: client.name,
    },
  );
  provider.serve(server.url);
  const browser = openBrowser(server);
  const begun = await browser.open(start);
  const back = await passThrough(provider, begun.to);
  const cookie = browser.cookies.get("anteroom_provider") ?? "";
  await visit(browser, [pathOf(back), { to: "/" }]);
  const session = browser.cookies.get("anteroom_session") ?? "";
  browser.cookies.set("anteroom_provider", cookie);
  await visit(browser, [pathOf(back), { to: "/sign-in?problem=stale&next=%2F" }]);
  browser.cookies.set("anteroom_provider", cookie);
  provider.isDown = true;
  await visit(browser, [pathOf(back), { to: "/sign-in?problem=down&next=%2F" }]);
  await openBrowser(server).open("/sign-in/provider/callback?error=access_denied&state=forged");

  await server.stop();
  const output = server.output();
  const logged = [...output.matchAll(/^\{.*\}$/gm)].map(
    ([line]) => JSON.parse(line) as Record<string, unknown>,
  );
  deepEqual(
    logged
      .filter(({ msg }) => msg === "a sign-in with the provider failed")
      .map(({ issuer, code, error }) => ({ issuer, code, error })),
    [
      { issuer: provider.issuer, code: "OAUTH_RESPONSE_BODY_ERROR", error: "invalid_grant" },
      { issuer: provider.issuer, code: "OAUTH_RESPONSE_IS_NOT_CONFORM", error: undefined },
    ],
  );
  deepEqual(
    logged
      .filter(({ event }) => event === "provider-sign-in")
      .map(({ time, level, msg, requestId, operationId, pid, hostname, event, ...rest }) => rest),
    [
      {
        result: "success",
        who: nina.email,
        ip: "127.0.0.1",
        issuer: provider.issuer,
        subject: "1",
      },
      { result: "refused", why: "stale", who: null, ip: "127.0.0.1" },
      { result: "refused", why: "down", who: null, ip: "127.0.0.1" },
      { result: "refused", why: "stale", who: null, ip: "127.0.0.1" },
    ],
  );
  const { code = "", state = "" } = Object.fromEntries(back.searchParams);
  const secrets = [...provider.secrets, code, state, cookie, session, client.secret];
  ok(provider.secrets.has(code) && provider.secrets.size === 2);
  for (const secret of secrets) ok(secret !== "" && !output.includes(secret));
});

test("release-identity lets the next person of an address take its account, while a server runs", async (t) => {
  const provider = await startProvider(t);
  const data = createFolder(t);
  const env = { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" };
  const server = await startProcess(
    t,
    ["dev", "--data", data, "--port", "0", "--oidc-issuer", provider.issuer],
    { ...env, ANTEROOM_OIDC_CLIENT_ID: client.id, ANTEROOM_OIDC_CLIENT_SECRET: client.secret },
  );
  provider.serve(server.url);
  const owner = { ...nina, email: "owner@example.com" };
  const enter = async (subject: string) => {
    provider.subject = subject;
    provider.people.set(subject, owner);
    const browser = openBrowser(server);
    return { browser, to: (await signIn(provider, browser)).to };
  };
  const release = () => anteroom(["release-identity", owner.email, "--data", data], { env });
  const none = await release();
  deepEqual(
    [none.code, none.stderr],
    [1, "anteroom: no identity of a provider has the account of owner@example.com\n"],
  );
  const first = await enter("1");
  equal((await enter("9")).to, "/sign-in?problem=taken&next=%2F");
  const released = await release();
  deepEqual(
    [released.code, released.stdout],
    [0, `Released 1 of ${provider.issuer} from owner@example.com.\n`],
    released.stderr,
  );
  equal((await first.browser.open("/account")).status, 303);
  equal((await enter("9")).to, "/");
  equal((await enter("1")).to, "/sign-in?problem=taken&next=%2F");
});

test("the groups that the provider says of a person give the roles of role mappings", async (t) => {
  const provider = await startProvider(t, {
    claims: {
      openid: ["sub"],
      email: ["email", "email_verified"],
      profile: ["given_name", "family_name", "teams"],
    },
  });
  const identityProviders = [
    { id: "b".repeat(24), displayName: "Login", issuerUri: provider.issuer, groupsClaim: "teams" },
  ];
  const federation = {
    identityProviders,
    dataAccessIdentityProviderIds: ["b".repeat(24)],
    roleMappings: [{ externalGroupName: "operators", roles: ["ORG_READ_ONLY"] as const }],
  };
  const stage = await startStage(t, { ...settings(provider.issuer), seed: seedWith({ federation }) });
  provider.serve(stage.url);
  provider.subject = "1";
  const held = () =>
    stage.rows(
      "select role, mapped from grants join users on users.id = principal_id where username = 'nina@example.com'",
    );
  provider.people.set("1", { ...nina, teams: ["operators"] });
  const asked = `/joining?next=${encodeURIComponent("/account?from=mail")}`;
  const later = openBrowser(stage);
  equal((await signIn(provider, later, `?next=${encodeURIComponent("/account?from=mail")}`)).to, asked);
  await visit(later, [
    asked,
    /Join Acme\? Acme wants to add you, because Example Login says that you are in the group operators\./,
    /You would be Organization Read Only/,
  ]);
  deepEqual(held(), []);
  await visit(later, [asked, "later", { orgId: ids.org }, { to: "/account?from=mail" }]);
  deepEqual(held(), []);

  const browser = openBrowser(stage);
  equal((await signIn(provider, browser)).to, "/");
  await visit(browser, ["/account", /Organizations that want to add you .*Acme Organization Read Only/]);
  const again = `/joining?next=%2F&org=${ids.org}`;
  await visit(browser, [again, "join", { orgId: ids.org }, /You have joined Acme\. Welcome\./]);
  deepEqual(held(), [{ role: "ORG_READ_ONLY", mapped: 1 }]);
  equal((await signIn(provider, openBrowser(stage))).to, "/");
  provider.people.set("1", { ...nina, teams: [] });
  await signIn(provider, openBrowser(stage));
  deepEqual(held(), []);
});
