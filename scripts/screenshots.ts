// Takes pictures of every page of the console, and writes what shows them: node --import tsx scripts/screenshots.ts [NAME ...]
// The world in them is made anew under a frozen clock, so that another run gives nearly the same pictures.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page as Tab } from "playwright-core";
import type { Anteroom } from "../src/anteroom.ts";
import { pages } from "../src/console/pages/index.ts";
import { createAnteroom } from "../src/embedded.ts";
import { logIn, printedCode, requestCode, signedIn } from "../test/support/atlas-cli.ts";
import { big, bigNow, bigSeed } from "../test/support/big-world.ts";
import { startChromium } from "../test/support/browser.ts";
import { live, rosa } from "./pictured-world.ts";

const folder = fileURLToPath(new URL("../docs/screenshots/", import.meta.url));
/** In links of messages, which are pictured too. */
const port = 4180;

/** Pixels; what is below is left out of a picture. */
const tallest = 1200;
/** Of WebP: text stays sharp, and a picture takes a third of what PNG does. */
const quality = 75;

/** Pages that only lead on to others, or are files. */
const leadOn = [
  "/sign-out",
  "/preferences",
  "/projects/:groupId",
  "/sign-in/provider",
  "/sign-in/provider/callback",
  "/rehearsal",
  "/orgs/:orgId/access-review.csv",
  "/rehearsal/sunset/:format",
  "/rehearsal/mail/:id/html",
];

/** Each page by the name of its pictures: what it is, where, and what is done there first. */
const plan: Readonly<
  Record<string, readonly [what: string, path: string, first?: (tab: Tab) => Promise<void>]>
