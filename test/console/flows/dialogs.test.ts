// Proves that every dialog of the pages is the same: a title, a cross, the first field, a foot in sight, and the way back.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { ids } from "../../support/world.ts";
import { openWindow, press } from "../support/browser.ts";
import { startLively } from "../support/lively.ts";

const skip = browserSkipReason;
/** The narrow one, where least fits; `.ci/nightly` looks at both. */
const windows = [
  [390, 700],
  ...(process.env.ANTEROOM_ALL_LOOKS === "1" ? ([[1280, 800]] as const) : []),
] as const;
/** Dialogs of the page, of lines of a menu, and of rows that are picked. */
const openers = "main :is(a, button):is([data-sheet], [data-dialog], [data-confirm])";

/** Lists what is wrong with the dialog that is open. */
const flawsOf = () => {
  const [dialog, ...more] = document.querySelectorAll<HTMLDialogElement>("dialog:modal");
  if (dialog === undefined) return ["no dialog"];
  const focused = document.activeElement;
  const field = [...dialog.querySelectorAll<HTMLElement>("input, select, textarea")].find(
    (each) => each.checkVisibility() && !each.matches("[type=hidden], :disabled"),
  );
  const foot = [...dialog.querySelectorAll(".foot > :is(a, button)")];
  const box = dialog.getBoundingClientRect();
  const title = document.getElementById(dialog.getAttribute("aria-labelledby") ?? "");
  const parts: Record<string, Element | null> = {
    title,
    cross: dialog.querySelector("header [data-close]"),
    ...Object.fromEntries(foot.map((each) => [each.textContent ?? "", each])),
  };
  const unseen = Object.entries(parts).filter(([, part]) => {
    const { top = 0, bottom = 0, height = 0 } = part?.getBoundingClientRect() ?? {};
    return (
      part?.textContent === "" || height === 0 || top < box.top || bottom > box.bottom || bottom > innerHeight
    );
  });
  return [
    more.length > 0 && "several dialogs",
    ...unseen.map(([name]) => `does not show ${name}`),
    !dialog.contains(focused) && "the focus is elsewhere",
    field !== undefined && focused !== field && !focused?.matches("[autofocus]") && "not the first field",
    dialog.querySelector("form") !== null && foot.length < 2 && "no foot",
    box.right > innerWidth + 0.5 && "wider than the window",
  ].filter((flaw) => flaw !== false);
};

const isOpen = (page: Page) => page.locator("dialog:modal").count();

