// Tests the keyboard in a real browser: the search over everything, the rows of a list, and the first page of a rehearsal.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Page } from "playwright-core";
import { en } from "../../../src/console/words/index.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { peopledSeed } from "../../support/people.ts";
import { startStage } from "../../support/stage.ts";
import { account, ids, invited } from "../../support/world.ts";
import { openWindow, press, sees } from "../support/browser.ts";

const owner = "owner@example.com";
const list = `/projects/${ids.group}/people`;
const size = { viewport: { width: 1280, height: 800 } };

test("keys for hands", { skip: browserSkipReason, timeout: 240_000 }, async (t) => {
  const stage = await startStage(t, { seed: peopledSeed });
  const browser = await startChromium(t);
  const enter = async (t: TestContext, path: string, options: object = {}) => {
    const page = await openWindow(t, browser, stage, { as: owner, ...size, ...options });
    await page.goto(path);
    return page;
  };
  const focused = (page: Page) => page.locator(":focus");
  const hits = (page: Page) => page.getByRole("dialog").locator("#hits a");

  await t.test("Ctrl+K finds a person, and Enter leads to the page", async (t) => {
    const page = await enter(t, list);
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: en.search.title }).waitFor();
    await page.keyboard.type("ada exam");
    await sees(page.getByRole("dialog"), "Ada Example");
    // The list behind it stays, and so does the address of the page.
    equal(new URL(page.url()).pathname, list);
    ok((await page.locator("#rows tr").count()) > 0);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/orgs\/\w+\/people\/\w+$/);
    match((await page.locator("h1").textContent()) ?? "", /Ada Example/);
  });

  await t.test("Enter right after typing leads to what was typed", async (t) => {
    const page = await enter(t, list);
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").locator("#hits a").first().waitFor();
    await page.keyboard.insertText("ada exam");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/orgs\/\w+\/people\/\w+$/);
  });

  await t.test(
    "an id, an address and a client id lead to their pages; arrows go through what is found",
    async (t) => {
      for (const [text, pathname] of [
        [ids.invite, `/projects/${ids.group}/invitations/${ids.invite}`],
        [ids.team, `/orgs/${ids.org}/teams/${ids.team}`],
        [invited, `/projects/${ids.group}/invitations/${ids.invite}`],
        [account.clientId, `/orgs/${ids.org}/service-accounts/${account.clientId}`],
        ["remove someone", /^\/docs\/remove\w+User$/],
      ] as const) {
        const page = await enter(t, "/");
        await page.keyboard.press("Control+k");
        await page.getByRole("dialog").waitFor();
        await page.keyboard.insertText(text);
        await page.waitForFunction((wanted) => {
          const first = document.querySelector("dialog #hits a");
          return first !== null && first.getAttribute("href") !== wanted;
        }, "/");
        await page.keyboard.press("ArrowDown");
        const href = (await focused(page).getAttribute("href")) ?? "";
        if (typeof pathname === "string") equal(href, pathname);
        else match(href, /^\/docs\//);
        await page.keyboard.press("ArrowUp");
        equal(await focused(page).getAttribute("type"), "search");
        if (typeof pathname !== "string") {
          const all = await hits(page).evaluateAll((links) =>
            links.map((link) => link.getAttribute("href") ?? ""),
          );
          ok(
            all.some((each) => pathname.test(each)),
            all.join(),
          );
          continue;
        }
        await page.keyboard.press("Enter");
        await page.waitForURL((url) => url.pathname === pathname);
      }
    },
  );

  await t.test("without script the search is a page, and an id leads on at once", async (t) => {
    const page = await enter(t, list, { javaScriptEnabled: false });
    await page.getByRole("link", { name: en.search.title }).click();
    await page.getByRole("searchbox").fill("core");
    await press(page, en.lists.find);
    await page.waitForURL((url) => url.pathname === `/orgs/${ids.org}/teams/${ids.team}`);
    await page.goto("/search?q=payments");
    match((await page.locator("#hits").textContent()) ?? "", /Projects\s*payments/);
  });

  await t.test("j, k, x and Enter go through a list, and do nothing in a field", async (t) => {
    const page = await enter(t, `/orgs/${ids.org}/people`);
    const row = async () => (await focused(page).locator("xpath=ancestor::tr").getAttribute("id")) ?? "";
    const rows = await page.locator("#rows tr").evaluateAll((all) => all.map((each) => each.id));
    await page.keyboard.press("j");
    equal(await row(), rows[0]);
    await page.keyboard.press("j");
    equal(await row(), rows[1]);
    await page.keyboard.press("k");
    equal(await row(), rows[0]);
    ok(await focused(page).evaluate((each) => each.matches(":focus-visible")));
    await page.keyboard.press("x");
    deepEqual(
      await page
        .locator("#rows input:checked")
        .evaluateAll((all) => all.map((each) => each.closest("tr")?.id)),
      [rows[0]],
    );
    await page.keyboard.press("x");
    equal(await page.locator("#rows input:checked").count(), 0);
    const field = page.locator("main input[type=search]");
    await page.keyboard.press("/");
    await page.keyboard.type("jkx?");
    equal(await field.inputValue(), "jkx?");
    equal(await page.getByRole("dialog").count(), 0);
    await page.goto(`/orgs/${ids.org}/people`);
    await page.keyboard.press("j");
    const href = await focused(page).getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === href);
  });

  await t.test("? shows the keys", async (t) => {
    const page = await enter(t, list);
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: en.search.keys.title });
    match((await dialog.textContent()) ?? "", /Ctrl K.*j {2}k.*\?/);
  });

  await t.test(
    "the first page waits for the first request, and shows it; one press leads to it",
    async (t) => {
      const page = await enter(t, "/");
      await sees(page, en.home.rehearsal.waiting);
      match(
        (await page.locator("#curl").textContent()) ?? "",
        new RegExp(`PUBLIC_KEY=orgowner[^]*${ids.group}`),
      );
      const names = Object.values(en.home.rehearsal.guideNames);
      for (const name of names) equal(await page.getByRole("link", { name, exact: true }).count(), 1, name);
      await stage.ask("elsewhere", { path: `/api/atlas/v2/groups/${ids.group}` });
      const request = page.locator("#now").getByRole("link", { name: "getGroup" });
      await request.waitFor();
      match((await page.locator("#now li").first().textContent()) ?? "", /403/);
      await request.click();
      await page.getByRole("dialog").waitFor();
      match((await page.getByRole("dialog").textContent()) ?? "", /403/);
    },
  );
});
