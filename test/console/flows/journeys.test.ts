// Counts clicks and stops of the keyboard for what people do most: change a person's roles, invite several people, join, see
// which clients break, and see why a request was refused.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { en } from "../../../src/console/words/index.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { peopledSeed } from "../../support/people.ts";
import { startStage } from "../../support/stage.ts";
import { ids } from "../../support/world.ts";
import { refusals } from "../../tables/refusal-kinds.ts";
import { button, openWindow, press, sees } from "../support/browser.ts";

const owner = "owner@example.com";
const list = `/projects/${ids.group}/people`;
const signInPage = `/rehearsal/sign-in?${new URLSearchParams({ next: list })}`;

const thirty = Array.from({ length: 30 }, (_, number) => ({
  username: `person.${number}@example.com`,
  firstName: "서연",
  lastName: "김",
  orgRoles: ["ORG_MEMBER" as const],
}));

const seed = {
  ...peopledSeed,
  orgs: peopledSeed.orgs.map((org) =>
    org.id !== ids.org
      ? org
      : {
          ...org,
          users: [...(org.users ?? []), ...thirty],
          groups: (org.groups ?? []).map((group) => ({
            ...group,
            users: [
              ...(group.users ?? []),
              ...thirty.map(({ username }) => ({ username, roles: ["GROUP_READ_ONLY" as const] })),
            ],
          })),
        },
  ),
};

/** A way to use a page (mouse or keyboard), with a count of what it costs. */
interface Hand {
  readonly cost: () => number;
  /** Begins to count anew. */
  begin(): void;
  /** Presses a link, a button or a box. */
  press(what: Locator): Promise<void>;
  /** Comes to a field, and types into it. */
  type(field: Locator, text: string): Promise<void>;
  /** Chooses a role among many. */
  choose(page: Page, role: string): Promise<void>;
  /** Sends the form, right after what was pressed or typed in it last. */
  send(by: Locator): Promise<void>;
  /** Moves past the head of the page, to its content or to the first row of its list. */
  skip(to: "content" | "list"): Promise<void>;
}

/** Each press of the mouse counts, one into a field as well. */
function mouseOf(page: Page): Hand {
  let clicks = 0;
  page.setDefaultTimeout(10_000);
  return {
    cost: () => clicks,
    begin: () => {
      clicks = 0;
    },
    press: async (what) => {
      clicks++;
      await what.click();
    },
    type: (field, text) => field.fill(text),
    choose: async (page, role) => {
      clicks++;
      await page.getByRole("checkbox", { name: role }).click();
    },
    send: async (by) => {
      clicks++;
      await by.click();
    },
    skip: async () => {},
  };
}

/** Each stop of the tabulator counts. Enter sends the form of a box or a field, and with Ctrl that of an area or a search. */
function keyboardOf(page: Page): Hand {
  let stops = 0;
  const goTo = async (what: Locator) => {
    const wanted = await what.elementHandle();
    for (let count = 0; count < 60; count++) {
      if (await page.evaluate((element) => document.activeElement === element, wanted)) return;
      stops++;
      await page.keyboard.press("Tab");
    }
    throw new Error(`the keyboard does not come to ${what}`);
  };
  return {
    cost: () => stops,
    begin: () => {
      stops = 0;
    },
    async press(what) {
      await goTo(what);
      const isBox = await what.evaluate((element) => element.matches("input"));
      await page.keyboard.press(isBox ? "Space" : "Enter");
    },
    async type(field, text) {
      await goTo(field);
      await page.keyboard.type(text);
    },
    async choose(_, role) {
      await goTo(page.getByRole("searchbox", { name: en.people.picker.find }));
      await page.keyboard.type(role);
      await page.keyboard.press("Enter");
    },
    async send() {
      const takesEnter = () => document.activeElement?.matches("textarea, [type=search]") === true;
      await page.keyboard.press((await page.evaluate(takesEnter)) ? "Control+Enter" : "Enter");
    },
    async skip(to) {
      const label = to === "list" ? en.layout.skipToList : en.layout.skip;
      await goTo(page.getByRole("link", { name: label, exact: true }));
      await page.keyboard.press("Enter");
    },
  };
}

const hands = {
  mouse: { of: mouseOf, most: { roles: 3, invite: 3, join: 1, clients: 1, leave: 3 } },
  keyboard: { of: keyboardOf, most: { roles: 13, invite: 4, join: 4, clients: 5, leave: 13 } },
} as const;

