// The pages of a rehearsal: what ends and for whom, the clock, requests, faults, mail that was not sent, and snapshots.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { browse, openBrowser, startPages } from "../support/console.ts";
import { startProcess } from "../support/process.ts";
import { noJuly } from "../support/rooms.ts";
import { createFolder } from "../support/storage.ts";
import { ids, send } from "../support/world.ts";

const invites = `/api/atlas/v2/groups/${ids.group}/invites`;
const group = `/api/atlas/v2/groups/${ids.group}`;
const clock = "/rehearsal/clock";
const places = [...(noJuly ? [] : ["sunset"]), "clock", "requests", "faults", "mail", "snapshots"];
const pages = ["/rehearsal", ...places.map((place) => `/rehearsal/${place}`), "/rehearsal/mail/1"];

test("pages of a rehearsal", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;
  const browser = (language?: string) => openBrowser(stage, language);
  const invite = (username: string, userAgent = "terraform/1 <script>") =>
    stage.ask("owner", {
      method: "POST",
      path: invites,
      headers: { "user-agent": userAgent },
      body: { username, roles: ["GROUP_READ_ONLY"] },
    });

  await t.test("the tab leads to the first page, and each page to the others", async () => {
    await visit(browser(), ["/rehearsal", { to: `/rehearsal/${places[0]}` }]);
    for (const place of places) {
      const { html } = await visit(browser(), [`/rehearsal/${place}`, 200]);
      for (const other of places) ok(html.includes(`href="/rehearsal/${other}"`), `${place} to ${other}`);
      ok(html.includes(`href="/rehearsal/${place}" aria-current="page"`), place);
    }
  });

  await t.test("the clock is set, moved and freed, without signing in", async () => {
    const visitor = browser();
    await visit(visitor, [
      clock,
      "set",
      { now: "2027-06-30T23:00" },
      /The clock is frozen at the new time\. .*2027-06-30 23:00 UTC .*Frozen/,
    ]);
    equal((await stage.ask("owner", { path: invites })).status, 200);

    await visit(visitor, [
      clock,
      "advance",
      { amount: "1", unit: "hours" },
      /The clock has been moved\. .*2027-07-01 00:00 UTC/,
    ]);
    equal((await stage.ask("owner", { path: invites })).status, 410);

    await visitor.send(clock, "advance", { amount: "2", unit: "weeks" });
    equal(stage.clock.now(), "2027-07-15T00:00:00.000Z");
    await visit(visitor, [clock, "free", {}, /The clock is back at real time\..*Real time/]);
    ok(Math.abs(Date.parse(stage.clock.now()) - Date.now()) < 60_000);
    await visit(visitor, [clock, "advance", { amount: "1", unit: "days" }, /Moved It was moved/]);
  });

  await t.test("presets freeze or move it, and lead back to where they were", async () => {
    const visitor = browser();
    const jumped = await visitor.send(clock, "preset", {
      preset: "2027-07-02",
      back: `/rehearsal/${places[0]}`,
    });
    equal(stage.clock.now(), "2027-07-02T00:00:00.000Z");
    match(jumped.text, noJuly ? /Frozen/ : /1 day since 1 July 2027/);
    await visitor.send(clock, "preset", { preset: "P31D" });
    equal(stage.clock.now(), "2027-08-02T00:00:00.000Z");
    // To the home page, which wants somebody signed in.
    await visit(visitor, [clock, "free", { back: "//example.com" }, { to: "/sign-in?next=%2F" }]);
  });

  await t.test("400 for what is no instant and no duration", async () => {
    const before = stage.clock.now();
    const wrong = [
      ["set", { now: "tomorrow" }, /Enter a date and a time/],
      ["set", { now: "2027-13-01T00:00" }, /Enter a date and a time/],
      ["preset", { preset: "P9D" }, /Enter a date and a time/],
      ["advance", { amount: "-1", unit: "days" }, /Enter a whole number/],
      ["advance", { amount: "1.5", unit: "days" }, /Enter a whole number/],
      ["advance", { amount: "1", unit: "toString" }, /Enter a whole number/],
    ] as const;
    for (const [form, fields, sentence] of wrong) {
      await visit(browser(), [clock, form, fields, 400, sentence]);
    }
    equal(stage.clock.now(), before);
  });

  await t.test("who sets the clock stays signed in, and every page says that it is not today", async () => {
    const owner = browse(stage, "owner@example.com");
    const strip = /<aside class="strip"[\s\S]*?2027-07-02 00:00 UTC[\s\S]*?Frozen[\s\S]*?Back to today/;
    await visit(
      owner,
      [clock, "preset", { preset: "2027-07-02" }],
      [`/projects/${ids.group}/people`, 200, { html: strip }],
    );
    await visit(browser(), ["/sign-in", { html: strip }]);
    await visit(owner, [clock, "free", {}], ["/", 200, { lacks: 'class="strip"' }]);
  });

  await t.test(
    "the sunset counts days, clients that break and those that are safe",
    { skip: noJuly },
    async () => {
      await invite("one@example.com");
      await invite("two@example.com");
      await stage.ask("owner", { path: group, headers: { "user-agent": "terraform/1" } });
      await stage.ask("owner", { path: group, headers: { "user-agent": "atlascli/2" } });
      const { html, text } = await visit(browser(), [
        "/rehearsal/sunset",
        /325 days until 1 July 2027/,
        /25 operations end, 34 more lose an old version/,
      ]);
      const [, breaks = "", safe = ""] =
        /Will break Safe terraform\/1 (\d+) (\d+) .*atlascli\/2 0 \d+ /.exec(text) ?? [];
      ok(Number(breaks) >= 2 && Number(safe) >= 1, text);
      match(text, /createGroupInvite POST \/api\/atlas\/v2\/groups\/32b6e34b3d91647abb20e7b8\/invites/);
      match(html, /href="\/docs\/addGroupUsers"/);
      match(html, /<pre class="code"[^>]*>[^<]*mongodbatlas_/);
      ok(!html.includes("<script> "));
    },
  );

  await t.test(
    "the report is saved as JSON, CSV and Markdown, of all clients or of one",
    { skip: noJuly },
    async () => {
      await invite("csv@example.com", "other/2");
      const file = (path: string) => browser().open(`/rehearsal/sunset/${path}`);
      const json = await file("json");
      match(json.headers["content-disposition"] ?? "", /attachment; filename="sunset\.json"/);
      ok(JSON.parse(json.html).findings.length >= 1);
      const csv = await file("csv?client=other%2F2");
      match(csv.headers["content-type"] ?? "", /^text\/csv/);
      match(
        csv.html,
        /^"operation","client","credential","organization".*\r\n"createGroupInvite","other\/2","API key orgowner"/,
      );
      match((await file("md")).html, /^## What ends on 1 July 2027/);
      equal((await file("exe")).to, "/rehearsal/sunset");
    },
  );

  await t.test(
    "after the jump the requests that were answered 410 are listed",
    { skip: noJuly },
    async () => {
      const visitor = browser();
      await visit(
        visitor,
        ["/rehearsal/sunset", { lacks: /Requests answered 410/ }],
        [clock, "preset", { preset: "2027-07-02" }],
      );
      equal((await invite("late@example.com", "late/1")).status, 410);
      await visit(visitor, [
        "/rehearsal/sunset",
        /Requests answered 410 .* 410 VERSION_GONE POST createGroupInvite late\/1 orgowner/,
        /late\/1 .*answered 410/,
      ]);
    },
  );

  await t.test("requests are filtered by client, status and operation", async () => {
    await invite("seen@example.com", "seen/1");
    await stage.ask("owner", { path: `${group}/none`, headers: { "user-agent": "lost/1" } });
    const rows = async (query: string) => {
      const { html } = await browser().open(`/rehearsal/requests?${query}`);
      return [...html.matchAll(/<a href="\/rehearsal\/requests\/\d+"[^>]*>([^<]*)</g)].map(([, row]) => row);
    };
    deepEqual(new Set(await rows("client=seen%2F1")), new Set(["POST createGroupInvite"]));
    equal((await rows("client=seen%2F1&status=2xx")).length, 1);
    deepEqual(await rows("client=lost%2F1&status=5xx"), []);
    deepEqual(await rows("client=seen%2F1&operation=getGroup"), []);
    await visit(browser(), ["/rehearsal/requests", /Asked for and not there .*none lost\/1/]);
  });

  await t.test("calls of what is only stored and shown are listed by client", async () => {
    const headers = { "user-agent": "tuning/1" };
    equal((await stage.ask("owner", { path: `${group}/managedSlowMs`, headers })).status, 200);
    const told = /Called, and only stored and shown .*getGroupManagedSlowMs tuning\/1 1 /;
    await visit(browser(), ["/rehearsal/requests", told]);
  });

  await t.test("a request is a command that sends it again, without its secrets", async () => {
    await invite("again@example.com", "again/1");
    const list = await browser().open("/rehearsal/requests?client=again%2F1&status=2xx");
    const path = /href="(\/rehearsal\/requests\/\d+)"/.exec(list.html)?.[1] ?? "";
    await visit(
      browser(),
      [
        path,
        /curl --include --request POST 'http:[^']+\/invites' \\ --digest --user "orgowner:\$PRIVATE_KEY"/,
        /--data '\{"username":"again@example\.com","roles":\["GROUP_READ_ONLY"\]\}'/,
      ],
      ["/rehearsal/requests/0", 404, /not kept any more/],
    );
  });

  await t.test(
    "faults are added from presets, and counted with those of the controls, and removed",
    async () => {
      const visitor = browser();
      const page = "/rehearsal/faults";
      await visit(visitor, [page, "preset", { preset: "unavailable" }, /The rule has been added\./]);
      equal((await invite("fault@example.com")).status, 503);
      equal((await invite("fault@example.com")).status, 200);
      const rules = [
        { methods: ["POST", "PUT", "PATCH", "DELETE"], status: 503, times: 1 },
        { operations: ["getGroup"], status: 500 },
      ];
      equal((await stage.send({ method: "PUT", path: "/_anteroom/v1/faults", body: rules })).status, 200);
      equal((await stage.ask("owner", { path: group })).status, 500);
      await visit(
        visitor,
        [
          page,
          /The next change gets 503 \{"methods":\["POST".*"times":1\} \d \d Remove \{"operations".* 1 1 Remove/,
        ],
        [page, "remove", { index: "1" }, /The rule has been removed/],
      );
      equal((await stage.ask("owner", { path: group })).status, 200);
      await visit(
        visitor,
        [page, "preset", { preset: "none" }, 400],
        [page, "clear", {}, /Nothing goes wrong on purpose/],
      );
      equal((await invite("fault2@example.com")).status, 200);
    },
  );

  await t.test("captured mail is found and read, and its link opens the invitation", async () => {
    await invite("guest@example.com");
    const visitor = browser();
    const { html } = await visit(visitor, [
      "/rehearsal/mail?q=GUEST",
      /guest@example\.com .*payments (now|\d+ \w+ ago) 1 message/,
    ]);
    const address = /href="(\/rehearsal\/mail\/[^"]+)"/.exec(html)?.[1] ?? "";
    const message = await visit(visitor, [address, /guest@example\.com/]);
    match(message.headers["content-security-policy"] ?? "", /frame-src 'self'/);
    const letter = await visit(visitor, [`${address}/html`, { html: /<base target="_blank">/ }]);
    match(letter.headers["content-security-policy"] ?? "", /^sandbox allow-popups/);
    await visit(
      visitor,
      [`${address}?as=text`, /\/invitations\//],
      [`${address}?as=source`, { html: /&lt;!doctype html>/ }],
    );
    const link = /href="(\/invitations\/[\w-]+)"/.exec(message.html)?.[1] ?? "";
    await visit(visitor, [link, 200, /payments/], ["/rehearsal/mail?q=nowhere", /Nothing matches/]);
  });

  await t.test("an invitation is declined beside its mail", async () => {
    await invite("answer@example.com");
    const visitor = browser();
    const { html } = await visitor.open("/rehearsal/mail?q=answer@");
    const address = /href="(\/rehearsal\/mail\/[^"]+)"/.exec(html)?.[1] ?? "";
    await visit(visitor, [address, "end", { ending: "decline" }, /has been declined/]);
    const { json } = await stage.ask("owner", { path: invites });
    ok(!JSON.stringify(json).includes("answer@example.com"));
    await visit(visitor, [address, { lacks: 'value="decline"' }]);
  });

  await t.test("404 for a message that is not there", async () => {
    await visit(
      browser(),
      ["/rehearsal/mail/none", 404, /This message does not exist/],
      ["/rehearsal/mail/none/html", { to: "/rehearsal/mail" }],
    );
  });

  await t.test("a snapshot is taken and restored, and everything is reset, after a question", async () => {
    const owner = browse(stage, "owner@example.com");
    const page = "/rehearsal/snapshots";
    const isThere = async () =>
      JSON.stringify((await stage.ask("owner", { path: invites })).json).includes("snap@example.com");
    await visit(owner, [page, "take", { name: "before <b>" }, /The snapshot before <b> has been taken/]);
    await invite("snap@example.com");
    equal(await isThere(), true);
    await visit(owner, [
      page,
      "restore",
      { name: "before <b>", confirm: "Restore?", act: "Restore" },
      /^Restore\?/,
    ]);
    equal(await isThere(), true);
    await visit(owner, [page, "restore", { name: "before <b>" }, /has been restored/]);
    equal(await isThere(), false);
    await visit(
      owner,
      ["/account", 200],
      [page, "restore", { name: "none" }, 400],
      [page, "take", { name: " " }, 400],
      [page, "reset", {}, /Everything has been reset to the seed/],
    );
    // The seed of a stage is planted later.
    equal(stage.rows("select id from orgs").length, 0);
  });

  await t.test("they speak Korean", async () => {
    await invite("korean@example.com");
    await visit(
      browser("ko"),
      ...(noJuly
        ? []
        : [["/rehearsal/sunset", /작업 25개가 종료되고, 34개는 이전 버전이 종료됩니다/] as const]),
      ["/rehearsal/mail", /캡처된 메일/],
    );
  });

  await t.test("403 for a form without the token of its page", async () => {
    const before = stage.clock.now();
    const body = "do=advance&amount=1&unit=days";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    equal((await stage.send({ method: "POST", path: clock, headers, body })).status, 403);
    equal(stage.clock.now(), before);
  });
});

test("mail that goes to a server is not shown", async (t) => {
  const stage = await startPages(t, { mailUrl: "smtp://127.0.0.1:9", mailFrom: "anteroom@example.com" });
  const { visit } = stage;
  await visit(
    openBrowser(stage),
    ["/rehearsal/mail", /Mail is sent through a server/],
    ["/rehearsal/mail/1", 404],
  );
});

test("404 for pages of a rehearsal in earnest", async (t) => {
  const server = await startProcess(t, ["serve", "--data", createFolder(t), "--port", "0"], {
    ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642",
  });
  const statuses = await Promise.all(pages.map(async (path) => (await send(server.url, { path })).status));
  deepEqual(new Set(statuses), new Set([404]));
  const signIn = await send(server.url, { path: "/sign-in" });
  equal(signIn.status, 200);
  ok(!signIn.text.includes("/rehearsal"));
  ok(!signIn.text.includes('class="strip"'));
});
