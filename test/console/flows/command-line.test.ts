// Signing a command line in, in a real browser: without script, by the keyboard alone, and by way of the sign-in page.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { en, ko } from "../../../src/console/words/index.ts";
import { base, getToken, printedCode, requestCode, userAgent } from "../../support/atlas-cli.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { password, peopledSeed } from "../../support/people.ts";
import { startStage } from "../../support/stage.ts";
import { send } from "../../support/world.ts";
import { fill, openWindow, press, reach, sees } from "../support/browser.ts";

const owner = "owner@example.com";
const words = en.commandLine;

test("signing a command line in", { skip: browserSkipReason, timeout: 240_000 }, async (t) => {
  const stage = await startStage(t, { seed: peopledSeed });
  const browser = await startChromium(t);
  const facts = async (page: Page) => [
    await page.locator("main dt").allTextContents(),
    await page.locator("main dd").allTextContents(),
  ];

  await t.test("leads over the sign-in page to the code, the question and the answer", async (t) => {
    const page = await openWindow(t, browser, stage, { javaScriptEnabled: false });
    const { json } = await requestCode(stage);
    await page.goto(json.verification_uri);
    ok(page.url().endsWith("/sign-in?next=%2Faccount%2Fconnect"), page.url());
    await reach(page, en.signIn.address);
    await page.keyboard.type(owner);
    await reach(page, en.signIn.password);
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: words.title }).waitFor();
    equal(page.url(), json.verification_uri);

    await reach(page, words.code);
    await page.keyboard.type(printedCode(json).toLowerCase());
    await page.keyboard.press("Enter");
    await page.getByText(printedCode(json), { exact: true }).waitFor();
    // Nobody can be sent a link that has the code in it.
    equal(page.url(), json.verification_uri);
    const [names, values] = await facts(page);
    deepEqual(names, [words.client, words.agent, words.from, words.asked, words.as, words.may]);
    deepEqual(values, ["Atlas CLI", userAgent, "127.0.0.1", "2026-08-10 03:04 UTC", owner, words.mayAll]);

    await reach(page, words.confirm);
    await page.keyboard.press("Enter");
    await sees(page, words.connected);
    const token = (await getToken(stage, json.device_code)).json.access_token;
    equal((await stage.bearing(token, { path: "/api/atlas/v2/groups" })).status, 200);

    await page.goto("/account");
    await press(page, en.account.commandLines.signOutOf("Atlas CLI", "127.0.0.1"));
    await sees(page, en.account.commandLines.signedOut);
    await sees(page, en.account.commandLines.none);
    equal((await stage.bearing(token, { path: "/api/atlas/v2/groups" })).status, 401);
  });

  await t.test("ends where it is denied, in Korean", async (t) => {
    const page = await openWindow(t, browser, stage, { as: owner, locale: "ko-KR" });
    const { json } = await requestCode(stage);
    await page.goto("/account/connect");
    await fill(page, ko.commandLine.code, printedCode(json));
    await press(page, ko.commandLine.submit);
    await sees(page, ko.commandLine.beware);
    await press(page, ko.commandLine.deny);
    await sees(page, ko.commandLine.denied);
    equal((await getToken(stage, json.device_code)).json.errorCode, "DEVICE_AUTHORIZATION_DENIED");
  });

  await t.test("says that a code is not known, and keeps what was typed", async (t) => {
    const page = await openWindow(t, browser, stage, { as: owner });
    await page.goto("/account/connect");
    await fill(page, words.code, "BBBB-BBBB");
    await press(page, words.submit);
    await sees(page, en.refusals.DEVICE_CODE_NOT_FOUND ?? "");
    equal(await page.getByLabel(words.code).inputValue(), "BBBB-BBBB");
  });

  await t.test("shows what a program says of itself as text, and that it is elsewhere", async (t) => {
    const stage = await startStage(t, { seed: peopledSeed, trustProxy: 1 });
    const name = `<img src=x onerror="alert(1)">&`;
    const { json } = await send(stage.url, {
      method: "POST",
      path: `${base}/authorize`,
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "user-agent": name,
        "x-forwarded-for": "192.0.2.7",
      },
      body: new URLSearchParams({ client_id: name }).toString(),
    });
    await stage.snapshot.take("seed");
    const page = await openWindow(t, browser, stage, { as: owner });
    await page.goto("/account/connect");
    await fill(page, words.code, printedCode(json));
    await press(page, words.submit);
    const [, values = []] = await facts(page);
    deepEqual(values.slice(0, 3), [name, name, `192.0.2.7${words.elsewhere}`]);
  });
});
