// Roles are chosen in one way everywhere: searched, by presets, with the chosen ones on top and Save in sight.
import { deepEqual, equal } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Page } from "playwright-core";
import { groupRoleNames } from "../../../src/core/contract/roles.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { peopledSeed } from "../../support/people.ts";
import { startStage } from "../../support/stage.ts";
import { ids } from "../../support/world.ts";
import { openWindow, press } from "../support/browser.ts";

const owner = "owner@example.com";
const member = "member@example.com";
const seed = {
  orgs: peopledSeed.orgs.map((org) => ({
    ...org,
    groups: (org.groups ?? []).map((group) =>
      group.id !== ids.group
        ? group
        : {
            ...group,
            users: [...(group.users ?? []), { username: member, roles: ["GROUP_OWNER" as const] }],
            teams: [{ teamId: ids.team, roleNames: ["GROUP_READ_ONLY" as const] }],
          },
    ),
  })),
};
const people = `/projects/${ids.group}/people`;

/** Measures whether pickers have at most 320 pixels, and whether Save is within the window. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const [pickers = [], saves = []] = ["[data-picker]", ".foot .primary"].map((selector) =>
      [...document.querySelectorAll(selector)]
        .filter((each) => each.checkVisibility())
        .map((each) => each.getBoundingClientRect()),
    );
    return {
      isLow: pickers.length > 0 && pickers.every(({ height }) => height <= 320),
      isSaveSeen: saves.some(({ bottom }) => bottom <= innerHeight),
    };
  });
const right = { isLow: true, isSaveSeen: true };

test("roles are chosen", { skip: browserSkipReason, timeout: 120_000 }, async (t) => {
  const stage = await startStage(t, { seed });
  const browser = await startChromium(t);
  const [{ id: memberId } = { id: "" }] = stage.rows(`select id from users where username = '${member}'`) as {
    id: string;
  }[];
  const heldRoles = async () => {
    const path = `/api/atlas/v2/groups/${ids.group}/users/${memberId}`;
    const accept = "application/vnd.atlas.2025-02-19+json";
    return (await stage.ask("owner", { path, headers: { accept } })).json.roles;
  };
  const open = async (t: TestContext, width = 1280, height = 800) => {
    const page = await openWindow(t, browser, stage, { as: owner, viewport: { width, height } });
    page.setDefaultTimeout(10_000);
    return page;
  };
  /** The dialog of the list, for the first person. */
  const change = async (page: Page) => {
    await page.goto(`${people}?q=${member}`);
    await page.locator("tbody .glyph").first().click();
    await page.locator(".menu:popover-open button").first().click();
    const dialog = page.getByRole("dialog");
    await dialog.locator("[data-picker]").waitFor();
    return dialog;
  };

  await t.test("by the keyboard: the search has the focus, and the foot says what changes", async (t) => {
    const page = await open(t);
    const dialog = await change(page);
    await page.keyboard.type("data access read only");
    await page.keyboard.press("Enter");
    equal(await dialog.locator("label:not([hidden]) input[name=roles]").count(), 1);
    await press(dialog, "Take Owner off");
    const changes = dialog.getByRole("status");
    equal((await changes.textContent())?.trim(), "+ Data Access Read Only − Owner");
    deepEqual(await measure(page), right);
    await dialog.getByRole("searchbox").focus();
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Control+Enter")]);
    deepEqual(await heldRoles(), ["GROUP_DATA_ACCESS_READ_ONLY"]);
  });

  await t.test("by a preset, which replaces what was chosen", async (t) => {
    const page = await open(t, 390, 844);
    const dialog = await change(page);
    equal(await dialog.getByRole("button", { name: "Take Owner off" }).count(), 1);
    await press(dialog, "Developer");
    deepEqual(await measure(page), right);
    await Promise.all([page.waitForNavigation(), dialog.getByRole("button", { name: "Save" }).click()]);
    deepEqual(await heldRoles(), [
      "GROUP_CLUSTER_LOG_VIEWER",
      "GROUP_DATA_ACCESS_READ_WRITE",
      "GROUP_OBSERVABILITY_VIEWER",
    ]);
  });

  await t.test("with Save in sight, wherever they are", async (t) => {
    const page = await open(t);
    for (const path of [
      `${people}/invite`,
      `${people}/${memberId}`,
      `/projects/${ids.group}/invitations/${ids.invite}`,
      `/projects/${ids.group}/teams/${ids.team}`,
      `/orgs/${ids.org}/people/invite`,
    ]) {
      await page.goto(path);
      deepEqual({ path, ...(await measure(page)) }, { path, ...right });
    }
    for (const path of [`/orgs/${ids.org}/people/${memberId}`, `/projects/${ids.group}/keys`]) {
      await page.goto(path);
      await page.locator(".actions .primary").first().click();
      deepEqual({ path, ...(await measure(page)) }, { path, ...right });
    }
  });

  await t.test("from boxes alone without script, under four headings", async (t) => {
    const page = await openWindow(t, browser, stage, { as: owner, javaScriptEnabled: false });
    await page.goto(`${people}/${memberId}`);
    equal(await page.getByRole("searchbox").count(), 0);
    equal(await page.locator("[data-picker] input[type=checkbox]").count(), groupRoleNames.length);
    deepEqual(await page.locator(".picks legend").allInnerTexts(), [
      "Project",
      "Data",
      "Clusters",
      "Monitoring",
    ]);
    await page.getByRole("checkbox", { name: "Alerts Manager" }).check();
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Save" }).click()]);
    deepEqual(await heldRoles(), ["GROUP_OWNER", "GROUP_ALERTS_MANAGER"]);
  });
});
