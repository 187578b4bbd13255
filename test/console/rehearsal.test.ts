// The pages of a rehearsal: the clock, the calls that will end, and the mail that was not sent.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { openBrowser } from "../support/console.ts";
import { startProcess } from "../support/process.ts";
import { startStage } from "../support/stage.ts";
import { createFolder } from "../support/storage.ts";
import { ids, send } from "../support/world.ts";

const invites = `/api/atlas/v2/groups/${ids.group}/invites`;
const pages = ["/rehearsal", "/rehearsal/mail", "/rehearsal/mail/1"];

test("pages of a rehearsal", async (t) => {
  const stage = await startStage(t);
  const browser = () => openBrowser(stage);
  const invite = (username: string) =>
    stage.ask("owner", {
      method: "POST",
      path: invites,
      headers: { "user-agent": "terraform/1 <script>" },
      body: { username, roles: ["GROUP_READ_ONLY"] },
    });

  await t.test("the clock is set, moved and freed, without signing in", async () => {
    const visitor = browser();
    const set = await visitor.send("/rehearsal", "set", { now: "2027-06-30T23:00" });
    match(set.text, /The clock has been set\. .*It is 2027-06-30 23:00 UTC \./);
    match(set.text, /From 2027-07-01 on, \d+ operations will answer 410/);
    equal((await stage.ask("owner", { path: invites })).status, 200);

    const moved = await visitor.send("/rehearsal", "advance", { amount: "1", unit: "hours" });
    match(moved.text, /The clock has been moved\. .*It is 2027-07-01 00:00 UTC \./);
    match(moved.text, /Since 2027-07-01, \d+ operations answer 410/);
    equal((await stage.ask("owner", { path: invites })).status, 410);

    await visitor.send("/rehearsal", "advance", { amount: "2", unit: "weeks" });
    equal(stage.clock.now(), "2027-07-15T00:00:00.000Z");
    match((await visitor.send("/rehearsal", "free")).text, /The clock is running\./);
    ok(Math.abs(Date.parse(stage.clock.now()) - Date.now()) < 60_000);
  });

  await t.test("400 for what is no instant and no duration", async () => {
    const before = stage.clock.now();
    const wrong = [
      ["set", { now: "tomorrow" }, /Enter a date and a time/],
      ["set", { now: "2027-13-01T00:00" }, /Enter a date and a time/],
      ["advance", { amount: "-1", unit: "days" }, /Enter a whole number/],
      ["advance", { amount: "1.5", unit: "days" }, /Enter a whole number/],
      ["advance", { amount: "1", unit: "toString" }, /Enter a whole number/],
    ] as const;
    for (const [form, fields, sentence] of wrong) {
      const { status, text } = await browser().send("/rehearsal", form, fields);
      equal(status, 400);
      match(text, sentence);
    }
    equal(stage.clock.now(), before);
  });

  await t.test("deprecated calls are listed by client with what to call instead", async () => {
    await invite("one@example.com");
    await invite("two@example.com");
    const { html, text } = await browser().open("/rehearsal");
    match(text, /createGroupInvite terraform\/1 <script> \d+ 2026-08-10 03:04 UTC 2027-07-01 addGroupUsers/);
    ok(!html.includes("<script> "));
  });

  await t.test("captured mail is read, and its link opens the invitation", async () => {
    await invite("guest@example.com");
    const visitor = browser();
    const { text, html } = await visitor.open("/rehearsal/mail");
    match(text, /payments guest@example\.com 2026-08-10 03:04 UTC/);
    const address = /href="(\/rehearsal\/mail\/[^"]+)"/.exec(html)?.[1] ?? "";
    const message = await visitor.open(address);
    match(message.text, /guest@example\.com/);
    const link = /<a href="(\/invitations\/[\w-]+)">http:/.exec(message.html)?.[1] ?? "";
    const invitation = await visitor.open(link);
    equal(invitation.status, 200);
    match(invitation.text, /payments/);
  });

  await t.test("404 for a message that is not there", async () => {
    const { status, text } = await browser().open("/rehearsal/mail/none");
    equal(status, 404);
    match(text, /This message does not exist/);
  });

  await t.test("403 for a form without the token of its page", async () => {
    const before = stage.clock.now();
    const body = "do=advance&amount=1&unit=days";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    equal((await stage.send({ method: "POST", path: "/rehearsal", headers, body })).status, 403);
    equal(stage.clock.now(), before);
  });
});

test("mail that goes to a server is not shown", async (t) => {
  const stage = await startStage(t, { mailUrl: "smtp://127.0.0.1:9", mailFrom: "anteroom@example.com" });
  match(
    (await openBrowser(stage).open("/rehearsal")).text,
    /Mail is sent through a server and is not captured\./,
  );
  match((await openBrowser(stage).open("/rehearsal/mail")).text, /Mail is sent through a server/);
});

test("404 for pages of a rehearsal in earnest", async (t) => {
  const server = await startProcess(t, ["serve", "--data", createFolder(t), "--port", "0"], {
    ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642",
  });
  const statuses = await Promise.all(pages.map(async (path) => (await send(server.url, { path })).status));
  deepEqual(statuses, [404, 404, 404]);
  const signIn = await send(server.url, { path: "/sign-in" });
  equal(signIn.status, 200);
  ok(!signIn.text.includes("/rehearsal"));
});
