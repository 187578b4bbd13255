// Tests what strangers try on the pages: forms of other sites, addresses that lead elsewhere, names that are markup, ids of
// others. All cases come from the table of pages and the forms they show.
import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { pages } from "../../src/console/pages/index.ts";
import { ko } from "../../src/console/words/index.ts";
import { languageCodes } from "../../src/core/contract/languages.ts";
import { repository } from "../../src/core/contract/release.ts";
import { loopback } from "../support/authorization.ts";
import type { Shown } from "../support/console.ts";
import { ids, type Reply, send } from "../support/world.ts";
import {
  decode,
  formsIn,
  type Lively,
  password,
  type ShownForm,
  type Spot,
  startLively,
} from "./support/lively.ts";

const mark = `<script>alert(1)</script>"'&`;
const form = "application/x-www-form-urlencoded";

const cookieHeader = (cookies: ReadonlyMap<string, string>) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

/** Sends fields as they are, with the cookies of a browser. */
const post = (
  world: Lively,
  path: string,
  fields: URLSearchParams,
  { cookies, headers = {} }: { cookies: ReadonlyMap<string, string>; headers?: Record<string, string> },
): Promise<Reply> =>
  send(world.url, {
    method: "POST",
    path,
    headers: { "content-type": form, origin: world.url, cookie: cookieHeader(cookies), ...headers },
    body: String(fields),
  });

const cookiesOf = ({ headers }: Reply | Shown): string[] =>
  ([] as string[]).concat(headers["set-cookie"] ?? []);

const nameOf = ({ path, as }: Pick<Spot, "path" | "as">) => `${path} as ${as ?? "nobody"}`;

