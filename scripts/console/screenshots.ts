// Draws every page of the console into .tmp/screenshots, and the three of the README and the guides into docs/screenshots as well.
// Usage: node --import tsx scripts/console/screenshots.ts [NAME ...]
// The clock of the pictured world is frozen, so another run draws nearly the same. Needs Chromium and a font with Korean (fonts-nanum).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Cookie, Page as Tab } from "playwright-core";
import type { Anteroom } from "../../src/anteroom.ts";
import { pages } from "../../src/console/pages/index.ts";
import { createAnteroom } from "../../src/testing/embedded.ts";
import { signIn } from "../../test/console/support/browser.ts";
import { logIn, printedCode, requestCode, signedIn } from "../../test/support/atlas-cli.ts";
import { openProgram } from "../../test/support/authorization.ts";
import { big, bigNow, bigSeed } from "../../test/support/big-world.ts";
import { startChromium } from "../../test/support/chromium.ts";
import { live, offer, offering, rosa } from "../pictured-world.ts";

const folder = fileURLToPath(new URL("../../.tmp/screenshots/", import.meta.url));
const committedFolder = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const committed: Readonly<Record<string, string>> = {
  "projects-groupId-people.webp": "project-people.webp",
  "rehearsal-requests.webp": "rehearsal-requests.webp",
  "rehearsal-sunset.webp": "rehearsal-sunset.webp",
};
/** The port, which links in pictured messages show. */
const port = 4180;

/** Pixels; what is below is left out of a picture. */
const tallest = 1200;
/** The quality of WebP: text stays sharp, and a picture takes a third of a PNG's size. */
const quality = 75;

/** Pages that only lead on to others, or are files. */
const leadOn = [
  "/sign-out",
  "/preferences",
  "/projects/:groupId",
  "/sign-in/provider",
  "/sign-in/provider/callback",
  "/rehearsal",
  ...["csv", "json"].flatMap((kind) => [
    `/orgs/:orgId/access-review.${kind}`,
    `/orgs/:orgId/activity.${kind}`,
    `/projects/:groupId/activity.${kind}`,
  ]),
  "/orgs/:orgId/deprecations",
  "/orgs/:orgId/sunset/:format",
  "/rehearsal/sunset/:format",
  "/rehearsal/mail/:id/html",
  // Pictures of some of them are among the others.
  "/orgs/:orgId/resources/*",
  "/projects/:groupId/resources/*",
  // Without a passkey just made.
  "/account/recovery-codes",
  // Reached by making a key.
  "/orgs/:orgId/keys/made",
  "/projects/:groupId/keys/made",
];

interface Sight {
  /** The name of the picture, if the path has several. */
  readonly name?: string;
  /** The path, with its query if the page needs one. */
  readonly path: string;
  /** Prepares the page before the picture is taken. */
  readonly first?: (tab: Tab) => Promise<void>;
}

/** Pages that show nothing without a query, or without something that is done first. */
const prepared: readonly Sight[] = [
  { path: "/search?q=kim" },
  { path: openProgram({ url: "" }).path() },
  { path: "/account/connect", first: connect },
  { path: "/orgs/:orgId/people/change?act=end&who=:username&who=:both" },
  { path: "/orgs/:orgId/teams/:teamId/add?q=kim" },
  { path: "/projects/:groupId/people/change?act=roles&who=:username&who=:both" },
];

/** Other sights of pages. */
const others: readonly Sight[] = [
  { name: "org-key-made", path: "/orgs/:orgId/keys", first: makeKey },
  { name: "project-key-made", path: "/projects/:groupId/keys", first: makeKey },
  { name: "resource", path: "/projects/:groupId/resources/maintenanceWindow" },
  { name: "resources-of-kind", path: "/projects/:groupId/resources/processes" },
  { name: "database-roles", path: "/projects/:groupId/database-access?kind=roles" },
];

const withoutQuery = (path: string): string => path.replace(/\?.*/, "");

const sights: readonly Sight[] = [
  ...pages
    .filter(({ path }) => !leadOn.includes(path))
    .map(({ path }) => prepared.find((each) => withoutQuery(each.path) === path) ?? { path }),
  ...others,
];

/** The name of its pictures, such as `orgs-orgId-people`. */
const nameOf = ({ name, path }: Sight): string =>
  name ?? withoutQuery(path).match(/\w+/g)?.join("-") ?? "home";

/** The looks of each page; the first is on a desktop, light and in English. */
const looks = {
  "": {},
  dark: { colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 } },
  ko: { locale: "ko" },
} as const;
type LookName = keyof typeof looks;
const fileOf = (page: string, look: LookName) => `${page}${look && "-"}${look}.webp`;

let code = "";

/** Types the code of a command line, and confirms it. */
async function connect(tab: Tab): Promise<void> {
  await tab.fill("#code", code);
  await Promise.all([tab.waitForNavigation(), tab.click("main button[type=submit]")]);
}

