// Tests that everybody can use the pages: rules of accessibility, the keyboard alone, and how much a page weighs.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import axe from "axe-core";
import type { BrowserContext, Page } from "playwright-core";
import { type Language, languageCodes } from "../../../src/core/contract/languages.ts";
import { createAnteroom } from "../../../src/testing/embedded.ts";
import { printedCode, requestCode } from "../../support/atlas-cli.ts";
import { big, bigNow, bigSeed, liveBig } from "../../support/big-world.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { ids } from "../../support/world.ts";
import { sees, signIn } from "../support/browser.ts";
import { type Lively, type PersonName, password, type Spot, startLively } from "../support/lively.ts";

const skip = browserSkipReason;
type Chromium = Awaited<ReturnType<typeof startChromium>>;

interface Look {
  readonly language?: Language;
  readonly theme?: "light" | "dark";
  /** The width of the window, in pixels. */
  readonly width?: number;
}

/** A window with its cookies, in which a person is signed in, or nobody. */
async function openContext(
  t: TestContext,
  chromium: Chromium,
  world: Lively,
  as: PersonName | undefined,
  { language = "en", theme = "light", width = 1280 }: Look = {},
): Promise<BrowserContext> {
  const context = await chromium.newContext({
    baseURL: world.url,
    viewport: { width, height: 900 },
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(60_000);
  t.after(() => context.close());
  const cookies = {
    ...Object.fromEntries(world.visit(as).cookies),
    anteroom_language: language,
    anteroom_theme: theme,
  };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: world.url })));
  return context;
}

/** Windows of all who look at pages. */
async function openWindows(t: TestContext, chromium: Chromium, world: Lively, look: Look = {}) {
  const windows = new Map<PersonName | undefined, Page>();
  for (const as of new Set(world.spots.map((spot) => spot.as))) {
    windows.set(as, await (await openContext(t, chromium, world, as, look)).newPage());
  }
  return (as: PersonName | undefined): Page => {
    const page = windows.get(as);
    if (page === undefined) throw new Error(`nobody looks as ${as}`);
    return page;
  };
}

const nameOf = ({ path, as }: Pick<Spot, "path" | "as">) => `${path} as ${as ?? "nobody"}`;

/** Lists what axe-core finds in a page, with everything unfolded that can be. */
async function violationsOf(page: Page, about: string): Promise<string[]> {
  if ((await page.evaluate("typeof axe")) === "undefined") await page.evaluate(axe.source);
  await page.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.open = true;
  });
  const { violations } = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] })",
  )) as axe.AxeResults;
  return violations.map(({ id, nodes }) => {
    const where = nodes
      .slice(0, 3)
      .map(({ html, any }) => `${html.slice(0, 200)} (${any[0]?.message ?? ""})`);
    return `${about}: ${id}, ${nodes.length} times: ${where.join(" | ")}`;
  });
}

/** Returns the places to look at, without those of members: their pages have the form of those of owners. */
const spotsOf = ({ spots }: Lively) => spots.filter(({ as }) => as !== "member");

/** Colours do not depend on the language, nor texts on the light; one of the looks is that of a phone. */
const looks = languageCodes.map((language, index) => ({
  language,
  ...(index % 2 === 0 ? { theme: "light" as const, width: 1280 } : { theme: "dark" as const, width: 390 }),
}));

/** `npm run proof:looks`. */
const isWhole = process.env.ANTEROOM_ALL_LOOKS === "1";

/** Each page at one of its addresses, or at all of them. */
function pagesOf(world: Lively): Spot[] {
  const spots = spotsOf(world);
  if (isWhole) return spots;
  return [...new Map(spots.toReversed().map((spot) => [spot.pattern, spot])).values()];
}

/** Returns the pages to look at in a look: each page in one of the looks, or all of them in all. */
const seenIn = (world: Lively, index: number): Spot[] =>
  pagesOf(world).filter((_, at) => isWhole || at % looks.length === index);