/** Start tags with their attributes, of a document as the renderer writes it. */
const tagsIn = (html: string) =>
  [...html.matchAll(/<([a-zA-Z][^\s/>]*)((?:[^>"]|"[^"]*")*)>/g)].map(([, tag = "", rest = ""]) => ({
    tag,
    attributes: [...rest.matchAll(/([^\s=/"]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => ({
      name,
      value: decode(value),
    })),
  }));

/** Attributes and elements through which markup could act. */
function activeIn(html: string): string[] {
  const body = html
    .replace(
      /<script src="\/console\/(?:script\.js\?[\w-]+" defer|passkeys\.js\?[\w-]+" type="module")><\/script>/g,
      "",
    )
    .replace(
      /<svg class="icon" aria-hidden="true"><use href="\/console\/icons\.svg\?[\w-]+#\w+"><\/use><\/svg>/g,
      "",
    )
    // What is in these is looked at.
    .replace(/<svg class="(share|bars)" [^<>]*>/g, "")
    .replace(
      /<iframe class="letter" title="[^"<>]*" src="\/rehearsal\/mail\/[\w%-]+\/html" sandbox="allow-popups allow-popups-to-escape-sandbox">/g,
      "",
    );
  return tagsIn(body).flatMap(({ tag, attributes }) => [
    ...(["script", "style", "iframe", "object", "embed", "base", "img", "svg"].includes(tag)
      ? [`<${tag}>`]
      : []),
    ...attributes.flatMap(({ name, value }) =>
      /^on|^style$|^srcdoc$/i.test(name) || /^\s*(javascript|data|vbscript):/i.test(value)
        ? [`<${tag} ${name}="${value}">`]
        : [],
    ),
  ]);
}

const leadsElsewhere = (base: string, address: string) => new URL(address, `${base}/a/b`).origin !== base;

test("every page, in a world whose names are markup", async (t) => {
  const world = await startLively(t, { mark });
  const shown: (Spot & { page: Shown })[] = [];
  for (const language of languageCodes) {
    for (const spot of world.spots) {
      shown.push({ ...spot, page: await world.visit(spot.as, language).open(spot.path) });
    }
  }
  const withBody = shown.filter(({ page }) => page.to === "");

  await t.test("names are shown as text", () => {
    const broken = withBody.flatMap((each) => {
      const { html } = each.page;
      const raw = ["<script>alert", "</script>\"'"].filter((word) => html.includes(word));
      return [...raw, ...activeIn(html)].map((what) => `${nameOf(each)}: ${what}`);
    });
    deepEqual(broken, []);
  });

  await t.test("every page within an organization or a project shows such a name", () => {
    const silent = withBody
      .filter(({ pattern, page }) => /^\/(orgs|projects)\//.test(pattern) && page.status === 200)
      .filter(({ page }) => !page.html.includes("&lt;script>alert(1)&lt;/script>&quot;'&amp;"))
      .map(nameOf);
    deepEqual(silent, []);
  });

  await t.test("no page may run, load or frame what is not this server's", () => {
    const { origin } = new URL(loopback);
    const wrong = shown.filter(({ pattern, page: { headers } }) => {
      const sent = headers["content-security-policy"] ?? "";
      // The forms of one page lead on, to the program that asks.
      const policy = pattern === "/oauth/authorize" ? sent.replace(` ${origin};`, ";") : sent;
      const rules = policy.split("; ");
      return (
        !rules.includes("default-src 'none'") ||
        !rules.includes("frame-ancestors 'none'") ||
        !rules.includes("base-uri 'none'") ||
        !rules.includes("form-action 'self'") ||
        /unsafe|\*|https?:|data:/.test(policy) ||
        headers["x-frame-options"] !== "DENY" ||
        headers["x-content-type-options"] !== "nosniff" ||
        headers["referrer-policy"] !== "no-referrer"
      );
    });
    deepEqual(wrong.map(nameOf), []);
  });

  await t.test("nothing of a page is kept by the browser or on the way", () => {
    const kept = shown.filter(({ page }) => page.headers["cache-control"] !== "no-store");
    deepEqual(kept.map(nameOf), []);
  });

  await t.test("every link and form leads to this server", () => {
    const elsewhere = withBody.flatMap((each) =>
      tagsIn(each.page.html).flatMap(({ attributes }) =>
        attributes
          .filter(({ name }) => ["href", "src", "action", "formaction"].includes(name))
          // The guides are where the repository is.
          .filter(
            ({ value }) =>
              !value.startsWith("#") && !value.startsWith(`${repository}/blob/main/docs/guides/`),
          )
          .filter(({ value }) => leadsElsewhere(world.url, value))
          .map(({ value }) => `${nameOf(each)}: ${value}`),
      ),
    );
    deepEqual(elsewhere, []);
  });

  await t.test("an id is used once, and every label names a field", () => {
    const wrong = withBody.flatMap((each) => {
      const tags = tagsIn(each.page.html);
      const valuesOf = (wanted: string) =>
        tags.flatMap(({ attributes }) =>
          attributes.flatMap(({ name, value }) => (name === wanted ? [value] : [])),
        );
      const all = valuesOf("id");
      const twice = all.filter((id, index) => all.indexOf(id) !== index);
      const named = [...valuesOf("for"), ...valuesOf("aria-describedby").flatMap((text) => text.split(" "))];
      const lost = named.filter((id) => !all.includes(id));
      return [...twice, ...lost].map((id) => `${nameOf(each)}: ${id}`);
    });
    deepEqual(wrong, []);
  });

  await t.test("looking changes nothing, in whatever way", async () => {
    const before = await world.state();
    for (const spot of world.spots) {
      const { cookies } = world.visit(spot.as);
      for (const method of ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]) {
        const { status } = await send(world.url, {
          method,
          path: spot.path,
          headers: { cookie: cookieHeader(cookies) },
        });
        ok(status < 500, `${method} ${spot.path}: ${status}`);
      }
      equal(await world.state(), before, nameOf(spot));
    }
  });
});

interface Found {
  readonly spot: Spot;
  readonly form: ShownForm;
}

/**
 * Finds one of each form that pages show, by the page's pattern and the form's name, and those of the table that no page shows.
 */
async function everyForm(world: Lively): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const spot of world.spots) {
    const { html } = await world.visit(spot.as).open(spot.path);
    for (const form of formsIn(html, spot.path)) {
      const key = `${form.action === spot.path ? spot.pattern : form.action} ${form.name}`;
      if (!found.has(key)) found.set(key, { spot, form });
    }
  }
  for (const { path: pattern, forms } of pages) {
    if (forms === undefined || Object.keys(forms).length === 0) continue;
    const spot = world.spots.find((each) => each.pattern === pattern);
    if (spot === undefined) throw new Error(`there is no address of ${pattern}`);
    for (const name of Object.keys(forms).filter((name) => !found.has(`${pattern} ${name}`))) {
      const form = { action: spot.path, name, fields: new URLSearchParams({ do: name }) };
      found.set(`${pattern} ${name}`, { spot, form });
    }
  }
  return [...found.values()];
}