async function makeKey(tab: Tab): Promise<void> {
  const form = tab.locator("form:has([name=desc])");
  const fill = (filled: HTMLFormElement) => {
    (filled.elements.namedItem("desc") as HTMLInputElement).value = "nightly report";
    filled.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
    filled.requestSubmit();
  };
  await Promise.all([tab.waitForNavigation(), form.evaluate(fill)]);
}

async function parametersOf({ url, mail }: Anteroom, invitations: Awaited<ReturnType<typeof live>>) {
  const message = (await mail.list()).find(({ to }) => to === rosa);
  const token = new RegExp(`${url}/invitations/([\\w-]+)`).exec(message?.text ?? "")?.[1] ?? "";
  return {
    orgId: big.org,
    groupId: big.group,
    userId: big.person.id,
    username: big.person.username,
    both: big.both,
    teamId: big.team,
    apiUserId: big.key.id,
    clientId: big.clientId,
    operationId: "updateGroupInvites",
    token,
    id: message?.id ?? "",
    invitationId: invitations.group,
    "/orgs/:orgId/invitations/:invitationId:invitationId": invitations.org,
    number: "4",
    inviter: big.key.publicKey,
  } as Readonly<Record<string, string>>;
}

/** Removes Tove from the project and from the organization; the ids of both receipts. */
async function removeTove(browser: Browser, url: string, cookies: readonly Cookie[]) {
  const context = await browser.newContext({ baseURL: url });
  await context.addCookies(cookies);
  const tab = await context.newPage();
  const remove = async (root: string) => {
    await tab.goto(`${root}/people/${big.leaver}/leave`);
    await tab.click("main button.danger");
    await tab.waitForURL(/\/receipts\//);
    return tab.url().split("/").at(-1) ?? "";
  };
  const inProject = await remove(`/projects/${big.group}`);
  const inOrg = await remove(`/orgs/${big.org}`);
  await context.close();
  return {
    "/projects/:groupId/receipts/:receiptId:receiptId": inProject,
    "/orgs/:orgId/receipts/:receiptId:receiptId": inOrg,
  };
}

interface Picture {
  readonly page: string;
  readonly look: LookName;
  readonly url: string;
  readonly cookies: readonly Cookie[];
  readonly first: ((tab: Tab) => Promise<void>) | undefined;
}

async function takePicture(browser: Browser, { page, look, url, cookies, first }: Picture): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en",
    reducedMotion: "reduce",
    ...looks[look],
  });
  await context.addCookies(cookies);
  const tab = await context.newPage();
  const name = fileOf(page, look);
  const response = await tab.goto(url);
  // A link that is used up is a page, and says 410.
  const status = response?.status() ?? 0;
  if (status !== 200 && page !== "reset-password-token") {
    throw new Error(`${name}: ${url} answered ${status}`);
  }
  await first?.(tab);
  const wide = await tab.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
  if (wide > 0) console.warn(`${name} is ${wide} pixels wider than its window`);
  const whole = await tab.evaluate<number>("document.documentElement.scrollHeight");
  const width = tab.viewportSize()?.width ?? 0;
  const clip = { x: 0, y: 0, width, height: Math.min(whole, tallest), scale: 1 };
  const browserSide = await context.newCDPSession(tab);
  const options = { format: "webp", quality, clip, captureBeyondViewport: true } as const;
  const { data } = await browserSide.send("Page.captureScreenshot", options);
  const picture = Buffer.from(data, "base64");
  writeFileSync(join(folder, name), picture);
  const document = committed[name];
  if (document !== undefined) writeFileSync(join(committedFolder, document), picture);
  await context.close();
}

async function takePictures(wanted: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), "anteroom-pictures-"));
  process.on("exit", () => rmSync(data, { recursive: true, force: true }));
  const seed = { orgs: [...bigSeed.orgs, offering] };
  await using anteroom = await createAnteroom({ seed, port, now: bigNow, data });
  const named = await parametersOf(anteroom, await live(anteroom));
  await offer(data, big.owner.id);
  const browser = await startChromium();
  try {
    const cookies = await signIn(browser, anteroom.url, big.owner);
    const parameters: typeof named = { ...named, ...(await removeTove(browser, anteroom.url, cookies)) };
    await logIn(anteroom, await signedIn(anteroom, big.owner.username, big.owner.password));
    code = printedCode((await requestCode(anteroom)).json);
    const isFor = new Map(pages.map((page) => [page.path, page.for]));
    for (const sight of sights) {
      const { path, first } = sight;
      const page = nameOf(sight);
      if (wanted.length > 0 && !wanted.includes(page)) continue;
      const fill = (name: string) => parameters[`${path}:${name}`] ?? parameters[name] ?? "";
      const url = `${anteroom.url}${path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(fill(name)))}`;
      const known = isFor.get(withoutQuery(path)) === "anybody" ? [] : cookies;
      for (const look of Object.keys(looks) as LookName[]) {
        await takePicture(browser, { page, look, url, cookies: known, first });
      }
    }
  } finally {
    await browser.close();
  }
}

await takePictures(process.argv.slice(2));
