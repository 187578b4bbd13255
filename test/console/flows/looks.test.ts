// Looks at pages as a person does: whole names, the main thing to do in sight, texts one can read, nothing that scrolls sideways.
// `npm test` of the slow suite looks at a few pages; `npm run proof:looks` at every page, width, theme and language.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";
import { type Language, languageCodes } from "../../../src/core/contract/languages.ts";
import { createAnteroom } from "../../../src/testing/embedded.ts";
import { big, bigNow, bigSeed, liveBig } from "../../support/big-world.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { signIn } from "../support/browser.ts";

const skip = browserSkipReason;
const isWhole = process.env.ANTEROOM_ALL_LOOKS === "1";
const [org, group] = [`/orgs/${big.org}`, `/projects/${big.group}`];

const few = [`${org}/people`, `${org}/keys`, "/rehearsal/sunset"];
const all = [
  ...few,
  org,
  `${org}/teams`,
  `${org}/teams/${big.team}`,
  `${org}/activity`,
  `${org}/who-can`,
  `${org}/sunset`,
  `${org}/settings`,
  `${org}/people/invite`,
  `${org}/people/${big.person.id}`,
  `${org}/keys/${big.key.id}`,
  `${org}/service-accounts/${big.clientId}`,
  `${group}/people`,
  `${group}/people/invite`,
  `${group}/people/${big.person.id}`,
  `${group}/teams`,
  `${group}/teams/${big.team}`,
  `${group}/keys`,
  `${org}/federation`,
  `${group}/network-access`,
  `${group}/clusters`,
  `${group}/resources`,
  `${group}/resources/processes`,
  `${group}/resources/auditLog`,
  `${group}/database-access`,
  `${group}/database-access?kind=roles`,
  `${group}/activity`,
  `${group}/who-can`,
  `${group}/settings`,
  "/",
  "/account",
  "/docs",
  "/docs/updateGroupInvites",
  "/rehearsal/sign-in",
  "/rehearsal/requests",
  "/rehearsal/clock",
  "/rehearsal/faults",
  "/rehearsal/mail",
  "/rehearsal/snapshots",
  "/rehearsal/requests/1",
  "/rehearsal/runs/1",
  "/search?q=kim",
  `${org}/access-review`,
  `${org}/people/${big.person.id}/leave`,
  `${org}/people/change?act=add&who=${big.person.username}&who=${big.both}`,
];

const widths = isWhole ? [320, 390, 768, 1024, 1440] : [320, 1024];
const themes = ["light", "dark"] as const;

/** Lists what a person would stumble over. */
const flawsOf = ({ width, isEnglish }: { width: number; isEnglish: boolean }) => {
  const flaws: string[] = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) flaws.push(`${wide} pixels too wide`);
  const primary = [...document.querySelectorAll<HTMLElement>("main .primary")].filter((each) =>
    each.checkVisibility(),
  );
  if (primary.length > 1) {
    flaws.push(`${primary.length} primary actions: ${primary.map((each) => each.textContent).join(", ")}`);
  }
  const [first] = primary;
  const below = first === undefined ? 0 : first.getBoundingClientRect().bottom - 800;
  if (width >= 1024 && below > 0) flaws.push(`${first?.textContent} is ${below} pixels below the window`);
  // A name that the seed made longer than a line may end in dots.
  if (width >= 1024 && isEnglish) {
    for (const name of document.querySelectorAll<HTMLElement>(".list tbody th > a, .list tbody th > span")) {
      if (name.scrollWidth > name.clientWidth + 1 && (name.textContent ?? "").length < 40) {
        flaws.push(`cut: ${name.textContent}`);
      }
    }
  }
  return flaws;
};

test("pages look as they should", { skip }, async (t) => {
  await using anteroom = await createAnteroom({ seed: bigSeed, now: bigNow });
  await liveBig(anteroom);
  const chromium = await startChromium(t);
  const cookies = await signIn(chromium, anteroom.url, big.owner);

  const look = async (theme: (typeof themes)[number], language: Language) => {
    const context = await chromium.newContext({ baseURL: anteroom.url, reducedMotion: "reduce" });
    t.after(() => context.close());
    const { url } = anteroom;
    const preferences = Object.entries({ anteroom_language: language, anteroom_theme: theme });
    await context.addCookies([...cookies, ...preferences.map(([name, value]) => ({ name, value, url }))]);
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of isWhole ? all : few) {
      await page.goto(path);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const flaws = await page.evaluate(flawsOf, { width, isEnglish: language === "en" });
        found.push(...flaws.map((flaw) => `${path} at ${width}: ${flaw}`));
      }
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate(
        "axe.run(document, { runOnly: ['color-contrast', 'target-size'], resultTypes: ['violations'] })",
      )) as axe.AxeResults;
      const unreadable = violations.flatMap(({ nodes }) =>
        nodes.slice(0, 2).map(({ html }) => html.slice(0, 160)),
      );
      found.push(...unreadable.map((html) => `${path}: hard to read or to hit: ${html}`));
    }
    return found;
  };

  for (const [index, theme] of themes.entries()) {
    for (const [at, language] of languageCodes.entries()) {
      if (!isWhole && at !== index) continue;
      await t.test(`${theme}, in ${language}`, async () => deepEqual(await look(theme, language), []));
    }
  }
});