/** The fields of a form with another token, or none. */
function withToken({ name, fields }: ShownForm, token: string | undefined): URLSearchParams {
  const sent = new URLSearchParams(fields);
  sent.set("do", name);
  if (token === undefined) sent.delete("form");
  else sent.set("form", token);
  return sent;
}

const tokenIn = (html: string) => /name="form" value="([^"]+)"/.exec(html)?.[1] ?? "";

test("every form", async (t) => {
  const world = await startLively(t);
  const all = await everyForm(world);
  const declared = pages.flatMap(({ forms = {} }) => Object.keys(forms)).length;
  ok(all.length >= declared, `${all.length} forms were found of ${declared}`);

  await t.test("403 without the token of its page, or from elsewhere, and nothing is done", async () => {
    const wrong: string[] = [];
    const before = await world.state();
    for (const { spot, form: shown } of all) {
      const mine = world.visit(spot.as);
      const token = tokenIn((await mine.open("/forgot-password")).html);
      const { cookies } = mine;
      const others = world.visit(spot.as);
      const theirs = tokenIn((await others.open("/forgot-password")).html);
      const stranger = world.visit(undefined);
      const strange = tokenIn((await stranger.open("/forgot-password")).html);
      const mixed = new Map([...cookies, ["anteroom_form", stranger.cookies.get("anteroom_form") ?? ""]]);
      const bare = new Map([...cookies].filter(([name]) => name !== "anteroom_form"));
      const send = (
        fields: URLSearchParams,
        headers?: Record<string, string>,
        jar: ReadonlyMap<string, string> = cookies,
      ) => post(world, shown.action, fields, { cookies: jar, ...(headers && { headers }) });
      const right = withToken(shown, token);
      const attempts: Record<string, () => Promise<Reply>> = {
        "no token": () => send(withToken(shown, undefined)),
        "an empty token": () => send(withToken(shown, "")),
        "another token": () => send(withToken(shown, randomBytes(32).toString("base64url"))),
        "the token of another browser": () => send(withToken(shown, theirs)),
        "a stranger's token": () => send(withToken(shown, strange)),
        "a stranger's token with the stranger's form cookie": async () =>
          spot.as === undefined ? ({ status: 403 } as Reply) : send(withToken(shown, strange), {}, mixed),
        "no form cookie": () => send(right, {}, bare),
        "an empty form cookie": () => send(right, {}, new Map([...cookies, ["anteroom_form", ""]])),
        "another origin": () => send(right, { origin: "https://evil.example" }),
        "another port": () => send(right, { origin: "http://127.0.0.1:1" }),
        "a suffix of the origin": () => send(right, { origin: `${world.url}.evil.example` }),
        "a page of another site": () => send(right, { "sec-fetch-site": "cross-site", origin: "null" }),
        "a page of a neighbouring site": () => send(right, { "sec-fetch-site": "same-site" }),
        "no page": () => send(right, { "sec-fetch-site": "none" }),
        "another kind of body": () => send(right, { "content-type": "text/plain" }),
        "a body in JSON": () => send(right, { "content-type": "application/json" }),
      };
      for (const [about, attempt] of Object.entries(attempts)) {
        const { status } = await attempt();
        if (status !== 403) wrong.push(`${spot.pattern} ${shown.name}: ${status} with ${about}`);
      }
      const inQuery = await send(withToken(shown, undefined), {});
      if (inQuery.status !== 403) {
        wrong.push(`${spot.pattern} ${shown.name}: ${inQuery.status} with a token in the query`);
      }
      if ((await world.state()) !== before) {
        wrong.push(`${spot.pattern} ${shown.name}: changed something`);
        await world.rewind();
      }
    }
    deepEqual(wrong, []);
  });

  await t.test("with the token of its page it is taken", async () => {
    const refused: string[] = [];
    let changes = 0;
    for (const { spot, form: shown } of all) {
      await world.rewind();
      const before = await world.state();
      const { cookies, open } = world.visit(spot.as);
      const token = tokenIn((await open("/forgot-password")).html);
      const { status } = await post(world, shown.action, withToken(shown, token), { cookies });
      // What a passkey or a code must answer is refused without that.
      const wantsProof = ofProof.has(`${spot.pattern} ${shown.name}`);
      if ((status === 403 && !wantsProof) || status >= 500) {
        refused.push(`${spot.pattern} ${shown.name}: ${status}`);
      }
      if ((await world.state()) !== before) changes++;
    }
    deepEqual(refused, []);
    ok(changes > 15, `only ${changes} forms changed something`);
  });

  await t.test("sent by somebody who is a stranger there, it changes nothing and shows nothing", async () => {
    const wrong: string[] = [];
    const within = all.filter(
      ({ spot, form: { action } }) => action === spot.path && /^\/(orgs|projects)/.test(action),
    );
    ok(within.length > 30);
    for (const as of ["stranger", "nobody"] as const) {
      const { cookies, open } = world.visit(as);
      const token = tokenIn((await open("/forgot-password")).html);
      const before = await world.state();
      for (const { spot, form: shown } of within) {
        const reply = await post(world, shown.action, withToken(shown, token), { cookies });
        if (![400, 401, 403, 404].includes(reply.status)) {
          wrong.push(`${spot.pattern} ${shown.name}: ${reply.status}`);
        }
        if (/Acme|payments|Ada/.test(reply.text)) wrong.push(`${spot.pattern} ${shown.name}: shows names`);
      }
      equal(await world.state(), before);
    }
    deepEqual(wrong, []);
  });
});