> = {
  "sign-in": ["Where a person signs in", "/sign-in"],
  "forgot-password": ["Asking for a link to set another password", "/forgot-password"],
  "reset-password": ["What that link opens: this one is used up", "/reset-password/:token"],
  invitation: [
    "What the link in an invitation opens: who invites whom to what, and a form to join",
    "/invitations/:token",
  ],
  home: ["Organizations and projects, and what needs attention", "/"],
  account: ["The password, a second factor, and the command lines that are signed in", "/account"],
  "command-line": [
    "What a person confirms or denies who typed the code that `atlas auth login` shows",
    "/account/connect",
    connect,
  ],
  "org-projects": ["Projects of an organization", "/orgs/:orgId"],
  "org-settings": [
    "Settings of an organization: name, access, delegation, maintenance, deletion",
    "/orgs/:orgId/settings",
  ],
  "org-people": ["People of an organization, active and invited", "/orgs/:orgId/people"],
  "org-people-change": [
    "What some of them lose, before it is done",
    "/orgs/:orgId/people/change?act=end&who=:username&who=:both",
  ],
  "org-people-invite": ["Inviting some to an organization", "/orgs/:orgId/people/invite"],
  "org-person": [
    "A person of an organization: roles, and where each comes from",
    "/orgs/:orgId/people/:userId",
  ],
  "org-invitation": [
    "An invitation to an organization: its messages and its history",
    "/orgs/:orgId/invitations/:invitationId",
  ],
  "org-inviter": ["What somebody left pending", "/orgs/:orgId/inviters/:inviter"],
  "org-teams": ["Teams of an organization", "/orgs/:orgId/teams"],
  "org-team": ["A team, its people and its projects", "/orgs/:orgId/teams/:teamId"],
  "org-keys": ["API keys and service accounts of an organization", "/orgs/:orgId/keys"],
  "key-made": ["A secret, shown once", "/orgs/:orgId/keys", makeKey],
  "api-key": ["An API key, and where it may be used from", "/orgs/:orgId/keys/:apiUserId"],
  "service-account": [
    "A service account, its secrets, and where it may be used from",
    "/orgs/:orgId/service-accounts/:clientId",
  ],
  "org-activity": ["What happened in an organization", "/orgs/:orgId/activity"],
  "org-who-can": ["Who can do what in an organization", "/orgs/:orgId/who-can"],
  "org-deprecations": [
    "Which clients of an organization call what ends on 1 July 2027",
    "/orgs/:orgId/deprecations",
  ],
  "project-people": ["People of a project and invitations to it, in one list", "/projects/:groupId/people"],
  "project-people-change": [
    "Other roles for some of them",
    "/projects/:groupId/people/change?act=roles&who=:username&who=:both",
  ],
  "project-people-invite": ["Inviting some to a project", "/projects/:groupId/people/invite"],
  "project-person": [
    "A person of a project: roles, and where each comes from",
    "/projects/:groupId/people/:userId",
  ],
  "project-invitation": ["An invitation that is pending", "/projects/:groupId/invitations/:invitationId"],
  "project-inviter": ["What somebody left pending in a project", "/projects/:groupId/inviters/:inviter"],
  "project-teams": ["Teams with roles in a project", "/projects/:groupId/teams"],
  "project-team": ["Roles of a team in a project", "/projects/:groupId/teams/:teamId"],
  "project-keys": ["API keys and service accounts with roles in a project", "/projects/:groupId/keys"],
  "project-key-made": ["A secret of a project, shown once", "/projects/:groupId/keys", makeKey],
  "project-activity": ["What happened in a project", "/projects/:groupId/activity"],
  "project-who-can": ["Who can do what in a project", "/projects/:groupId/who-can"],
  "project-settings": ["Renaming and deleting a project", "/projects/:groupId/settings"],
  reference: ["The operations of the API, to read", "/docs"],
  "reference-operation": [
    "One operation: versions and successors, a request in six languages, an answer, a form to try it",
    "/docs/:operationId",
  ],
  "rehearsal-sign-in": ["Rehearsal only: signing in as anybody", "/rehearsal/sign-in"],
  "rehearsal-sunset": [
    "Rehearsal only: which clients call what ends on 1 July 2027, and what to call instead",
    "/rehearsal/sunset",
  ],
  "rehearsal-clock": ["Rehearsal only: the clock, with presets", "/rehearsal/clock"],
  "rehearsal-requests": [
    "Rehearsal only: the requests of clients, by client, status and operation",
    "/rehearsal/requests",
  ],
  "rehearsal-request": [
    "Rehearsal only: one request, and the command that sends it again",
    "/rehearsal/requests/:number",
  ],
  "rehearsal-access": [
    "Rehearsal only: why a request was let in or refused, and who could",
    "/rehearsal/access",
  ],
  "rehearsal-faults": ["Rehearsal only: what goes wrong on purpose", "/rehearsal/faults"],
  "rehearsal-mail": ["Rehearsal only: captured mail", "/rehearsal/mail"],
  "rehearsal-message": ["Rehearsal only: one message, as a mail program shows it", "/rehearsal/mail/:id"],
  "rehearsal-snapshots": ["Rehearsal only: snapshots and reset", "/rehearsal/snapshots"],
};

/** How each page is looked at; the first is on a desktop, light and in English. */
const looks = {
  "": {},
  dark: { colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 } },
  ko: { locale: "ko" },
} as const;
const lookNames = { "": "", dark: "dark", phone: "on a phone", ko: "in Korean" } as const;
type LookName = keyof typeof looks;
const fileOf = (page: string, look: LookName) => `${page}${look && "-"}${look}.webp`;

const planned = new Set([...leadOn, ...Object.values(plan).map(([, path]) => path.replace(/\?.*/, ""))]);
/** Where those lead that do something first. */
const reached = ["/orgs/:orgId/keys/made", "/projects/:groupId/keys/made"];
const forgotten = pages
  .map(({ path }) => path)
  .filter((path) => !planned.has(path) && !reached.includes(path));
if (forgotten.length > 0) throw new Error(`scripts/screenshots.ts has no picture of ${forgotten.join(", ")}`);

let code = "";

/** What is asked once the code of a command line was typed. */
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