test("pages break no rule of accessibility", { skip }, async (t) => {
  const world = await startLively(t);
  const chromium = await startChromium(t);

  for (const [index, look] of looks.entries()) {
    await t.test(`in ${look.language}, ${look.theme}, ${look.width} pixels wide`, async (t) => {
      const windowOf = await openWindows(t, chromium, world, look);
      const found: string[] = [];
      for (const spot of seenIn(world, index)) {
        const page = windowOf(spot.as);
        await page.goto(spot.path);
        equal(await page.evaluate(() => document.documentElement.lang), look.language);
        found.push(...(await violationsOf(page, nameOf(spot))));
      }
      deepEqual(found, []);
    });
  }

  await t.test("where a form was refused, or shows a secret", async (t) => {
    const found: string[] = [];
    let refused = 0;
    const seen = new Set<string>();
    for (const [index, look] of looks.entries()) {
      const windowOf = await openWindows(t, chromium, world, look);
      for (const spot of seenIn(world, index)) {
        const page = windowOf(spot.as);
        const names = await formsOf(page, spot);
        for (const name of names.filter((name) => !seen.has(`${spot.pattern} ${name}`))) {
          seen.add(`${spot.pattern} ${name}`);
          const status = await sendEmptied(page, spot, name);
          if (status >= 400) {
            refused++;
            const hasFocus = () =>
              document.activeElement?.matches("[aria-invalid=true], [role=alert]") === true;
            if (!(await page.evaluate(hasFocus))) {
              found.push(`${nameOf(spot)}, ${name} refused: what is wrong has no focus`);
            }
          }
          if (isWhole) found.push(...(await violationsOf(page, `${nameOf(spot)}, ${name} refused`)));
        }
      }
      const page = windowOf("owner");
      await page.goto(`/orgs/${ids.org}/keys`);
      const create = page.locator('form:has(input[name=do][value="createKey"])');
      await page.locator("[data-sheet=sheet-key]").click();
      await create.locator("[name=desc]").fill("deploys at night");
      await create.locator("[name=keyRoles]").first().check();
      await Promise.all([page.waitForNavigation(), create.locator(".primary").click()]);
      equal(await page.locator(".secret output").count(), 2);
      found.push(...(await violationsOf(page, "a new API key")));
      await page.goto("/account/connect");
      await page.locator("[name=code]").fill(printedCode((await requestCode(world)).json));
      await Promise.all([page.waitForNavigation(), page.locator("main button").click()]);
      equal(await page.locator("main form").count(), 2);
      found.push(...(await violationsOf(page, "a command line that asks")));
    }
    ok(refused > 30, `only ${refused} forms were refused`);
    deepEqual(found, []);
  });
});

/** Names of the forms in the main part that have something to fill in. */
async function formsOf(page: Page, { path }: Spot): Promise<string[]> {
  await page.goto(path);
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLFormElement>("main form[method=post]")]
      .filter((form) => form.querySelector("input:not([type=hidden]), textarea") !== null)
      .map((form) => form.querySelector<HTMLInputElement>("[name=do]")?.value ?? ""),
  );
}

/** Sends a form with nothing in it, past the browser's own checks; answers the status. */
async function sendEmptied(page: Page, { path }: Spot, name: string): Promise<number> {
  await page.goto(path);
  const sent = page.waitForNavigation();
  await page.evaluate((wanted) => {
    const forms = [...document.querySelectorAll<HTMLFormElement>("main form[method=post]")];
    const form = forms.find((each) => each.querySelector<HTMLInputElement>("[name=do]")?.value === wanted);
    for (const field of form?.querySelectorAll<HTMLInputElement>("input:not([type=hidden]), textarea") ??
      []) {
      if (field.type === "checkbox") field.checked = false;
      else field.value = "";
    }
    form?.submit();
  }, name);
  return (await sent)?.status() ?? 0;
}

/** The element that had the focus: its place among all elements, and whether its focus was visible. */
interface Stop {
  readonly place: number;
  readonly isMarked: boolean;
  readonly isInView: boolean;
  readonly html: string;
}

