// Real browsers for the tests of the pages: Debian's Chromium without a window, driven through playwright-core.
import { deepEqual } from "node:assert/strict";
import { existsSync } from "node:fs";
import type { TestContext } from "node:test";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { SeedDocument } from "../../src/server.ts";
import { ids, seed } from "./world.ts";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env.ANTEROOM_TEST_CHROMIUM ?? places.find((place) => existsSync(place));

/** For the `skip` option of a test: why there is no browser to be had, or false. */
export const browserSkipReason: string | false =>
  executablePath === undefined
    ? "SKIPPED: install Chromium, or name it in ANTEROOM_TEST_CHROMIUM, to run this in a browser"
    : false;

/** What a person of the seed below signs in with. */
export const password = "a staple of horses";

/** The world of the other tests, in which the owners of the organizations have a password. */
export const peopledSeed: SeedDocument = {
  orgs: seed.orgs.map((org) => ({
    ...org,
    users: (org.users ?? []).map((user) => (user.orgRoles.includes("ORG_OWNER") ? { ...user, password } : user)),
  })),
};
