// Signing in a program that leads a browser here, in a real one: over the sign-in page, by the keyboard alone and without script, to
// the program that listens on this machine.
import { deepEqual, equal, ok } from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { en, ko } from "../../../src/console/words/index.ts";
import { cli, codeIn, openProgram, pastePage, said } from "../../support/authorization.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { password, peopledSeed } from "../../support/people.ts";
import { startStage } from "../../support/stage.ts";
import { openWindow, press, reach, sees } from "../support/browser.ts";

const owner = "owner@example.com";
const words = en.authorization;
const question = words.question("Atlas CLI");

/** A program that waits for the browser, as the atlas CLI does; `path` is where it was asked last. */
async function listen(t: TestContext, host: string) {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    if (url.startsWith("/atlas-cli/")) asked.push(url);
    response
      .setHeader("content-type", "text/html")
      .end("<title>Atlas CLI</title><p>You may close this window.</p>");
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  t.after(() => server.closeAllConnections());
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const origin = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  return { redirectUri: `${origin}/atlas-cli/callback`, answered: () => `${origin}${asked.at(-1)}` };
}

test("signing a program in", { skip: browserSkipReason, timeout: 240_000 }, async (t) => {
  const stage = await startStage(t, { seed: peopledSeed });
  const browser = await startChromium(t);

  await t.test("leads over the sign-in page to the question, and by Enter back to the program", async (t) => {
    const waiting = await listen(t, "127.0.0.1");
    const program = openProgram(stage, waiting.redirectUri);
    const page = await openWindow(t, browser, stage, { javaScriptEnabled: false });
    await page.goto(program.path());
    await reach(page, en.signIn.address);
    await page.keyboard.type(owner);
    await reach(page, en.signIn.password);
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: question }).waitFor();
    deepEqual(
      [await page.locator("main dt").allTextContents(), await page.locator("main dd").allTextContents()],
      [
        [en.commandLine.client, words.to, en.commandLine.as, en.commandLine.may],
        ["Atlas CLI", `${waiting.redirectUri}${words.here}`, owner, en.commandLine.mayAll],
      ],
    );
    await reach(page, en.commandLine.confirm);
    await page.keyboard.press("Enter");
    await sees(page, "You may close this window.");
    const code = codeIn(waiting.answered());
    deepEqual(said(waiting.answered()), { code, state: program.state, iss: stage.url });
    const token = (await program.exchange(code)).json.access_token;
    equal((await stage.bearing(token, { path: "/api/atlas/v2/groups" })).status, 200);

    await page.goto("/account");
    await press(page, en.account.commandLines.signOutOf("Atlas CLI", "127.0.0.1"));
    await sees(page, en.account.commandLines.signedOut);
    equal((await stage.bearing(token, { path: "/api/atlas/v2/groups" })).status, 401);
  });

  await t.test(
    "leads back to a program on IPv6 too, where a policy has no word for its address",
    async (t) => {
      const waiting = await listen(t, "::1");
      const page = await openWindow(t, browser, stage, { as: owner });
      const program = openProgram(stage, waiting.redirectUri);
      await page.goto(program.path());
      await press(page, en.commandLine.confirm);
      await sees(page, "You may close this window.");
      equal((await program.exchange(codeIn(waiting.answered()))).status, 200);
    },
  );

  await t.test("tells the program that it was denied, in Korean", async (t) => {
    const waiting = await listen(t, "127.0.0.1");
    const page = await openWindow(t, browser, stage, { as: owner, locale: "ko-KR" });
    await page.goto(openProgram(stage, waiting.redirectUri).path());
    await sees(page, ko.authorization.beware);
    await press(page, ko.commandLine.deny);
    await sees(page, "You may close this window.");
    equal(said(waiting.answered()).error, "access_denied");
  });

  await t.test("shows what is to be pasted into a terminal elsewhere, and goes nowhere", async (t) => {
    const page = await openWindow(t, browser, stage, { as: owner });
    const program = openProgram(stage, pastePage);
    await page.goto(program.path());
    await sees(page, words.byHand);
    await press(page, en.commandLine.confirm);
    await page.getByRole("heading", { name: words.pasteTitle }).waitFor();
    equal(page.url(), `${stage.url}${program.path()}`);
    const shown = (await page.locator("#answer").textContent()) ?? "";
    equal((await program.exchange(codeIn(shown))).status, 200);
  });

  await t.test(
    "asks nothing for a program that is not known, or an address that is not its own",
    async (t) => {
      const page = await openWindow(t, browser, stage, { as: owner });
      for (const [changes, flaw] of [
        [{ client_id: `${cli}x` }, words.flaws.client],
        [{ redirect_uri: "https://evil.example/atlas-cli/callback" }, words.flaws.redirect],
      ] as const) {
        await page.goto(openProgram(stage).path(changes));
        await sees(page, flaw);
        ok(page.url().startsWith(stage.url));
        equal(await page.locator("main form").count(), 0);
      }
    },
  );
});
