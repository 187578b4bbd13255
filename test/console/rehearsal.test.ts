// The pages of a rehearsal: what ends and for whom, the clock, requests, faults, mail that was not sent, and snapshots.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { browse, openBrowser } from "../support/console.ts";
import { startProcess } from "../support/process.ts";
import { startStage } from "../support/stage.ts";
import { createFolder } from "../support/storage.ts";
import { ids, send } from "../support/world.ts";

const invites = `/api/atlas/v2/groups/${ids.group}/invites`;
const group = `/api/atlas/v2/groups/${ids.group}`;
const clock = "/rehearsal/clock";
const places = ["sunset", "clock", "requests", "faults", "mail", "snapshots"];
const pages = ["/rehearsal", ...places.map((place) => `/rehearsal/${place}`), "/rehearsal/mail/1"];

test("pages of a rehearsal", async (t) => {
  const stage = await startStage(t);
  const browser = (language?: string) => openBrowser(stage, language);
  const invite = (username: string, userAgent = "terraform/1 <script>") =>
    stage.ask("owner", {
      method: "POST",
      path: invites,
      headers: { "user-agent": userAgent },
      body: { username, roles: ["GROUP_READ_ONLY"] },
    });

  await t.test("the first leads to the sunset, and each to the others", async () => {
    equal((await browser().open("/rehearsal")).to, "/rehearsal/sunset");
    for (const place of places) {
      const { status, html } = await browser().open(`/rehearsal/${place}`);
      equal(status, 200);
      for (const other of places) ok(html.includes(`href="/rehearsal/${other}"`), `${place} to ${other}`);
      ok(html.includes(`href="/rehearsal/${place}" aria-current="page"`), place);
    }
  });

  await t.test("the clock is set, moved and freed, without signing in", async () => {
    const visitor = browser();
    const set = await visitor.send(clock, "set", { now: "2027-06-30T23:00" });
    match(set.text, /The clock is frozen at the new time\. .*2027-06-30 23:00 UTC .*Frozen/);
    equal((await stage.ask("owner", { path: invites })).status, 200);

    const moved = await visitor.send(clock, "advance", { amount: "1", unit: "hours" });
    match(moved.text, /The clock has been moved\. .*2027-07-01 00:00 UTC/);
    equal((await stage.ask("owner", { path: invites })).status, 410);

    await visitor.send(clock, "advance", { amount: "2", unit: "weeks" });
    equal(stage.clock.now(), "2027-07-15T00:00:00.000Z");
    match((await visitor.send(clock, "free")).text, /The clock is back at real time\..*Real time/);
    ok(Math.abs(Date.parse(stage.clock.now()) - Date.now()) < 60_000);
    match((await visitor.send(clock, "advance", { amount: "1", unit: "days" })).text, /Moved It was moved/);
  });

  await t.test("presets freeze or move it, and lead back to where they were", async () => {
    const visitor = browser();
    const jumped = await visitor.send(clock, "preset", { preset: "2027-07-02", back: "/rehearsal/sunset" });
    equal(stage.clock.now(), "2027-07-02T00:00:00.000Z");
    match(jumped.text, /1 day since 1 July 2027/);
    await visitor.send(clock, "preset", { preset: "P31D" });
    equal(stage.clock.now(), "2027-08-02T00:00:00.000Z");
    // To the home page, which wants somebody signed in.
    equal((await visitor.send(clock, "free", { back: "//example.com" })).to, "/sign-in?next=%2F");
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
      const { status, text } = await browser().send(clock, form, fields);
      equal(status, 400);
      match(text, sentence);
    }
    equal(stage.clock.now(), before);
  });

  await t.test("who sets the clock stays signed in, and every page says that it is not today", async () => {
    const owner = browse(stage, "owner@example.com");
    const strip = /<aside class="strip"[\s\S]*?2027-07-02 00:00 UTC[\s\S]*?Frozen[\s\S]*?Back to today/;
    await owner.send(clock, "preset", { preset: "2027-07-02" });
    const people = await owner.open(`/projects/${ids.group}/people`);
    equal(people.status, 200);
    match(people.html, strip);
    match((await browser().open("/sign-in")).html, strip);
    await owner.send(clock, "free");
    const today = await owner.open("/");
    equal(today.status, 200);
    ok(!today.html.includes('class="strip"'));
  });

  await t.test("the sunset counts days, clients that break and those that are safe", async () => {
    await invite("one@example.com");
    await invite("two@example.com");
    await stage.ask("owner", { path: group, headers: { "user-agent": "terraform/1" } });
    await stage.ask("owner", { path: group, headers: { "user-agent": "atlascli/2" } });
    const { html, text } = await browser().open("/rehearsal/sunset");
    match(text, /325 days until 1 July 2027/);
    match(text, /25 operations end, 34 more lose an old version/);
    const [, breaks = "", safe = ""] =
      /Will break Safe terraform\/1 (\d+) (\d+) .*atlascli\/2 0 \d+ /.exec(text) ?? [];
    ok(Number(breaks) >= 2 && Number(safe) >= 1, text);
    match(text, /createGroupInvite POST \/api\/atlas\/v2\/groups\/32b6e34b3d91647abb20e7b8\/invites/);
    match(html, /href="\/docs\/addGroupUsers"/);
    match(html, /<pre class="code"[^>]*>[^<]*mongodbatlas_/);
    ok(!html.includes("<script> "));
  });

  await t.test("the report is saved as JSON, CSV and Markdown, of all clients or of one", async () => {
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
  });

  await t.test("after the jump the requests that were answered 410 are listed", async () => {
    const visitor = browser();
    const before = await visitor.open("/rehearsal/sunset");
    ok(!before.text.includes("Requests answered 410"));
    await visitor.send(clock, "preset", { preset: "2027-07-02" });
    equal((await invite("late@example.com", "late/1")).status, 410);
    const { text } = await visitor.open("/rehearsal/sunset");
    match(text, /Requests answered 410 .* 410 VERSION_GONE POST createGroupInvite late\/1 orgowner/);
    match(text, /late\/1 .*answered 410/);
  });

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
    match((await browser().open("/rehearsal/requests")).text, /Asked for and not there .*none lost\/1/);
  });

  await t.test("a request is a command that sends it again, without its secrets", async () => {
    await invite("again@example.com", "again/1");
    const list = await browser().open("/rehearsal/requests?client=again%2F1&status=2xx");
    const path = /href="(\/rehearsal\/requests\/\d+)"/.exec(list.html)?.[1] ?? "";
    const { text } = await browser().open(path);
    match(
      text,
      /curl --include --request POST 'http:[^']+\/invites' \\ --digest --user "orgowner:\$PRIVATE_KEY"/,
    );
    match(text, /--data '\{"username":"again@example\.com","roles":\["GROUP_READ_ONLY"\]\}'/);
    const none = await browser().open("/rehearsal/requests/0");
    equal(none.status, 404);
    match(none.text, /not kept any more/);
  });

  await t.test(
    "faults are added from presets, and counted with those of the controls, and removed",
    async () => {
      const visitor = browser();
      const page = "/rehearsal/faults";
      const added = await visitor.send(page, "preset", { preset: "unavailable" });
      match(added.text, /The rule has been added\./);
      equal((await invite("fault@example.com")).status, 503);
      equal((await invite("fault@example.com")).status, 200);
      const rules = [
        { methods: ["POST", "PUT", "PATCH", "DELETE"], status: 503, times: 1 },
        { operations: ["getGroup"], status: 500 },
      ];
      equal((await stage.send({ method: "PUT", path: "/_anteroom/v1/faults", body: rules })).status, 200);
      equal((await stage.ask("owner", { path: group })).status, 500);
      match(
        (await visitor.open(page)).text,
        /The next change gets 503 \{"methods":\["POST".*"times":1\} \d \d Remove \{"operations".* 1 1 Remove/,
      );
      match((await visitor.send(page, "remove", { index: "1" })).text, /The rule has been removed/);
      equal((await stage.ask("owner", { path: group })).status, 200);
      equal((await visitor.send(page, "preset", { preset: "none" })).status, 400);
      match((await visitor.send(page, "clear")).text, /Nothing goes wrong on purpose/);
      equal((await invite("fault2@example.com")).status, 200);
    },
  );

  await t.test("captured mail is found and read, and its link opens the invitation", async () => {
    await invite("guest@example.com");
    const visitor = browser();
    const { text, html } = await visitor.open("/rehearsal/mail?q=GUEST");
    match(text, /guest@example\.com .*payments (now|\d+ \w+ ago) 1 message/);
    const address = /href="(\/rehearsal\/mail\/[^"]+)"/.exec(html)?.[1] ?? "";
    const message = await visitor.open(address);
    match(message.text, /guest@example\.com/);
    match(message.headers["content-security-policy"] ?? "", /frame-src 'self'/);
    const letter = await visitor.open(`${address}/html`);
    match(letter.html, /<base target="_blank">/);
    match(letter.headers["content-security-policy"] ?? "", /^sandbox allow-popups/);
    match((await visitor.open(`${address}?as=text`)).text, /\/invitations\//);
    match((await visitor.open(`${address}?as=source`)).html, /&lt;!doctype html>/);
    const link = /href="(\/invitations\/[\w-]+)"/.exec(message.html)?.[1] ?? "";
    const invitation = await visitor.open(link);
    equal(invitation.status, 200);
    match(invitation.text, /payments/);
    match((await visitor.open("/rehearsal/mail?q=nowhere")).text, /Nothing matches/);
  });

  await t.test("an invitation is declined beside its mail", async () => {
    await invite("answer@example.com");
    const visitor = browser();
    const { html } = await visitor.open("/rehearsal/mail?q=answer@");
    const address = /href="(\/rehearsal\/mail\/[^"]+)"/.exec(html)?.[1] ?? "";
    match((await visitor.send(address, "end", { ending: "decline" })).text, /has been declined/);
    const { json } = await stage.ask("owner", { path: invites });
    ok(!JSON.stringify(json).includes("answer@example.com"));
    ok(!(await visitor.open(address)).html.includes('value="decline"'));
  });

  await t.test("404 for a message that is not there", async () => {
    const { status, text } = await browser().open("/rehearsal/mail/none");
    equal(status, 404);
    match(text, /This message does not exist/);
    equal((await browser().open("/rehearsal/mail/none/html")).to, "/rehearsal/mail");
  });

  await t.test("a snapshot is taken and restored, and everything is reset, after a question", async () => {
    const owner = browse(stage, "owner@example.com");
    const page = "/rehearsal/snapshots";
    const isThere = async () =>
      JSON.stringify((await stage.ask("owner", { path: invites })).json).includes("snap@example.com");
    match(
      (await owner.send(page, "take", { name: "before <b>" })).text,
      /The snapshot before <b> has been taken/,
    );
    await invite("snap@example.com");
    equal(await isThere(), true);
    const asked = await owner.send(page, "restore", {
      name: "before <b>",
      confirm: "Restore?",
      act: "Restore",
    });
    match(asked.text, /^Restore\?/);
    equal(await isThere(), true);
    match((await owner.send(page, "restore", { name: "before <b>" })).text, /has been restored/);
    equal(await isThere(), false);
    equal((await owner.open("/account")).status, 200);
    equal((await owner.send(page, "restore", { name: "none" })).status, 400);
    equal((await owner.send(page, "take", { name: " " })).status, 400);
    match((await owner.send(page, "reset")).text, /Everything has been reset to the seed/);
    // The seed of a stage is planted later.
    equal(stage.rows("select id from orgs").length, 0);
  });

  await t.test("they speak Korean", async () => {
    await invite("korean@example.com");
    const { text } = await browser("ko").open("/rehearsal/sunset");
    match(text, /작업 25개가 종료되고, 34개는 이전 버전이 종료됩니다/);
    match((await browser("ko").open("/rehearsal/mail")).text, /캡처된 메일/);
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
  const stage = await startStage(t, { mailUrl: "smtp://127.0.0.1:9", mailFrom: "anteroom@example.com" });
  match((await openBrowser(stage).open("/rehearsal/mail")).text, /Mail is sent through a server/);
  equal((await openBrowser(stage).open("/rehearsal/mail/1")).status, 404);
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
