// Takes a picture of every page of the console: node --import tsx scripts/screenshots.ts [NAME ...]
// The world in it is made anew under a frozen clock, so that another run gives nearly the same pictures.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import type { Anteroom } from "../src/anteroom.ts";
import { pages } from "../src/console/pages/index.ts";
import { createAnteroom } from "../src/embedded.ts";
import { logIn, printedCode, requestCode, signedIn } from "../test/support/atlas-cli.ts";
import { startChromium } from "../test/support/browser.ts";
import {
  ada,
  clientId,
  grace,
  group,
  keyId,
  live,
  org,
  orgInvitation,
  password,
  seed,
  start,
  team,
} from "./pictured-world.ts";

const folder = fileURLToPath(new URL("../docs/screenshots/", import.meta.url));
/** In links of messages, which are pictured too. */
const port = 4180;

/** Pixels; what is below is left out of a picture. */
const tallest = 1200;

/** Pages that only lead on to others. */
const leadOn = [
  "/sign-out",
  "/preferences",
  "/projects/:groupId",
  "/sign-in/provider",
  "/sign-in/provider/callback",
  "/rehearsal",
  // Of a secret that has just been made, which is shown once.
  "/orgs/:orgId/keys/made",
  "/projects/:groupId/keys/made",
  "/orgs/:orgId/access-review.csv",
  "/rehearsal/sunset/:format",
  "/rehearsal/mail/:id/html",
];

interface Look {
  readonly theme?: "dark";
  readonly size?: "phone";
  readonly language?: "ko";
}

const dark: Look = { theme: "dark" };
const phone: Look = { size: "phone" };
const korean: Look = { language: "ko" };

/** Each page by the name of its picture; what is to be seen of it beside English, light, on a desktop. */
const plan: Readonly<Record<string, readonly [path: string, ...Look[]]>> = {
  "sign-in": ["/sign-in", { ...dark, ...phone }],
  "forgot-password": ["/forgot-password"],
  "reset-password": ["/reset-password/:token"],
  invitation: ["/invitations/:token", phone, dark, korean],
  home: ["/", dark, phone, korean],
  account: ["/account"],
  "command-line": ["/account/connect", phone],
  "org-projects": ["/orgs/:orgId"],
  "org-people": ["/orgs/:orgId/people", korean],
  "org-people-change": ["/orgs/:orgId/people/change?act=end&who=grace@example.com"],
  "org-people-invite": ["/orgs/:orgId/people/invite"],
  "org-person": ["/orgs/:orgId/people/:userId"],
  "org-inviter": ["/orgs/:orgId/inviters/:inviter"],
  "org-settings": ["/orgs/:orgId/settings", phone],
  "org-teams": ["/orgs/:orgId/teams"],
  "org-team": ["/orgs/:orgId/teams/:teamId"],
  "org-keys": ["/orgs/:orgId/keys"],
  "api-key": ["/orgs/:orgId/keys/:apiUserId"],
  "service-account": ["/orgs/:orgId/service-accounts/:clientId"],
  "org-activity": ["/orgs/:orgId/activity"],
  "org-who-can": ["/orgs/:orgId/who-can"],
  "org-deprecations": ["/orgs/:orgId/deprecations"],
  "project-people": ["/projects/:groupId/people", phone, dark],
  "project-people-change": ["/projects/:groupId/people/change?act=roles&who=grace@example.com"],
  "project-people-invite": ["/projects/:groupId/people/invite", phone],
  "project-person": ["/projects/:groupId/people/:userId"],
  "project-invitation": ["/projects/:groupId/invitations/:invitationId"],
  "org-invitation": ["/orgs/:orgId/invitations/:invitationId"],
  "project-inviter": ["/projects/:groupId/inviters/:inviter"],
  "project-teams": ["/projects/:groupId/teams"],
  "project-team": ["/projects/:groupId/teams/:teamId"],
  "project-keys": ["/projects/:groupId/keys"],
  "project-activity": ["/projects/:groupId/activity"],
  "project-who-can": ["/projects/:groupId/who-can"],
  "project-settings": ["/projects/:groupId/settings"],
  reference: ["/docs"],
  "reference-operation": ["/docs/:operationId", phone],
  "rehearsal-sign-in": ["/rehearsal/sign-in"],
  "rehearsal-sunset": ["/rehearsal/sunset", dark, phone, korean],
  "rehearsal-clock": ["/rehearsal/clock", dark, phone, korean],
  "rehearsal-requests": ["/rehearsal/requests", dark, phone, korean],
  "rehearsal-request": ["/rehearsal/requests/:number"],
  "rehearsal-access": ["/rehearsal/access"],
  "rehearsal-faults": ["/rehearsal/faults", dark, phone, korean],
  "rehearsal-mail": ["/rehearsal/mail", dark, phone, korean],
  "rehearsal-message": ["/rehearsal/mail/:id", phone],
  "rehearsal-snapshots": ["/rehearsal/snapshots", dark, phone, korean],
};