/** Writes down what has the focus after each key; null for nothing. */
const watchFocus = () => {
  const all = [...document.querySelectorAll("*")];
  const stops: (Stop | null)[] = [];
  document.addEventListener("keyup", () => {
    const element = document.activeElement;
    if (element === null || element === document.body) {
      stops.push(null);
      return;
    }
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    stops.push({
      place: all.indexOf(element),
      isMarked: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2,
      isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      html: element.outerHTML.slice(0, 120),
    });
  });
  return stops;
};

/** Presses Tab through a page, `atOnce` keys at a time, until a stop `ends` it. */
async function tabThrough(
  page: Page,
  { most, atOnce }: { readonly most: number; readonly atOnce: number },
  ends: (stop: Stop | null) => boolean,
): Promise<void> {
  const watched = await page.evaluateHandle(watchFocus);
  const cdp = await page.context().newCDPSession(page);
  const key = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
  for (let pressed = 0; pressed < most; pressed += atOnce) {
    const sent = Array.from({ length: atOnce }, () => [
      cdp.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key }),
      cdp.send("Input.dispatchKeyEvent", { type: "keyUp", ...key }),
    ]);
    await Promise.all(sent.flat());
    if ((await watched.evaluate((stops) => stops.splice(0))).some(ends)) break;
  }
  await cdp.detach();
}

/** Every control that shows, in the order of the document. */
const controls = () => {
  const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const all = [...document.querySelectorAll("*")];
  return (
    [...document.querySelectorAll(wanted)]
      // Of radio buttons the chosen one is a stop, and arrows lead to the others.
      .filter((element) => !element.matches("[type=radio]:not(:checked)"))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => ({ place: all.indexOf(element), html: element.outerHTML.slice(0, 120) }))
  );
};

/** Lists what is wrong with the stops of the Tab key in a page. */
async function flawsOf(page: Page, spot: Spot, atOnce: number): Promise<string[]> {
  const wrong: string[] = [];
  await page.goto(spot.path);
  const expected = await page.evaluate(controls);
  const reached: number[] = [];
  let ends = 0;
  await tabThrough(page, { most: expected.length * 3 + 10, atOnce }, (at) => {
    // Behind the last control is the browser itself; a page may begin in its first field.
    if (at === null) return ++ends > 1;
    if (reached.at(-1) === at.place) return false;
    // The browser begins anew.
    if (at.place === reached[0]) return true;
    reached.push(at.place);
    // Of a frame the browser marks what has the focus in it.
    if (!at.isMarked && !at.html.startsWith("<iframe ")) wrong.push(`${nameOf(spot)}: no mark on ${at.html}`);
    if (!at.isInView) wrong.push(`${nameOf(spot)}: out of view ${at.html}`);
    return false;
  });
  const missed = expected.filter(({ place }) => !reached.includes(place));
  wrong.push(...missed.map(({ html }) => `${nameOf(spot)}: does not reach ${html}`));
  const back = reached.filter((place, index) => index > 0 && place < (reached[index - 1] ?? 0));
  const inOrder = back.length === 0 || (back.length === 1 && (reached.at(-1) ?? 0) < (reached[0] ?? 0));
  // A frame has a process of its own, which takes the focus and gives it back a moment later.
  if (!inOrder && (await page.locator("iframe").count()) === 0) wrong.push(`${nameOf(spot)}: jumps`);
  return wrong;
}

