// Signing in and out, the way back for a person who forgot the password, and what a browser remembers, in a real browser.
import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { en, ko } from "../../../src/console/words/index.ts";
import { languages } from "../../../src/core/contract/languages.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { openInbox } from "../../support/inbox.ts";
import { startPostOffice } from "../../support/mail.ts";
import { peopledSeed } from "../../support/people.ts";
import { startStage } from "../../support/stage.ts";
import { ids } from "../../support/world.ts";
import { enterPassword, fill, isAt, openWindow, press, sees } from "../support/browser.ts";

const owner = "owner@example.com";
const member = "member@example.com";
const other = "other@example.com";

const refused = "Wrong e-mail address or password.";

test("signing in", { skip: browserSkipReason, timeout: 240_000 }, async (t) => {
  const office = await startPostOffice(t);
  const stage = await startStage(t, {
    seed: peopledSeed,
    mailUrl: office.url,
    mailFrom: "Anteroom <no-reply@example.com>",
  });
  const browser = await startChromium(t);
  const inbox = openInbox(office);
  const open = (t: TestContext, options?: Parameters<typeof openWindow>[3]) =>
    openWindow(t, browser, stage, options);
  const sessions = () => stage.rows("select * from sessions").length;

  await t.test("leads to one's projects, and signing out ends the session", async (t) => {
    const page = await open(t);
    await page.goto("/");
    await isAt(page, "/sign-in?next=%2F");
    await enterPassword(page, owner);
    await isAt(page, "/");
    await page.getByRole("link", { name: "payments", exact: true }).waitFor();
    equal(sessions(), 1);
    const kept = await page.context().cookies();
    deepEqual(
      kept.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite })),
      ["anteroom_form", "anteroom_session", "anteroom_device"].map((name) => ({
        name,
        httpOnly: true,
        sameSite: "Lax",
      })),
    );

    await press(page, en.layout.menuOf(owner));
    await press(page, en.layout.signOut);
    await isAt(page, "/sign-in");
    equal(sessions(), 0);
    await page.goBack();
    await isAt(page, "/sign-in?next=%2F");
    // Not even the cookie of then lets anybody in again.
    await page.context().addCookies(kept);
    await page.goto("/");
    await isAt(page, "/sign-in?next=%2F");
  });

  await t.test("refused with a wrong password; the address stays, the password does not", async (t) => {
    const page = await open(t);
    await page.goto("/sign-in");
    await enterPassword(page, owner, "a staple of donkeys");
    await sees(page.getByRole("alert"), refused);
    equal(await page.getByLabel(en.signIn.address).inputValue(), owner);
    equal(await page.getByLabel(en.signIn.password).inputValue(), "");
    equal(sessions(), 0);
  });

  await t.test("leads back to the page that was asked for, and never to another site", async (t) => {
    const page = await open(t);
    const asked = `/projects/${ids.group}/people?ended`;
    await page.goto(asked);
    await enterPassword(page, owner);
    await isAt(page, asked);
    await page.goto("/sign-in?next=//example.org/");
    await isAt(page, "/");
    equal(new URL(page.url()).origin, stage.url);
  });

  await t.test("signing out everywhere ends every browser's session, and nobody else's", async (t) => {
    const [here, there, theirs] = [await open(t), await open(t), await open(t, { as: other })];
    for (const page of [here, there]) {
      await page.goto("/account");
      await enterPassword(page, member);
      await isAt(page, "/account");
    }
    equal(sessions(), 3);
    here.on("dialog", (dialog) => void dialog.accept());
    await press(here, en.account.everywhere);
    await isAt(here, "/sign-in");
    equal(sessions(), 1);
    await there.reload();
    await isAt(there, "/sign-in?next=%2Faccount");
    await theirs.goto("/account");
    equal(await theirs.locator(".who small").textContent(), other);
  });

  await t.test(
    "forgotten: the link of a message sets another password, once; the old one is refused",
    async (t) => {
      const page = await open(t);
      const elsewhere = await open(t, { as: other });
      await page.goto("/sign-in");
      await page.getByRole("link", { name: en.signIn.forgot }).click();
      await fill(page, en.signIn.address, other);
      await press(page, en.forgot.submit);
      await page.getByRole("heading", { name: en.forgot.sentTitle }).waitFor();
      const { link } = await inbox.next(other);
      match(link, /\/reset-password\//);

      await page.goto(link);
      await fill(page, en.reset.password, "short");
      await press(page, en.reset.submit);
      await page.getByRole("alert").waitFor();
      await fill(page, en.reset.password, "eleven quiet badgers");
      await press(page, en.reset.submit);
      await sees(page.getByRole("status"), en.reset.done);
      await enterPassword(page, other);
      await sees(page.getByRole("alert"), refused);
      await enterPassword(page, other, "eleven quiet badgers");
      await isAt(page, "/");
      // Who was signed in with the old password is not any more.
      await elsewhere.goto("/account");
      await isAt(elsewhere, "/sign-in?next=%2Faccount");

      const again = await open(t);
      await again.goto(link);
      await again.getByRole("heading", { name: en.reset.goneTitle }).waitFor();
      await sees(again.getByRole("alert"), en.refusals.PASSWORD_LINK_NOT_FOUND ?? "");
      await page.goto("/account");
      equal(await page.locator(".who small").textContent(), other);
    },
  );

  await t.test("forgotten by nobody: the page says the same, and no message is sent", async (t) => {
    const page = await open(t);
    await page.goto("/forgot-password");
    await fill(page, en.signIn.address, "nobody@example.com");
    await press(page, en.forgot.submit);
    await sees(page.getByRole("status"), en.forgot.sent);
    deepEqual(stage.rows("select * from outbox"), []);
  });

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? "with" : "without";
    await t.test(`language and appearance stay as they were chosen, ${how} script`, async (t) => {
      const page = await open(t, { javaScriptEnabled, colorScheme: "light" });
      const choose = async (menu: string, choice: string) => {
        await press(page, menu);
        await press(page, choice);
      };
      const ground = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
      await page.goto("/forgot-password?sent");
      const bright = await ground();
      await choose(en.layout.preferences, languages.ko);
      await page.getByRole("heading", { name: ko.forgot.sentTitle }).waitFor();
      equal(page.url(), `${stage.url}/forgot-password?sent`);
      await choose(ko.layout.preferences, ko.layout.themes.dark);
      await page.locator("html[data-theme=dark]").waitFor();
      notEqual(await ground(), bright);

      const next = await page.context().newPage();
      await next.goto("/sign-in");
      await next.getByRole("heading", { name: ko.layout.signIn }).waitFor();
      equal(await next.locator("html").getAttribute("lang"), "ko");
      equal(await next.locator("html").getAttribute("data-theme"), "dark");
    });
  }

  await t.test("a browser that prefers Korean, or the dark, gets it unasked", async (t) => {
    const page = await open(t, { locale: "ko-KR", colorScheme: "dark" });
    await page.goto("/sign-in");
    await page.getByRole("heading", { name: ko.layout.signIn }).waitFor();
    const scheme = await page.evaluate("getComputedStyle(document.documentElement).colorScheme");
    equal(scheme, "dark");
  });
});
