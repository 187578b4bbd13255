// Real browsers for the tests of the pages: Debian's Chromium without a window, driven through playwright-core.
import { deepEqual } from "node:assert/strict";
import { existsSync } from "node:fs";
import type { TestContext } from "node:test";
import {
  type Browser,
  type BrowserContextOptions,
  type Cookie,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import type { SeedDocument } from "../../src/anteroom.ts";
import { en } from "../../src/console/words/index.ts";
import { browse } from "./console.ts";
import type { Stage } from "./stage.ts";
import { seed } from "./world.ts";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
export const executablePath = process.env.ANTEROOM_TEST_CHROMIUM ?? places.find((place) => existsSync(place));

/** The reason to skip a test without a browser, for its `skip` option; false if there is one. */
export const browserSkipReason: string | false =
  executablePath === undefined
    ? "SKIPPED: install Chromium, or name it in ANTEROOM_TEST_CHROMIUM, to run this in a browser"
    : false;

/** The password of the people of the seed below. */
export const password = "a staple of horses";

/** The world of the other tests, in which everybody can sign in. */
export const peopledSeed: SeedDocument = {
  ...seed,
  orgs: seed.orgs.map((org) => ({
    ...org,
    users: (org.users ?? []).map((user) => ({ ...user, password })),
  })),
};

/** Starts Chromium; it ends with the test. */
export async function startChromium(t?: TestContext): Promise<Browser> {
  if (executablePath === undefined) throw new Error("there is no Chromium");
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath,
    // Containers often have a small /dev/shm, and Chromium has no sandbox for root.
    args: ["--disable-dev-shm-usage", ...(isRoot ? ["--no-sandbox"] : [])],
  });
  t?.after(() => browser.close());
  return browser;
}

interface WindowOptions extends BrowserContextOptions {
  /** The person who is signed in, without a visit of the sign-in page; absent for no person. */
  readonly as?: string;
}

/**
 * Opens a window of a browser that knows nothing yet, at this stage; it closes with the case. What a page complains of in
 * its console, such as something its policy forbids, fails the case.
 */
export async function openWindow(
  t: TestContext,
  browser: Browser,
  stage: Stage,
  { as, ...options }: WindowOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: stage.url, locale: "en-US", ...options });
  context.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  context.on("weberror", (problem) => void complaints.push(problem.error().message));
  context.on("console", (message) => {
    const isOfStatus = message.text().startsWith("Failed to load resource: the server responded with");
    if (message.type() === "error" && !isOfStatus) complaints.push(message.text());
  });
  t.after(async () => {
    await context.close();
    deepEqual(complaints, []);
  });
  if (as !== undefined) {
    const cookies = [...browse(stage, as).cookies].map(([name, value]) => ({ name, value, url: stage.url }));
    await context.addCookies(cookies);
  }
  return context.newPage();
}

/** Signs a person in on the page of that, in a window that closes; the cookies of the session. */
export async function signIn(
  browser: Browser,
  url: string,
  { username, password }: Readonly<Record<"username" | "password", string>>,
): Promise<Cookie[]> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.fill("#username", username);
  await page.fill("#password", password);
  await page.click("main button[type=submit]");
  await page.waitForURL(`${url}/`);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

export const button = (page: Page | Locator, name: string): Locator =>
  page.getByRole("button", { name, exact: true });
export const press = (page: Page | Locator, name: string): Promise<void> => button(page, name).click();
export const fill = (page: Page | Locator, label: string, text: string): Promise<void> =>
  page.getByLabel(label).fill(text);
/** Waits until a page has a text. */
export const sees = (page: Page | Locator, text: string | RegExp): Promise<void> =>
  page.getByText(text).waitFor();
/** Waits until a page is at a path with its query. */
export const isAt = (page: Page, path: string): Promise<void> =>
  page.waitForURL(({ pathname, search }) => `${pathname}${search}` === path);

/** Signs a person in on the page that asks for a password. */
export async function enterPassword(page: Page, username: string, secret = password): Promise<void> {
  await fill(page, en.signIn.address, username);
  await fill(page, en.signIn.password, secret);
  await press(page, en.layout.signIn);
}

/** Types as a person without a mouse does: the tabulator to what is named so, then text or Enter. */
export async function reach(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    if ((await focused.count()) === 0) continue;
    const [label, text] = [await focused.getAttribute("id"), await focused.textContent()];
    const labels = await page.locator(`label[for="${label}"]`).allTextContents();
    if (text === name || labels.includes(name)) return;
  }
  throw new Error(`the keyboard does not come to ${name}`);
}