const planned = new Set([...leadOn, ...Object.values(plan).map(([path]) => path.replace(/\?.*/, ""))]);
const forgotten = pages.map(({ path }) => path).filter((path) => !planned.has(path));
if (forgotten.length > 0) throw new Error(`scripts/screenshots.ts has no picture of ${forgotten.join(", ")}`);

/** What the addresses of the pages contain. */
async function parametersOf({ url, mail }: Anteroom, invitationId: string) {
  const message = (await mail.list()).find(({ to }) => to === "rosa@example.com");
  const token = new RegExp(`${url}/invitations/([\\w-]+)`).exec(message?.text ?? "")?.[1] ?? "";
  const ofPages = {
    orgId: org,
    groupId: group,
    userId: grace.id,
    teamId: team.core,
    apiUserId: keyId,
    clientId,
    operationId: "updateGroupInvites",
  };
  return {
    ...ofPages,
    token,
    id: message?.id ?? "",
    invitationId,
    "org-invitation:invitationId": orgInvitation,
    number: "4",
    inviter: ada.username,
  } as Readonly<Record<string, string>>;
}

/** The cookies of Ada, who is signed in. */
async function signIn(browser: Browser, url: string) {
  const context = await browser.newContext({ baseURL: url });
  const tab = await context.newPage();
  await tab.goto("/sign-in");
  await tab.fill("#username", ada.username);
  await tab.fill("#password", password);
  await tab.click("main button[type=submit]");
  await tab.waitForURL(`${url}/`);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

type Cookies = Awaited<ReturnType<typeof signIn>>;

async function takePicture(
  browser: Browser,
  {
    url,
    name,
    cookies,
    look,
    code,
  }: { url: string; name: string; cookies: Cookies; look: Look; code: string },
): Promise<void> {
  const context = await browser.newContext({
    viewport: look.size === "phone" ? { width: 390, height: 844 } : { width: 1280, height: 800 },
    locale: look.language ?? "en",
    colorScheme: look.theme ?? "light",
    reducedMotion: "reduce",
  });
  await context.addCookies(cookies);
  const tab = await context.newPage();
  const response = await tab.goto(url);
  if (response?.status() !== 200) throw new Error(`${name}: ${url} answered ${response?.status()}`);
  // What is asked once the code of a command line was typed.
  if (new URL(url).pathname === "/account/connect") {
    await tab.fill("#code", code);
    await Promise.all([tab.waitForNavigation(), tab.click("main button[type=submit]")]);
  }
  const wide = await tab.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
  if (wide > 0) console.warn(`${name} is ${wide} pixels wider than its window`);
  const whole = await tab.evaluate<number>("document.documentElement.scrollHeight");
  const clip = { x: 0, y: 0, width: tab.viewportSize()?.width ?? 0, height: Math.min(whole, tallest) };
  await tab.screenshot({ path: join(folder, `${name}.png`), fullPage: true, clip });
  await context.close();
}

/** Takes the pictures with these names, or all. */
async function takePictures(wanted: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await using anteroom = await createAnteroom({ seed, port, now: start });
  const parameters = await parametersOf(anteroom, await live(anteroom));
  const browser = await startChromium();
  try {
    const cookies = await signIn(browser, anteroom.url);
    await logIn(anteroom, await signedIn(anteroom, ada.username, password));
    const code = printedCode((await requestCode(anteroom)).json);
    const isFor = new Map(pages.map((page) => [page.path, page.for]));
    for (const [page, [path, ...looks]] of Object.entries(plan)) {
      const url = `${anteroom.url}${path.replace(/:(\w+)/g, (_, name) => parameters[`${page}:${name}`] ?? parameters[name] ?? "")}`;
      for (const look of [{} as Look, ...looks]) {
        const name = [page, ...Object.values(look)].join("-");
        if (wanted.length > 0 && !wanted.includes(name)) continue;
        const known = isFor.get(path.replace(/\?.*/, "")) === "person" ? cookies : [];
        await takePicture(browser, { url, name, cookies: known, look, code });
      }
    }
  } finally {
    await browser.close();
  }
}

await takePictures(process.argv.slice(2));
