// Passkeys in a real browser, whose authenticator Chromium imitates: adding them, signing in, what an organization demands.
import { deepEqual, equal, match } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { en } from "../../../src/console/words/index.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { peopledSeed } from "../../support/people.ts";
import { startStage } from "../../support/stage.ts";
import { ids } from "../../support/world.ts";
import { button, enterPassword, fill, isAt, openWindow, press, sees } from "../support/browser.ts";

const owner = "owner@example.com";
const member = "member@example.com";
const said = en.passkeys;

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true, level: 1 });

/** An authenticator in the device, as that of a laptop or a phone. */
interface Device {
  /** Sets whether the authenticator recognizes its person. */
  verifies(isUserVerified: boolean): Promise<unknown>;
}

async function giveDevice(page: Page): Promise<Device> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    verifies: (isUserVerified) =>
      devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

async function enterCode(page: Page, code = ""): Promise<void> {
  await page.getByText(said.lost).click();
  await fill(page, said.code, code);
  await press(page, said.useCode);
}

async function signOut(page: Page): Promise<void> {
  await press(page, en.layout.menuOf(owner));
  await press(page, en.layout.signOut);
  await isAt(page, "/sign-in");
}

/** Waits for a page by its heading; it breaks no rule of accessibility. */
async function arrive(page: Page, title: string): Promise<void> {
  await heading(page, title).waitFor();
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run(document)")) as axe.AxeResults;
  const found = violations.map(({ id, nodes }) => `${title}: ${id}: ${nodes[0]?.html}`);
  deepEqual(found, []);
}

/** Adds a passkey where the page has the form for it; the recovery codes that it then shows. */
async function addPasskey(page: Page, name: string): Promise<string[]> {
  await fill(page, en.layout.name, name);
  await press(page, said.add);
  await arrive(page, said.codesTitle);
  const codes = ((await page.locator("#codes").textContent()) ?? "").trim().split("\n");
  equal(codes.length, 10);
  await page.getByRole("link", { name: said.codesKept }).click();
  return codes;
}