test("journeys", { skip: browserSkipReason, timeout: 240_000 }, async (t) => {
  const stage = await startStage(t, { seed });
  const browser = await startChromium(t);
  const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });

  /** Signs in by one click. */
  const enter = async (t: TestContext) => {
    const page = await openWindow(t, browser, stage, { viewport: { width: 1280, height: 800 } });
    await page.goto(signInPage);
    await press(page, en.rehearsal.signIn.submitAs(owner));
    await page.waitForURL(stage.url + list);
    return page;
  };

  for (const [name, { of, most }] of Object.entries(hands)) {
    /** Says what it cost, and holds it to that. */
    const holdTo = (t: TestContext, hand: Hand, bound: number, what: string) => {
      t.diagnostic(`${what}: ${hand.cost()} by ${name}`);
      ok(hand.cost() <= bound, `${what}: ${hand.cost()} by ${name}, ${bound} at most`);
    };
    await t.test(`somebody's roles are changed, by ${name}`, async (t) => {
      const page = await enter(t);
      const hand = of(page);
      await hand.skip("list");
      await hand.press(link(page, "hello@example.com"));
      await page.waitForURL(/\/invitations\//);
      await hand.skip("content");
      await hand.choose(page, "Cluster Manager");
      await hand.send(button(page, en.layout.save));
      await sees(page, en.people.done.changed("hello@example.com", 1));
      holdTo(t, hand, most.roles, "roles");
      const { json } = await stage.ask("owner", {
        path: `/api/atlas/v2/groups/${ids.group}/invites/${ids.invite}`,
      });
      deepEqual(json.roles, ["GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"]);
    });

    await t.test(`five are invited, and one joins, by ${name}`, async (t) => {
      const page = await enter(t);
      const hand = of(page);
      await hand.skip("content");
      await hand.press(link(page, en.people.invite.title));
      await page.getByRole("dialog").waitFor();
      const guests = [1, 2, 3, 4, 5].map((number) => `guest.${number}@example.com`);
      await hand.type(page.getByLabel(en.people.invite.addresses), guests.join("\n"));
      await hand.send(button(page, en.people.invite.submitMany(5)));
      await sees(page, /^5 people invited: guest\.1@example\.com/);
      holdTo(t, hand, most.invite, "five invited");

      const message = (await stage.mail.list()).find(({ to }) => to === guests[0]);
      const [, path = ""] = /(\/invitations\/[\w-]+)/.exec(message?.text ?? "") ?? [];
      const guest = await openWindow(t, browser, stage);
      const theirs = of(guest);
      await guest.goto(path);
      await theirs.skip("content");
      await theirs.type(guest.getByLabel(en.invitation.firstName), "Grace");
      await theirs.type(guest.getByLabel(en.invitation.lastName), "Sample");
      await theirs.type(guest.getByLabel(en.signIn.password), "nine brave otters");
      await theirs.send(button(guest, en.invitation.join));
      await sees(guest, en.people.done.joined("payments", 1));
      match(guest.url(), /\/projects\//);
      holdTo(t, theirs, most.join, "joined, and in the project");
    });

    await t.test(`somebody leaves, with a receipt, by ${name}`, async (t) => {
      const page = await enter(t);
      const hand = of(page);
      const row = page.getByRole("row", { name: /person\.1@example\.com/ });
      await page.goto(`/orgs/${ids.org}/people?q=person.1%40`);
      await hand.skip("list");
      await hand.press(row.getByRole("button", { name: en.lists.actionsFor("person.1@example.com") }));
      await hand.press(link(page, en.layout.remove));
      await page.waitForURL(/\/leave$/);
      await hand.skip("content");
      await hand.press(button(page, en.layout.remove));
      await page.waitForURL(/\/receipts\//);
      holdTo(t, hand, most.leave, "left");
      const { json } = await stage.ask("owner", {
        path: `/api/atlas/v2/orgs/${ids.org}/users?username=person.1%40example.com`,
        headers: { accept: "application/vnd.atlas.2025-02-19+json" },
      });
      deepEqual(json.results, []);
    });

    await t.test(`which clients break is one press away, the busiest first, by ${name}`, async (t) => {
      const path = `/api/atlas/v2/groups/${ids.group}/invites`;
      for (const agent of ["quiet-client/1", "busy-client/1", "busy-client/1"]) {
        await stage.ask("owner", { path, headers: { "user-agent": agent } });
      }
      const page = await enter(t);
      const hand = of(page);
      await hand.press(link(page, en.layout.rehearsal));
      await page.waitForURL(/\/rehearsal\/sunset/);
      holdTo(t, hand, most.clients, "clients that break");
      match((await page.locator("main").textContent()) ?? "", /busy-client[\s\S]*quiet-client/);
    });
  }

  for (const [kind, ask, sentence] of refusals) {
    await t.test(`why a request was refused is one press from the first page: ${kind}`, async (t) => {
      await ask(stage);
      const page = await openWindow(t, browser, stage, { as: owner });
      stage.faults.clear();
      await page.goto("/");
      const hand = mouseOf(page);
      await hand.press(page.locator("#requests + ul a").first());
      await page.locator("dialog .notice.bad p", { hasText: sentence }).waitFor();
      equal(hand.cost(), 1);
    });
  }

  await t.test("thirty people are a page of one line each", async (t) => {
    const page = await enter(t);
    const { heights, height, columns } = await page.evaluate(() => ({
      heights: [...document.querySelectorAll("tbody tr")].map((row) => row.getBoundingClientRect().height),
      height: document.documentElement.scrollHeight,
      columns: document.querySelectorAll("thead th").length,
    }));
    t.diagnostic(`${heights.length} rows of ${heights[0]} pixels, a page of ${height}`);
    deepEqual([...new Set(heights)], [44]);
    equal(columns, 5);
    ok(height <= heights.length * 44 + 500, `${height} pixels`);
  });
});