/** What the addresses of the pages contain. */
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
    "org-invitation:invitationId": invitations.org,
    number: "4",
    inviter: big.key.publicKey,
  } as Readonly<Record<string, string>>;
}

/** The cookies of Ada, who is signed in. */
async function signIn(browser: Browser, url: string) {
  const context = await browser.newContext({ baseURL: url });
  const tab = await context.newPage();
  await tab.goto("/sign-in");
  await tab.fill("#username", big.owner.username);
  await tab.fill("#password", big.owner.password);
  await tab.click("main button[type=submit]");
  await tab.waitForURL(`${url}/`);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

interface Picture {
  readonly page: string;
  readonly look: LookName;
  readonly url: string;
  readonly cookies: Awaited<ReturnType<typeof signIn>>;
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
  if (status !== 200 && page !== "reset-password") throw new Error(`${name}: ${url} answered ${status}`);
  await first?.(tab);
  const wide = await tab.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
  if (wide > 0) console.warn(`${name} is ${wide} pixels wider than its window`);
  const whole = await tab.evaluate<number>("document.documentElement.scrollHeight");
  const width = tab.viewportSize()?.width ?? 0;
  const clip = { x: 0, y: 0, width, height: Math.min(whole, tallest), scale: 1 };
  const browserSide = await context.newCDPSession(tab);
  const options = { format: "webp", quality, clip, captureBeyondViewport: true } as const;
  const { data } = await browserSide.send("Page.captureScreenshot", options);
  writeFileSync(join(folder, name), Buffer.from(data, "base64"));
  await context.close();
}

/** Takes the pictures of these pages, or of all. */
async function takePictures(wanted: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await using anteroom = await createAnteroom({ seed: bigSeed, port, now: bigNow });
  const parameters = await parametersOf(anteroom, await live(anteroom));
  const browser = await startChromium();
  try {
    const cookies = await signIn(browser, anteroom.url);
    await logIn(anteroom, await signedIn(anteroom, big.owner.username, big.owner.password));
    code = printedCode((await requestCode(anteroom)).json);
    const isFor = new Map(pages.map((page) => [page.path, page.for]));
    for (const [page, [, path, first]] of Object.entries(plan)) {
      if (wanted.length > 0 && !wanted.includes(page)) continue;
      const fill = (name: string) => parameters[`${page}:${name}`] ?? parameters[name] ?? "";
      const url = `${anteroom.url}${path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(fill(name)))}`;
      const known = isFor.get(path.replace(/\?.*/, "")) === "person" ? cookies : [];
      for (const look of Object.keys(looks) as LookName[]) {
        await takePicture(browser, { page, look, url, cookies: known, first });
      }
    }
  } finally {
    await browser.close();
  }
}

/** The page that shows the pictures. */
function describe(): string {
  const others = (page: string) =>
    (Object.keys(looks) as LookName[])
      .filter((look) => look !== "")
      .map((look) => `[${lookNames[look]}](${fileOf(page, look)})`)
      .join(" · ");
  const sections = Object.entries(plan).map(
    ([page, [what]]) => `## ${page}

${what}: ${others(page)}

![${what}](${fileOf(page, "")})
`,
  );
  return `# The console in pictures

Every page, in a world of 300 people, 40 projects, 60 teams and 200 invitations; the link beside each leads to it in the dark, on
a phone and in Korean. They are taken anew by the command below, all or those that are named. The clock in them stands still, so
that another run gives nearly the same pictures; what is minted by chance, such as the link in a message, differs. It wants
Chromium, and a font that has Korean (Debian: \`chromium\`, \`fonts-nanum\`).

\`\`\`text
node --import tsx scripts/screenshots.ts
\`\`\`

${sections.join("\n")}`;
}

const wanted = process.argv.slice(2);
if (wanted.length === 0) {
  for (const file of readdirSync(folder)) rmSync(join(folder, file));
}
await takePictures(wanted);
writeFileSync(join(folder, "README.md"), describe());