test("a dialog is a dialog", { skip }, async (t) => {
  const world = await startLively(t);
  const chromium = await startChromium(t);

  for (const [width, height] of windows) {
    await t.test(`with all that belongs to it, in a window of ${width}`, async (t) => {
      const page = await openWindow(t, chromium, world, {
        as: world.usernames.owner,
        viewport: { width, height },
        reducedMotion: "reduce",
      });
      const wrong: string[] = [];
      const seen = new Set<string>();
      for (const { pattern: own, path, as } of world.spots) {
        // Those of an organization and of a project are alike.
        const pattern = own.replace(/^\/(orgs|projects)\/:\w+/, "");
        if (as === "stranger" || as === "nobody" || seen.has(pattern)) continue;
        await page.goto(path);
        seen.add(pattern);
        const names = await page
          .locator(openers)
          .evaluateAll((all) => all.map((each) => each.textContent ?? ""));
        for (const [at, name] of names.entries()) {
          if (seen.has(`${pattern} ${name}`)) continue;
          seen.add(`${pattern} ${name}`);
          const opener = page.locator(openers).nth(at);
          await page.locator("[popover]:popover-open").evaluateAll((all) => {
            for (const each of all) (each as HTMLElement).hidePopover();
          });
          const menu = await opener.evaluate((each) => {
            for (const row of document.querySelectorAll<HTMLInputElement>(
              "tbody [name=who], tbody [name=id]",
            )) {
              if (row.type === "checkbox") row.checked = each.closest(".bulk") !== null;
            }
            return each.closest("[popover]")?.id;
          });
          const button = menu === undefined ? opener : page.locator(`[popovertarget="${menu}"]`);
          if (menu !== undefined) await button.click();
          if (!(await opener.isVisible())) continue;
          await opener.click();
          await page.locator("dialog:modal header").waitFor();
          wrong.push(...(await page.evaluate(flawsOf)).map((flaw) => `${path}, ${name}: ${flaw}`));
          await page.keyboard.press("Escape");
          equal(await isOpen(page), 0, `${path}, ${name}`);
          if (!(await button.evaluate((each) => each === document.activeElement))) {
            wrong.push(`${path}, ${name}: the focus does not come back`);
          }
        }
      }
      t.diagnostic(`${seen.size} pages and dialogs`);
      deepEqual(wrong, []);
    });
  }

  const people = `/projects/${ids.group}/people`;
  const keys = `/orgs/${ids.org}/keys`;

  await t.test("it, and a menu, stand still from the first frame on, to be clicked at once", async (t) => {
    const page = await openWindow(t, chromium, world, { as: world.usernames.owner });
    await page.goto(keys);
    for (const [opener, opened] of [
      ["[popovertarget=me]", "#me [type=submit]"],
      ["[data-sheet]", "dialog:modal [type=submit]"],
    ] as const) {
      const places = await page.evaluate(
        async ([opener, opened]) => {
          document.querySelector<HTMLElement>(opener)?.click();
          const found = [];
          for (let frame = 0; frame < 12; frame++) {
            await new Promise(requestAnimationFrame);
            found.push(document.querySelector(opened)?.getBoundingClientRect().top);
          }
          return found;
        },
        [opener, opened] as const,
      );
      deepEqual([...new Set(places)], [places[0]], opened);
      ok((places[0] ?? 0) > 0, opened);
    }
  });

  await t.test("a click beside it closes it, one in it does not", async (t) => {
    const page = await openWindow(t, chromium, world, { as: world.usernames.owner });
    await page.goto(keys);
    await page.locator("[data-sheet]").first().click();
    await page.locator("dialog:modal h2").click();
    equal(await isOpen(page), 1);
    await page.waitForTimeout(500);
    await page.mouse.click(5, 300);
    equal(await isOpen(page), 0);
    await page.locator("[data-sheet]").first().click();
    await press(page.getByRole("dialog", { name: "Create an API key" }), "Close");
    equal(await isOpen(page), 0);
  });

  await t.test("a double click opens one, and a slow one shows that it is on its way", async (t) => {
    const page = await openWindow(t, chromium, world, { as: world.usernames.owner });
    await page.goto(people);
    const opener = page.locator("a.primary[data-dialog]");
    await opener.dblclick();
    await page.locator("dialog:modal header").waitFor();
    equal(await page.locator("dialog[open]").count(), 1);
    await page.goto(keys);
    await page.locator("[data-sheet]").first().dblclick();
    equal(await isOpen(page), 1);

    await page.goto(people);
    const watched = await page.evaluateHandle(() => {
      const shown: string[] = [];
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) {
          for (const each of addedNodes) {
            if (each instanceof HTMLElement && each.matches(".busy")) shown.push(each.className);
          }
        }
      }).observe(document.body, { childList: true });
      return shown;
    });
    await opener.click();
    await page.locator("dialog:modal header").waitFor();
    await page.keyboard.press("Escape");
    const quick = await watched.evaluate((shown) => shown.length);
    await page.route("**/people/invite", async (route) => {
      await page.locator(".busy").waitFor();
      await route.continue();
    });
    await opener.dblclick();
    await page.locator("dialog:modal header").waitFor();
    equal(await page.locator("dialog[open]").count(), 1);
    equal(await watched.evaluate((shown) => shown.length), quick + 1);
    equal(await page.locator(".busy").count(), 0);
  });

  await t.test("a list that was being read again stays below a dialog that opened meanwhile", async (t) => {
    const page = await openWindow(t, chromium, world, { as: world.usernames.owner });
    const list = "/rehearsal/requests";
    await page.goto(list);
    let release = () => {};
    const held = new Promise<void>((resolve) => void (release = resolve));
    const isList = ({ href }: URL) => href === `${world.url}${list}`;
    await page.route(isList, async (route) => {
      await held;
      await route.continue();
    });
    await page.waitForRequest((request) => isList(new URL(request.url())));
    const opener = page.locator("main tbody a[data-dialog]").first();
    await opener.click();
    // One more request in the log, so that the list has changed.
    await world.ask("owner", { path: "/api/atlas/v2/orgs" });
    await page.locator("dialog:modal header").waitFor();
    const read = page.waitForResponse((response) => isList(new URL(response.url())));
    release();
    await (await read).finished();
    await page.waitForTimeout(100);
    await page.keyboard.press("Escape");
    ok(await opener.evaluate((each) => each === document.activeElement));
  });

  await t.test("a form that was refused comes back in its dialog, with the reason", async (t) => {
    const page = await openWindow(t, chromium, world, { as: world.usernames.owner });
    await page.goto(keys);
    await page.locator("[data-sheet]").first().click();
    await page.locator("dialog:modal [name=desc]").fill("no roles");
    await Promise.all([page.waitForNavigation(), page.locator("dialog:modal .primary").click()]);
    deepEqual(await page.evaluate(flawsOf), ["not the first field"]);
    ok(await page.locator("dialog:modal [role=alert]:focus").isVisible());
    equal(await page.locator("dialog:modal [name=desc]").inputValue(), "no roles");
  });

  await t.test("without script its page comes again, with the dialog in place", async (t) => {
    const page = await openWindow(t, chromium, world, {
      as: world.usernames.owner,
      javaScriptEnabled: false,
    });
    await page.goto(keys);
    await page.locator("[data-sheet]").first().click();
    await page.locator("dialog [name=desc]").fill("by hand");
    await page.locator("dialog [name=keyRoles]").first().check();
    await page.locator("dialog .primary").click();
    equal(await page.locator(".secret output").count(), 2);
    await page.goto(keys);
    await page.locator("[data-sheet]").first().click();
    await page.locator("dialog [data-close]").click();
    equal(await page.locator("dialog[open]").count(), 0);
  });
});