test("passkeys", { skip: browserSkipReason, timeout: 240_000 }, async (t) => {
  const stage = await startStage(t, { seed: peopledSeed, policy: { asksAgain: true } });
  const browser = await startChromium(t);
  // At its address browsers have no passkeys.
  const baseURL = stage.url.replace("127.0.0.1", "localhost");
  /** Chromium's device answers an offer among what the browser fills in at once, so that only its own case has that offer. */
  const open = async (t: TestContext, offers = false) => {
    const page = await openWindow(t, browser, stage, { baseURL });
    if (!offers) {
      await page.addInitScript(
        "globalThis.PublicKeyCredential &&= Object.assign(PublicKeyCredential, { isConditionalMediationAvailable: async () => false })",
      );
    }
    return { page, device: await giveDevice(page) };
  };
  /** Leaves a person with a passkey and the codes, signed in, at the account. */
  async function enroll(t: TestContext, offers = false) {
    const opened = await open(t, offers);
    await opened.page.goto("/account");
    await enterPassword(opened.page, owner);
    await isAt(opened.page, "/account");
    const codes = await addPasskey(opened.page, "Laptop");
    await sees(opened.page, said.done.added);
    await arrive(opened.page, en.layout.account);
    return { ...opened, codes };
  }

  await t.test("one is added on the account page, and signs in without a password", async (t) => {
    const { page } = await enroll(t);
    await page.getByRole("rowheader", { name: "Laptop", exact: true }).waitFor();
    await signOut(page);
    await press(page, said.signIn);
    await isAt(page, "/");
    equal(await page.locator(".who small").textContent(), owner);
    equal(stage.rows("select * from sessions").length, 1);
  });

  await t.test("the sign-in page offers it among what the browser fills in", async (t) => {
    const { page } = await enroll(t, true);
    await page.context().clearCookies();
    await page.goto("/sign-in?next=%2Faccount");
    await isAt(page, "/account");
  });

  await t.test("it is asked for after the password; a recovery code does in its place, once", async (t) => {
    const { page, codes } = await enroll(t);
    const [code] = codes;
    const secondStep = async () => {
      await signOut(page);
      await enterPassword(page, owner);
      await arrive(page, said.stepTitle);
      equal(stage.rows("select * from sessions").length, 0);
    };
    await secondStep();
    await press(page, said.use);
    await isAt(page, "/");
    await secondStep();
    await enterCode(page, code);
    await isAt(page, "/");
    await page.goto("/account");
    await sees(page, said.codesLeft(9));
    await secondStep();
    await enterCode(page, code);
    await sees(page.getByRole("alert"), en.refusals.RECOVERY_CODE_REFUSED ?? "");
    // The page asks once more, for either.
    await press(page, said.use);
    await isAt(page, "/");
  });

  await t.test("a person whose device gives none is told so, and may ask it again", async (t) => {
    const { page, device } = await enroll(t);
    const problem = (text: string) => page.getByRole("alert").getByText(text).waitFor();
    await press(page, said.add);
    await problem(said.isKnown);
    await signOut(page);
    await device.verifies(false);
    await press(page, said.signIn);
    await problem(said.failed);
    await device.verifies(true);
    await press(page, said.signIn);
    await isAt(page, "/");
  });

  for (const javaScriptEnabled of [true, false]) {
    const lack = javaScriptEnabled ? "passkeys" : "script";
    await t.test(`a browser without ${lack} is told what they need`, async (t) => {
      const page = await openWindow(t, browser, stage, { baseURL, javaScriptEnabled });
      await page.addInitScript("delete globalThis.PublicKeyCredential");
      await page.goto("/account");
      await enterPassword(page, owner);
      await sees(page, said.missing);
      equal(await button(page, said.add).count(), 0);
    });
  }

  await t.test("an organization that demands one asks for it, and goes on to the page", async (t) => {
    const settings = `/orgs/${ids.org}/settings`;
    const { page } = await enroll(t);
    await page.goto(settings);
    await page.getByLabel(en.orgSettings.factor.of).selectOption("everybody");
    await page.locator("form:has([name=rule])").getByRole("button").click();
    await sees(page, en.orgSettings.done.saved);

    const people = `/orgs/${ids.org}/people`;
    const { page: theirs } = await open(t);
    await theirs.goto(people);
    await enterPassword(theirs, member);
    await isAt(theirs, `/second-factor?next=${encodeURIComponent(people)}`);
    await arrive(theirs, en.orgSettings.factor.title);
    await addPasskey(theirs, "Phone");
    await isAt(theirs, people);

    // A session from before: nothing of it but the second factor is missing.
    stage.execute("update sessions set second_factor = 0");
    await theirs.reload();
    await arrive(theirs, en.orgSettings.factor.title);
    await press(theirs, said.use);
    await isAt(theirs, people);
  });

  const proofs: Readonly<Record<string, (page: Page, codes: readonly string[]) => Promise<void>>> = {
    "a passkey": (page) => button(page, said.use).click(),
    "a recovery code": (page, [code]) => enterCode(page, code),
  };
  for (const [proof, give] of Object.entries(proofs)) {
    await t.test(
      `${proof} proves again who is there before a key is made, and the form goes on`,
      async (t) => {
        const { page, codes } = await enroll(t);
        stage.clock.set({ advance: "PT16M" });
        await page.goto(`/orgs/${ids.org}/keys`);
        await page.getByText(en.credentials.of.keys.create, { exact: true }).first().click();
        const form = page.locator('form:has(input[name=do][value="createKey"])');
        await form.locator("[name=desc]").fill(`made by ${proof}`);
        await form.locator("[name=keyRoles]").first().check();
        await press(form, en.credentials.of.keys.create);
        await arrive(page, said.againTitle);
        await give(page, codes);
        await heading(page, en.credentials.of.keys.made).waitFor();
        equal(stage.rows(`select * from api_keys where description = 'made by ${proof}'`).length, 1);
        await page.goto(`/orgs/${ids.org}/keys`);
        match((await page.locator("main").textContent()) ?? "", new RegExp(`made by ${proof}`));
      },
    );
  }
});