test("pages of others", async (t) => {
  const world = await startLively(t);
  const names =
    /Acme|payments|Ada|deploy\b|robot|reader|core|spare|auditor|operators|(owner|member|hello|new)@example|livelyky|orgowner/;
  const within = world.spots.filter(
    ({ pattern, as }) => /^\/(orgs|projects)\/:/.test(pattern) && as === "owner",
  );
  ok(new Set(within.map(({ pattern }) => pattern)).size >= 17);

  const swaps: readonly (readonly [about: string, ids: Readonly<Record<string, string>>])[] = [
    ["as they are", {}],
    ["below one's own organization and project", { [ids.org]: ids.otherOrg, [ids.group]: ids.otherGroup }],
  ];
  for (const as of ["stranger", "nobody"] as const) {
    for (const [about, swap] of swaps) {
      await t.test(`ids of another organization ${about} show ${as} nothing of it`, async () => {
        const browser = world.visit(as);
        const wrong: string[] = [];
        for (const { path } of within) {
          const address = Object.entries(swap).reduce(
            (text, [from, to]) => text.replace(`/${from}`, `/${to}`),
            path,
          );
          // Of the stranger's own place, and nothing else is named by its id.
          const isOwn = address !== path && !/[0-9a-f]{24}/.test(address.split("/").slice(3).join("/"));
          const { status, text, to, html } = await browser.open(address);
          if (to === `${address}/people`) continue;
          if (!isOwn && ![400, 401, 403, 404].includes(status)) wrong.push(`${address}: ${status}`);
          if (names.test(text) || names.test(/<title>.*<\/title>/.exec(html)?.[0] ?? "")) {
            wrong.push(`${address}: ${text}`);
          }
        }
        deepEqual(wrong, []);
      });
    }
  }

  await t.test("somebody who is not signed in is sent to sign in, and shown nothing", async () => {
    for (const { path } of within) {
      const { status, to, html } = await world.visit(undefined).open(path);
      deepEqual([status, to, html], [303, `/sign-in?next=${encodeURIComponent(path)}`, ""]);
    }
  });

  await t.test("a session that has ended is none", async () => {
    const browser = world.visit("owner");
    world.execute("delete from sessions");
    equal((await browser.open("/account")).to, "/sign-in?next=%2Faccount");
    equal((await browser.open(`/orgs/${ids.org}`)).status, 303);
  });
});

const elsewhere = [
  "//evil.example",
  "///evil.example",
  "////evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "https://evil.example",
  "https:evil.example",
  "http:/evil.example",
  "HTTPS://evil.example",
  "javascript:alert(1)",
  "data:text/html,evil",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/\u0000/evil.example",
  "/\u00a0/evil.example",
  "/%2f%2fevil.example",
  "%2f%2fevil.example",
  "/%5cevil.example",
  "/%09/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/@evil.example",
  "@evil.example",
  ".evil.example",
  "evil.example",
  "?//evil.example",
  "/\r\nlocation: https://evil.example",
  "/\r\n\r\n<script>alert(1)</script>",
  "／／evil.example",
];

