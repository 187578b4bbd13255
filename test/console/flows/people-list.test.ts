// Lists of people can be read: no name is cut, whatever the window, and the heads stay in sight.
import { deepEqual, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { createAnteroom } from "../../../src/testing/embedded.ts";
import { big, bigNow, bigSeed, liveBig } from "../../support/big-world.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { signIn } from "../support/browser.ts";

const lists = [`/projects/${big.group}/people`, `/orgs/${big.org}/people?status=ALL&size=100`];

test("lists of people", { skip: browserSkipReason, timeout: 180_000 }, async (t) => {
  await using anteroom = await createAnteroom({ seed: bigSeed, now: bigNow });
  await liveBig(anteroom);
  const chromium = await startChromium(t);
  const storageState = { cookies: await signIn(chromium, anteroom.url, big.owner), origins: [] };
  const open = async (t: TestContext, width: number) => {
    const window = await chromium.newContext({
      baseURL: anteroom.url,
      storageState,
      viewport: { width, height: 800 },
    });
    t.after(() => window.close());
    return window.newPage();
  };

  for (const width of [1024, 1280, 1440]) {
    await t.test(`cut no name and no address at ${width} pixels`, async (t) => {
      const page = await open(t, width);
      for (const path of lists) {
        await page.goto(path);
        const { cut, rows, high } = await page.evaluate(() => {
          const cells = [...document.querySelectorAll("tbody th, tbody th > *")];
          const heights = [...document.querySelectorAll("tbody tr")].map((row) => row.clientHeight);
          return {
            cut: cells.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent),
            rows: heights.length,
            high: heights.filter((height) => height > 44).length,
          };
        });
        t.diagnostic(`${path}: ${cut.length} of ${rows} cut, ${high} higher than a line`);
        ok(rows >= 50);
        deepEqual(cut, []);
      }
    });
  }

  await t.test("begin with those of today, by what one reads, under heads that stay", async (t) => {
    const page = await open(t, 1280);
    await page.goto(lists[0] ?? "");
    const names = await page.locator("tbody th > a").allTextContents();
    deepEqual(names, names.toSorted(new Intl.Collator("en", { numeric: true }).compare));
    deepEqual(
      (await page.locator(".tabs a[aria-current]").textContent())?.replace(/\d+/, "N"),
      "Active and invited N",
    );
    await page.evaluate(() => scrollTo(0, 1200));
    const top = await page
      .locator("thead th")
      .first()
      .evaluate((head) => head.getBoundingClientRect().top);
    deepEqual(top, 0);
  });

  await t.test("keep what is picked over a search, pages and an order, and all can be picked", async (t) => {
    const page = await open(t, 1280);
    const said = () => page.locator("[data-picked]").textContent();
    const next = () => Promise.all([page.waitForNavigation(), page.locator("[rel=next]").click()]);
    await page.goto(lists[0] ?? "");
    for (const nth of [1, 2]) await page.locator("tbody .pick input").nth(nth).check();
    await page.locator("[name=q]").pressSequentially("grace");
    await page.waitForURL(/q=grace/);
    await page.locator("tbody .pick input").first().check();
    deepEqual(await said(), "3 selected");
    await page.locator(".bulk button", { hasText: "Add role" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("searchbox").waitFor();
    deepEqual(await dialog.locator(".names li").count(), 3);
    await page.keyboard.type("alerts");
    await page.keyboard.press("Enter");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Control+Enter")]);
    deepEqual(await page.locator("td .badge", { hasText: "Added: Alerts Manager" }).count(), 3);

    await page.goto(`${lists[0]}?status=ACTIVE`);
    await page.locator("thead .pick input").check();
    deepEqual(await said(), "50 selected");
    await next();
    deepEqual(await said(), "50 selected");
    await Promise.all([page.waitForNavigation(), page.getByText(/^Select all 13/).click()]);
    const all = await said();
    ok(/^13\d selected$/.test(all ?? ""), String(all));
    await next();
    deepEqual(await said(), all);
    deepEqual(await page.locator("tbody .pick :checked").count(), 50);
  });

  await t.test("keep it without script as well, by a button", async (t) => {
    const window = await chromium.newContext({
      baseURL: anteroom.url,
      storageState,
      javaScriptEnabled: false,
    });
    t.after(() => window.close());
    const page = await window.newPage();
    await page.goto(lists[0] ?? "");
    await page.locator("tbody .pick input").nth(1).check();
    await Promise.all([page.waitForNavigation(), page.getByText("Keep the selection").click()]);
    await page.fill("[name=q]", "grace");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    deepEqual(await page.locator("[data-picked]").textContent(), "1 selected");
  });
});
