// Inviting in a real browser, in a world of hundreds: what it costs in clicks, that nothing scrolls, and what the form says meanwhile.
import { deepEqual, equal, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { en } from "../../../src/console/words/index.ts";
import { big, bigNow, bigSeed } from "../../support/big-world.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { startStage } from "../../support/stage.ts";
import { button, fill, openWindow, sees } from "../support/browser.ts";

const v2025 = { accept: "application/vnd.atlas.2025-02-19+json" };
const exact = true;

/** Presses with the mouse what can be seen without scrolling, and counts. */
function mouseOf(page: Page) {
  const hand = {
    clicks: 0,
    async press(what: Locator) {
      await what.waitFor();
      const box = await what.boundingBox();
      const { width = 0, height = 0 } = page.viewportSize() ?? {};
      ok(
        box && box.y >= 0 && box.y + box.height <= height && box.x + box.width <= width,
        `${what} is out of sight`,
      );
      hand.clicks++;
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    },
  };
  return hand;
}

test("inviting in a browser", { skip: browserSkipReason, timeout: 240_000 }, async (t) => {
  const stage = await startStage(t, { seed: bigSeed });
  const browser = await startChromium(t);
  const open = async (t: TestContext, path: string) => {
    stage.clock.set({ now: bigNow });
    const page = await openWindow(t, browser, stage, {
      as: big.owner.username,
      viewport: { width: 1280, height: 800 },
    });
    await page.goto(path);
    return page;
  };
  const inOrg = async () => {
    const found = [];
    for (let pageNum = 1; pageNum <= 2; pageNum++) {
      const path = `/api/atlas/v2/orgs/${big.org}/users?itemsPerPage=500&pageNum=${pageNum}`;
      const { json } = await stage.as(big.key, { path, headers: v2025 });
      found.push(...json.results);
    }
    return found;
  };

  await t.test(
    "roles of a pending invitation: three clicks from the first page, and nothing scrolls",
    async (t) => {
      const page = await open(t, "/");
      const hand = mouseOf(page);
      const username = big.both;
      await hand.press(page.locator("#palette"));
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      await page.keyboard.type(username);
      await dialog.locator("a[href*='/invitations/']").first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/orgs\/\w+\/invitations\/\w+$/);
      const role = await page
        .locator("[data-picker] input[type=checkbox]:not(:checked)")
        .first()
        .inputValue();
      const wanted = page.locator(`[data-picker] input[value=${role}]`);
      await hand.press(wanted);
      await hand.press(button(page, en.layout.save));
      await sees(page, en.people.done.changed(username, 1));
      t.diagnostic(`${hand.clicks} clicks, 1 field`);
      equal(hand.clicks, 3);
      const held = (await inOrg()).find((user) => user.username === username).roles.orgRoles;
      ok(held.includes(role), String(held));
    },
  );

  await t.test(
    "twenty people with a team and a project: four clicks and one field from the first page",
    async (t) => {
      const page = await open(t, "/");
      const hand = mouseOf(page);
      await hand.press(page.getByRole("link", { name: en.people.invite.to("Acme"), exact }));
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      const addresses = Array.from({ length: 20 }, (_, nth) => `twenty.${nth}@example.com`);
      await fill(dialog, en.people.invite.addresses, addresses.join("\n"));
      const choose = async (group: string, name: string) => {
        const box = dialog.getByRole("group", { name: group, exact }).getByRole("checkbox", { name, exact });
        await box.evaluate((element) => element.scrollIntoView({ block: "center" }));
        await hand.press(box);
      };
      await choose(en.layout.teams, "core");
      await choose(en.layout.projects, "payments");
      await hand.press(button(page, "Invite 20 people"));
      await sees(page, /^20 people invited: twenty\.0@example\.com/);
      t.diagnostic(`${hand.clicks} clicks, 1 field`);
      equal(hand.clicks, 4);
      const made = (await inOrg()).filter(({ username }) => username.startsWith("twenty."));
      equal(made.length, 20);
      for (const { teamIds, roles } of made) {
        deepEqual(teamIds, [big.team]);
        deepEqual(roles.groupRoleAssignments, [{ groupId: big.group, groupRoles: ["GROUP_READ_ONLY"] }]);
      }
    },
  );

  await t.test(
    "twenty people join a team: two clicks and one field; a name is searched as one types",
    async (t) => {
      const people = (await inOrg()).filter(
        ({ teamIds, orgMembershipStatus }) => orgMembershipStatus === "ACTIVE" && !teamIds.includes(big.team),
      );
      const page = await open(t, `/orgs/${big.org}/teams/${big.team}`);
      const hand = mouseOf(page);
      await hand.press(page.getByRole("link", { name: en.teams.addMember, exact }));
      const field = page.getByRole("dialog").getByLabel(en.layout.people);
      await field.fill(
        `${people
          .slice(0, 19)
          .map(({ username }) => username)
          .join("\n")}\n`,
      );
      await field.press("Control+End");
      await field.pressSequentially("grace sample");
      const offered = page.locator("[data-offered] input");
      await offered.first().waitFor();
      const theirs = await offered.first().inputValue();
      await offered.first().click();
      await offered.first().waitFor({ state: "detached" });
      ok((await field.inputValue()).endsWith(`\n${theirs}\n`));
      await hand.press(button(page, en.layout.add));
      await sees(page, /^Added .+ and 17 others\.$/);
      t.diagnostic(`${hand.clicks} clicks, 1 field`);
      equal(hand.clicks, 2);
    },
  );
});