test("addresses that lead elsewhere are not followed", async (t) => {
  // A provider that cannot be reached: the way to it and back is tried as well.
  const world = await startLively(t, {
    oidcIssuer: "http://127.0.0.1:9",
    oidcClientId: "anteroom",
    oidcClientSecret: "anteroom-secret",
  });
  const check = ({ status, headers }: Reply | Shown, about: string) => {
    equal(status, 303, about);
    const to = headers.location ?? "";
    ok(!leadsElsewhere(world.url, to), `${about}: leads to ${to}`);
    // The way through the sign-in keeps it, to be judged again there.
    const next = new URL(to, world.url).searchParams.get("next");
    if (next !== null) ok(!leadsElsewhere(world.url, next), `${about}: leads to ${to}`);
    ok(!cookiesOf({ headers } as Reply).some((cookie) => cookie.includes("evil")), about);
  };

  await t.test("from the pages to sign in", async () => {
    const signed = world.visit("owner");
    const unsigned = world.visit(undefined);
    for (const path of elsewhere) {
      for (const next of [encodeURIComponent(path), encodeURIComponent(encodeURIComponent(path))]) {
        check(await signed.open(`/sign-in?next=${next}`), `sign-in ${next}`);
        check(await signed.open(`/sign-in/provider?next=${next}`), `provider, signed in ${next}`);
        check(await unsigned.open(`/sign-in/provider?next=${next}`), `provider ${next}`);
      }
    }
  });

  await t.test("from the choice of language and appearance", async () => {
    const { cookies, open } = world.visit(undefined);
    const token = tokenIn((await open("/sign-in")).html);
    for (const back of elsewhere) {
      for (const value of [back, encodeURIComponent(back)]) {
        const fields = new URLSearchParams({
          form: token,
          do: "prefer",
          language: "ko",
          theme: "dark",
          back: value,
        });
        check(await post(world, "/preferences", fields, { cookies }), `back ${value}`);
      }
    }
  });

  await t.test("after a sign-in", async () => {
    // Few, since attempts are counted.
    for (const next of ["//evil.example", "/\\evil.example", "/\t/evil.example", "https://evil.example"]) {
      const { cookies, open } = world.visit(undefined);
      const path = `/sign-in?next=${encodeURIComponent(next)}`;
      const token = tokenIn((await open(path)).html);
      const fields = new URLSearchParams({
        form: token,
        do: "signIn",
        username: world.usernames.nobody,
        password,
      });
      const reply = await post(world, path, fields, { cookies });
      check(reply, next);
      equal(reply.headers.location, "/");
    }
  });

  await t.test("from a request line that names another site", async () => {
    const { cookies } = world.visit(undefined);
    for (const path of [
      "//evil.example/account",
      "/\\evil.example/account",
      "http://evil.example/account",
      "/account//evil.example",
    ]) {
      const { status, headers, text } = await send(world.url, {
        path,
        headers: { cookie: cookieHeader(cookies) },
      });
      ok(status < 500, path);
      ok(!leadsElsewhere(world.url, headers.location ?? "/"), path);
      ok(!/(href|action)="(https?:)?\/\/evil/.test(text), path);
    }
  });
});

test("what is no id and no name answers a page, whatever it holds", async (t) => {
  const world = await startLively(t);
  const hostile = [
    "%0d%0aset-cookie:%20evil=1",
    "%0aevil",
    "%00",
    "%ED%95%9C%EA%B5%AD",
    "..%2f..%2fsign-in",
    "%2fevil.example",
    "%5cevil.example",
    "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "a".repeat(900),
    "'%20or%201=1--",
    "%F0%9F%98%80",
  ];
  const wrong: string[] = [];
  const owner = world.visit("owner");
  const token = tokenIn((await owner.open("/account")).html);
  for (const { path: pattern, forms = {} } of pages.filter(({ path }) => path.includes(":"))) {
    for (const value of hostile) {
      const path = pattern.replace(/:\w+/g, value);
      const replies = [await owner.open(path)];
      for (const name of Object.keys(forms)) {
        const fields = new URLSearchParams({ form: token, do: name });
        const reply = await post(world, path, fields, owner);
        replies.push({ ...reply, html: reply.text, to: reply.headers.location ?? "" });
      }
      for (const { status, headers, html, to } of replies) {
        if (status >= 500) wrong.push(`${path}: ${status}`);
        if (cookiesOf({ headers } as Reply).some((cookie) => cookie.includes("evil"))) {
          wrong.push(`${path}: a cookie`);
        }
        if (to !== "" && leadsElsewhere(world.url, to)) wrong.push(`${path}: leads to ${to}`);
        if (activeIn(html).length > 0) wrong.push(`${path}: ${activeIn(html)}`);
      }
    }
  }
  deepEqual(wrong, []);
});

/** Forms that a passkey or a recovery code is the proof of. */
const ofProof = new Set(["/account add", "/sign-in passkey", "/sign-in second", "/sign-in code"]);

test("what people type cannot become a header", async (t) => {
  const world = await startLively(t);
  const split = "x\r\nset-cookie: evil=1\r\nx-evil: 1";
  const before = (await world.mail.list()).length;
  const wrong: string[] = [];
  for (const { spot, form: shown } of await everyForm(world)) {
    await world.rewind();
    const { cookies, open } = world.visit(spot.as);
    const sent = withToken(shown, tokenIn((await open("/forgot-password")).html));
    for (const name of [...sent.keys()].filter((name) => name !== "form" && name !== "do")) {
      sent.set(name, `${split}@example.com`);
    }
    const { status, headers, text } = await post(world, shown.action, sent, { cookies });
    const hasHeader = headers["x-evil"] !== undefined || String(headers["set-cookie"] ?? "").includes("evil");
    if (status >= 500 || hasHeader || activeIn(text).length > 0) {
      wrong.push(`${spot.pattern} ${shown.name}: ${status}`);
    }
  }
  deepEqual(wrong, []);
  const mail = await world.mail.list();
  ok(mail.length >= before);
  for (const { subject, to } of mail) ok(!/[\r\n]/.test(subject + to));
});

test("signing in", async (t) => {
  const world = await startLively(t);
  const signIn = async (cookies: Map<string, string>, username: string, secret: string) => {
    const path = "/sign-in";
    const shown = await send(world.url, { path, headers: { cookie: cookieHeader(cookies) } });
    for (const set of cookiesOf(shown)) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const fields = new URLSearchParams({
      form: tokenIn(shown.text),
      do: "signIn",
      username,
      password: secret,
    });
    return post(world, path, fields, { cookies });
  };
  const sessionIn = (reply: Reply) =>
    cookiesOf(reply)
      .map((cookie) => /^anteroom_session=([^;]*)/.exec(cookie)?.[1])
      .find((value) => value !== undefined);

  await t.test("a session that somebody put into the browser is not taken over", async () => {
    const planted = randomBytes(32).toString("base64url");
    const cookies = new Map([["anteroom_session", planted]]);
    equal(
      (await send(world.url, { path: "/account", headers: { cookie: cookieHeader(cookies) } })).status,
      303,
    );
    const reply = await signIn(cookies, world.usernames.nobody, password);
    const session = sessionIn(reply);
    match(session ?? "", /^[\w-]{43}$/);
    notEqual(session, planted);
    const with_ = (value: string) =>
      send(world.url, { path: "/account", headers: { cookie: `anteroom_session=${value}` } });
    equal((await with_(planted)).status, 303);
    equal((await with_(session ?? "")).status, 200);
  });

  await t.test(
    "each sign-in has a session of its own, and a form of before is worth nothing after it",
    async () => {
      const cookies = new Map<string, string>();
      const first = sessionIn(await signIn(cookies, world.usernames.nobody, password));
      const second = sessionIn(await signIn(cookies, world.usernames.nobody, password));
      notEqual(first, second);
      const before = tokenIn(
        (await send(world.url, { path: "/sign-in", headers: { cookie: cookieHeader(cookies) } })).text,
      );
      cookies.set("anteroom_session", second ?? "");
      const fields = new URLSearchParams({ form: before, do: "everywhere" });
      equal((await post(world, "/account", fields, { cookies })).status, 403);
    },
  );

  await t.test("cookies are out of reach of scripts and of forms of other sites", async () => {
    const reply = await signIn(new Map(), world.usernames.nobody, password);
    const fresh = await send(world.url, { path: "/sign-in" });
    const set = [...cookiesOf(reply), ...cookiesOf(fresh)];
    deepEqual(
      set.map((cookie) => /^(\w+)=[\w.-]+(; .*)$/.exec(cookie)?.slice(1)),
      [
        ["anteroom_session", "; Path=/; HttpOnly; SameSite=Lax"],
        ["anteroom_device", `; Max-Age=${180 * 24 * 60 * 60}; Path=/; HttpOnly; SameSite=Lax`],
        ["anteroom_form", "; Path=/; HttpOnly; SameSite=Lax"],
      ],
    );
  });

  /**
   * Returns the parts of an answer that could reveal something: everything but what is minted for this browser, or was typed.
   */
  const revealing = (reply: Reply, typed: string) => {
    const { date: _, "set-cookie": __, ...headers } = reply.headers;
    const html = reply.text.replace(/name="form" value="[^"]+"/g, "").replaceAll(`"${typed}"`, "TYPED");
    return {
      status: reply.status,
      headers: { ...headers, "content-length": "" },
      cookies: cookiesOf(reply).length,
      html,
    };
  };

  await t.test("a wrong password and an unknown address are answered alike", async () => {
    const known = await signIn(new Map(), world.usernames.nobody, "not a staple");
    const unknown = await signIn(new Map(), "somebody@example.com", "not a staple");
    equal(known.status, 401);
    deepEqual(revealing(unknown, "somebody@example.com"), revealing(known, world.usernames.nobody));
  });

  await t.test("somebody who forgot the password of an unknown address is answered the same", async () => {
    const ask = async (username: string) => {
      const { cookies, open } = world.visit(undefined);
      const token = tokenIn((await open("/forgot-password")).html);
      const fields = new URLSearchParams({ form: token, do: "send", username });
      const reply = await post(world, "/forgot-password", fields, { cookies });
      return { reply, shown: await open(reply.headers.location ?? "") };
    };
    const known = await ask(world.usernames.stranger);
    equal(known.reply.status, 303);
    for (const username of ["somebody@example.com", "no address", "", "x\r\ny@example.com"]) {
      const unknown = await ask(username);
      deepEqual(revealing(unknown.reply, username), revealing(known.reply, world.usernames.stranger));
      equal(unknown.shown.text, known.shown.text);
    }
  });
});

test("an address leads on with its id as it was written, whatever that is", async (t) => {
  const world = await startLively(t);
  const browser = world.visit("owner");
  await browser.open("/");
  for (const id of ["%00", "%0D%0ASet-Cookie%3A%20a%3Db", "%EC%9D%B4", "..%2F.."]) {
    const headers = { cookie: cookieHeader(browser.cookies) };
    const { status, headers: answered } = await send(world.url, { path: `/projects/${id}`, headers });
    deepEqual([status, answered.location], [303, `/projects/${id}/people`]);
  }
});

test("404 for a form that has lost what it is about, and for an address of dots", async (t) => {
  const world = await startLively(t);
  const browser = world.visit("owner");
  const asked = `/orgs/${ids.org}/people/change?act=end&who=member@example.com`;
  const forms = formsIn((await browser.open(asked)).html, asked).filter(({ name }) => name !== "signOut");
  const removing = forms.filter(({ fields }) => fields.has("who"));
  ok(removing.length > 0);
  for (const { action, fields } of removing) {
    for (const lost of [null, "", " ", ".."]) {
      if (lost === null) fields.delete("who");
      else fields.set("who", lost);
      equal((await post(world, action, fields, browser)).status, 404, `${fields}`);
    }
  }
  const headers = { cookie: cookieHeader(browser.cookies) };
  equal((await send(world.url, { path: "/orgs/%2E%2E/people", headers })).status, 404);
  // An address that nothing answers: a page for people; JSON for programs, and for everybody who asks the API.
  const accept = "text/html,application/xhtml+xml";
  for (const [path, asked, type, status] of [
    ["/nonsense", { accept, "accept-language": "ko" }, "text/html", 404],
    ["/nonsense", {}, "application/json", 404],
    ["/api/nonsense", { accept }, "application/json", 401],
    ["/_anteroom/nonsense", { accept }, "application/json", 404],
  ] as const) {
    const missing = await send(world.url, { path, headers: { ...headers, ...asked } });
    equal(missing.status, status, path);
    equal(missing.headers["content-type"]?.split(";")[0], type, path);
    equal(missing.text.includes(ko.notFound.nowhere), type === "text/html", path);
  }
});