test("the keyboard alone does everything", { skip }, async (t) => {
  const world = await startLively(t);
  const chromium = await startChromium(t);

  await t.test("it reaches every control in the order of the page, and shows where it is", async (t) => {
    const windowOf = await openWindows(t, chromium, world);
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const spot of spotsOf(world)) {
      if (seen.has(spot.pattern)) continue;
      seen.add(spot.pattern);
      // Sending many keys at once is fast, but can overrun a busy page: a page with flaws is walked again, key by key.
      const found = await flawsOf(windowOf(spot.as), spot, 20);
      if (found.length > 0) wrong.push(...(await flawsOf(windowOf(spot.as), spot, 1)));
    }
    deepEqual(wrong, []);
  });

  await t.test("the first stop skips to the content", async (t) => {
    const page = await (await openContext(t, chromium, world, "owner")).newPage();
    await page.goto(`/orgs/${ids.org}/people`);
    await page.keyboard.press("Tab");
    equal(await page.evaluate(() => document.activeElement?.className), "skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    ok(await page.evaluate(() => document.activeElement?.closest("main") !== null));
  });

  /** Goes on with the tabulator until something is named so. */
  const goTo = async (page: Page, name: string) => {
    for (let press = 0; press < 200; press++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null;
        const named = element?.labels?.[0]?.textContent ?? element?.getAttribute("aria-label");
        return named ?? element?.textContent ?? "";
      });
      if (at.startsWith(name)) return;
    }
    throw new Error(`the keyboard does not come to ${name}`);
  };
  const press = async (page: Page, key: string) => {
    await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
  };

  await t.test("it invites a person", async (t) => {
    const page = await (await openContext(t, chromium, world, "owner")).newPage();
    await page.goto(`/projects/${ids.group}/people`);
    await goTo(page, "Invite people");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Invite people to payments" }).waitFor();
    await goTo(page, "E-mail addresses");
    await page.keyboard.type("keyboard@example.com");
    await goTo(page, "Search roles");
    await page.keyboard.type("Project Data Access Read Only");
    await page.keyboard.press("Enter");
    await goTo(page, "Invite 1 person");
    await press(page, "Enter");
    match(page.url(), /\/people$/);
    match((await page.locator("main").textContent()) ?? "", /Invited keyboard@example\.com\./);
    match((await page.locator("main").textContent()) ?? "", /keyboard@example\.com/);
  });

  await t.test("it comes to the first row of a list within four stops", async (t) => {
    const page = await (await openContext(t, chromium, world, "owner")).newPage();
    const org = `/orgs/${ids.org}`;
    for (const list of [`/projects/${ids.group}/people`, org, `${org}/teams`, `${org}/keys`]) {
      await page.goto(list);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      ok(await page.evaluate(() => document.activeElement?.closest("tbody tr") !== null), list);
    }
  });

  await t.test("it accepts an invitation, and takes a password", async (t) => {
    const { path } = world.spots.find(({ pattern }) => pattern === "/invitations/:token") ?? { path: "" };
    const page = await (await openContext(t, chromium, world, undefined)).newPage();
    await page.goto(path);
    for (const [field, text] of Object.entries({
      "First name": "Grace",
      "Last name": "Example",
      Password: password,
    })) {
      await goTo(page, field);
      await page.keyboard.type(text);
    }
    await press(page, "Enter");
    match(page.url(), /\/projects\/\w+\/people$/);
    match((await page.locator("main").textContent()) ?? "", /payments/);
  });
});

