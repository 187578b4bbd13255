// Windows of a real browser, in which the tests of the pages do as people do.
import { deepEqual } from "node:assert/strict";
import type { TestContext } from "node:test";
import type { Browser, BrowserContextOptions, Cookie, Locator, Page } from "playwright-core";
import { en } from "../../../src/console/words/index.ts";
import { browse } from "../../support/console.ts";
import { password } from "../../support/people.ts";
import type { Stage } from "../../support/stage.ts";

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
