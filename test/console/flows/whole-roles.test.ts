// Roles are read whole wherever a list shows them, and what was done or refused is readable above a list that is scrolled.
import { deepEqual, match, ok } from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { createAnteroom } from "../../../src/testing/embedded.ts";
import { big, bigNow, bigSeed, liveBig } from "../../support/big-world.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { signIn } from "../support/browser.ts";

const [org, group] = [`/orgs/${big.org}`, `/projects/${big.group}`];
const lists = [
  `${org}/people`,
  `${org}/keys`,
  `${org}/keys?kind=accounts`,
  `${org}/teams`,
  `${org}/teams/${big.team}`,
  `${org}/federation`,
  `${org}/people/${big.person.id}`,
  `${group}/people`,
  `${group}/keys`,
  `${group}/teams`,
  `${group}/database-access`,
];

/** Roles that are cut, or that are there and not shown; and whether the page scrolls sideways. */
const flawsOf = () => {
  const flaws: string[] = [];
  for (const role of document.querySelectorAll<HTMLElement>(
    ".list td:not(.wide-only) .chip, .list tbody .whole:not(.wide-only)",
  )) {
    const isCut = [role, role.closest("td, th") ?? role].some(
      (each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1,
    );
    if (!role.checkVisibility()) flaws.push(`hidden: ${role.textContent}`);
    else if (isCut) flaws.push(`cut: ${role.textContent}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) flaws.push("scrolls sideways");
  return flaws;
};

/** Reports whether a person can read the notice: the browser draws it at its middle and near its edges, inside the window. */
const isReadable = (notice: Element) => {
  const { left, right, top, bottom } = notice.getBoundingClientRect();
  return (
    top >= 0 &&
    bottom <= innerHeight &&
    [top + 3, (top + bottom) / 2, bottom - 3].every((y) =>
      notice.contains(document.elementFromPoint((left + right) / 2, y)),
    )
  );
};

test("roles and notices are read whole", { skip: browserSkipReason }, async (t) => {
  await using anteroom = await createAnteroom({ seed: bigSeed, now: bigNow });
  await liveBig(anteroom);
  const chromium = await startChromium(t);
  const cookies = await signIn(chromium, anteroom.url, big.owner);
  const context = await chromium.newContext({ baseURL: anteroom.url, reducedMotion: "reduce", locale: "en" });
  await context.addCookies(cookies);
  const page = await context.newPage();
  t.after(() => context.close());

  await t.test("no role is cut or hidden on a desktop, a small laptop or a phone", async () => {
    const found: string[] = [];
    for (const path of lists) {
      await page.goto(path);
      for (const width of [1440, 1024, 390]) {
        await page.setViewportSize({ width, height: 900 });
        found.push(...(await page.evaluate(flawsOf)).map((flaw) => `${path} at ${width}: ${flaw}`));
      }
    }
    deepEqual(found, []);
  });

  const row = async (on: Page) => {
    await on.goto(`${group}/people?role=GROUP_OWNER`);
    const last = on.locator("#rows tr").nth(12);
    await last.scrollIntoViewIfNeeded();
    return last;
  };

  for (const width of [1440, 390]) {
    await t.test(`what was done in a row below the fold is readable at ${width}`, async () => {
      await page.setViewportSize({ width, height: 700 });
      const last = await row(page);
      await last.locator("[popovertarget]").click();
      await last.getByText("Change roles").first().click();
      const box = page.locator("dialog [name=roles][value=GROUP_BACKUP_MANAGER]");
      await box.setChecked(!(await box.isChecked()));
      await page.locator("dialog button.primary").click();
      const notice = page.locator("main > .notice.done");
      await notice.waitFor();
      match((await notice.textContent()) ?? "", /^Roles of .* changed\.$/);
      for (const y of [0, 400, 900]) {
        await page.evaluate((top) => scrollTo(0, top), y);
        ok(await notice.evaluate(isReadable), `scrolled to ${y}`);
      }
    });

    await t.test(`what was refused is readable at ${width} as well, wherever one scrolls`, async () => {
      await page.setViewportSize({ width, height: 700 });
      // It has roles in a project, so it cannot be deleted.
      await page.goto(`${org}/teams`);
      const team = page.locator(`#r-${big.team}`);
      await team.scrollIntoViewIfNeeded();
      await team.locator("[popovertarget]").click();
      await team.locator("button.item.danger").click();
      await page.locator("dialog[open] button.danger").click();
      const notice = page.locator("main > .notice.bad");
      await notice.waitFor();
      for (const y of [0, 400, 900]) {
        await page.evaluate((top) => scrollTo(0, top), y);
        ok(await notice.evaluate(isReadable), `scrolled to ${y}`);
      }
    });
  }
});
