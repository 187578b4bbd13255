// A real browser: Debian's Chromium without a window, driven through playwright-core. The one that is built without windows takes
// half the CPU, since the other draws tabs and menus in pages of their own.
import { existsSync } from "node:fs";
import type { TestContext } from "node:test";
import { type Browser, chromium } from "playwright-core";

const places = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"].map(
  (name) => `/usr/bin/${name}`,
);
export const executablePath = process.env.ANTEROOM_TEST_CHROMIUM ?? places.find((place) => existsSync(place));

/** The reason to skip a test without a browser, for its `skip` option; false if there is one. */
export const browserSkipReason: string | false =
  executablePath === undefined
    ? "SKIPPED: install Chromium, or name it in ANTEROOM_TEST_CHROMIUM, to run this in a browser"
    : false;

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