test("the list of people is made for hundreds", { skip }, async (t) => {
  await using anteroom = await createAnteroom({ seed: bigSeed, now: bigNow });
  await liveBig(anteroom);
  const chromium = await startChromium(t);
  const [org, group] = [`/orgs/${big.org}`, `/projects/${big.group}`];
  const people = `${group}/people`;
  const lists = [
    people,
    `${group}/teams`,
    `${group}/keys`,
    `${group}/who-can`,
    `${org}/federation`,
    `${group}/network-access`,
    `${group}/clusters`,
    `${group}/database-access`,
    `${group}/database-access?kind=roles`,
    org,
    `${org}/people`,
    `${org}/teams`,
    `${org}/teams/${big.team}`,
    `${org}/teams/${big.team}/add?q=kim`,
    `${org}/keys`,
    `${org}/who-can`,
    `${group}/activity`,
    `${org}/activity`,
    `${org}/keys/${big.key.id}`,
    `${org}/service-accounts/${big.clientId}`,
    "/",
    "/docs",
    "/rehearsal/sign-in",
    "/rehearsal/requests",
    "/rehearsal/mail",
    "/rehearsal/sunset",
  ];
  /**
   * The lowest first row in pixels, on pages that show something above it: a form, the names of organizations, or the days
   * left.
   */
  const lowest = { [`${org}/teams/${big.team}/add?q=kim`]: 999, "/": 350, "/rehearsal/sunset": 320 };
  const lowestOf = (path: string) => lowest[path as keyof typeof lowest] ?? 300;
  const cookies = await signIn(chromium, anteroom.url, big.owner);
  const open = async (
    t: TestContext,
    width: number,
    { language = "en", theme = "light", hasScript = true }: Look & { hasScript?: boolean } = {},
  ) => {
    const context = await chromium.newContext({
      javaScriptEnabled: hasScript,
      baseURL: anteroom.url,
      viewport: { width, height: 844 },
      reducedMotion: "reduce",
    });
    t.after(() => context.close());
    const { url } = anteroom;
    const preferences = Object.entries({ anteroom_language: language, anteroom_theme: theme });
    await context.addCookies([...cookies, ...preferences.map(([name, value]) => ({ name, value, url }))]);
    return context.newPage();
  };

  await t.test("it breaks no rule of accessibility, whatever is open", async (t) => {
    const found: string[] = [];
    for (const look of looks) {
      const page = await open(t, look.width, look);
      for (const path of [
        people,
        `${people}?status=EXPIRED`,
        `${people}?q=nobody`,
        `/orgs/${big.org}/people?sort=active`,
      ]) {
        await page.goto(path);
        found.push(...(await violationsOf(page, `${path} in ${look.language}`)));
        equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, path);
      }
      await page.goto(people);
      await page.locator("tbody [name=who]").first().check();
      await page.locator("tbody .glyph").first().click();
      found.push(...(await violationsOf(page, "a menu, and a row that is selected")));
      await page.locator(".menu:popover-open [data-dialog]").first().click();
      await page.locator("dialog[open]").waitFor();
      found.push(...(await violationsOf(page, "a dialog")));
    }
    deepEqual(found, []);
  });

  await t.test(
    "a name is two lines at most and so is a row of one role, the first is near the top on a phone, and nothing moves",
    async (t) => {
      const tallest = (page: Page, which: string) =>
        page.evaluate(
          (selector) =>
            Math.max(
              ...[...document.querySelectorAll(selector)].map((each) => each.getBoundingClientRect().height),
            ),
          which,
        );
      const wide = await open(t, 1280);
      await wide.goto(people);
      // Roles are never cut: a row of many is taller.
      ok((await tallest(wide, "tbody tr:not(:has(.chip + .chip))")) <= 62);
      const phone = await open(t, 390);
      await phone.goto(people);
      ok((await tallest(phone, "tbody th")) <= 66);
      await phone.addInitScript(() => {
        new PerformanceObserver((found) => {
          for (const entry of found.getEntries()) {
            const { value, hadRecentInput } = entry as PerformanceEntry & {
              readonly value: number;
              readonly hadRecentInput: boolean;
            };
            if (!hadRecentInput) document.documentElement.dataset.moved = String(value);
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
      const wrong: string[] = [];
      for (const path of lists) {
        await phone.goto(path);
        // Without the strip that says that the clock was moved, as it is here: no page of real people has it.
        const { top, moved, wide } = await phone.evaluate(() => ({
          top:
            (document
              .querySelector("main :is(tbody tr, .operations li, .days li):not(dialog *)")
              ?.getBoundingClientRect().top ?? 999) -
            (document.querySelector(".strip")?.getBoundingClientRect().height ?? 0),
          moved: Number(document.documentElement.dataset.moved ?? 0),
          wide: document.documentElement.scrollWidth - innerWidth,
        }));
        t.diagnostic(`${path}: the first row at ${top} pixels`);
        if (top > lowestOf(path)) wrong.push(`${path}: the first row at ${top} pixels`);
        if (moved > 0.001) wrong.push(`${path}: moves while it loads, ${moved}`);
        if (wide > 0) wrong.push(`${path}: ${wide} pixels too wide`);
      }
      deepEqual(wrong, []);
    },
  );

  await t.test("what is folded on a phone opens without script, and is not folded elsewhere", async (t) => {
    for (const path of [`${org}/activity`, "/rehearsal/requests", "/"]) {
      const phone = await open(t, 390, { hasScript: false });
      await phone.goto(path);
      const inside = phone.locator(".fold > :not(summary)").first();
      equal(await inside.isVisible(), false, path);
      await phone.locator(".fold > summary").first().click();
      equal(await inside.isVisible(), true, path);
      await phone.setViewportSize({ width: 1280, height: 800 });
      await phone.goto(path);
      equal(await inside.isVisible(), true, path);
      equal(await phone.locator(".fold > summary").first().isVisible(), false, path);
    }
  });

  await t.test("it is searched as one types, and a change leads back to its row", async (t) => {
    const page = await open(t, 1280);
    await page.goto(people);
    await page.locator("[name=q]").pressSequentially("hello");
    await page.locator("tbody tr").nth(1).waitFor({ state: "detached" });
    match(page.url(), /\?q=hello$/);
    equal(await page.locator("tbody tr").count(), 1);
    await page.locator("tbody .glyph").click();
    await page.locator(".menu:popover-open button").first().click();
    await page.locator("dialog input[name=roles]").nth(3).check();
    await Promise.all([page.waitForNavigation(), page.locator("dialog .primary").click()]);
    match(page.url(), /\?q=hello#r-\w+$/);
    await sees(page, `Roles of ${big.both} changed.`);
    equal(await page.locator("tr:target").count(), 1);
  });
});

test("pages are light", { skip }, async (t) => {
  const world = await startLively(t);
  const chromium = await startChromium(t);

  await t.test("none weighs 100 kB, and the second asks for nothing but itself", async (t) => {
    const windowOf = await openWindows(t, chromium, world);
    const tooMuch: string[] = [];
    for (const spot of pagesOf(world)) {
      const page = windowOf(spot.as);
      const cdp = await page.context().newCDPSession(page);
      await cdp.send("Network.enable");
      const load = async (isCold: boolean) => {
        if (isCold) await cdp.send("Network.clearBrowserCache");
        const cached = new Set<string>();
        const requests = new Map<string, { path: string; bytes: number }>();
        cdp.on("Network.responseReceived", ({ requestId, response: { url, fromDiskCache } }) => {
          // Browsers ask for the icon whenever they like.
          if (fromDiskCache !== true && !url.endsWith("/icon.svg")) {
            requests.set(requestId, { path: new URL(url).pathname, bytes: 0 });
          }
        });
        cdp.on("Network.requestServedFromCache", ({ requestId }) => void cached.add(requestId));
        cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
          const request = requests.get(requestId);
          if (request !== undefined) request.bytes = encodedDataLength;
        });
        await page.goto(spot.path);
        return [...requests].flatMap(([id, request]) => (cached.has(id) ? [] : [request]));
      };
      const cold = await load(true);
      const warm = await load(false);
      await cdp.detach();
      const bytes = cold.reduce((sum, each) => sum + each.bytes, 0);
      const html = warm.reduce((sum, each) => sum + each.bytes, 0);
      t.diagnostic(
        `${nameOf(spot)}: ${bytes} bytes in ${cold.length} requests, then ${html} in ${warm.length}`,
      );
      if (bytes >= 100_000) tooMuch.push(`${nameOf(spot)}: ${bytes} bytes`);
      // A message is a document of its own, in a frame.
      if (warm.filter(({ path }) => !/^\/rehearsal\/mail\/\w+\/html$/.test(path)).length !== 1) {
        tooMuch.push(`${nameOf(spot)}: asks for ${warm.map(({ path }) => path).join()}`);
      }
    }
    deepEqual(tooMuch, []);
  });
});
