// The browsers on the page of the account, as a person without script uses it.
import { doesNotMatch, equal } from "node:assert/strict";
import { test } from "node:test";
import { browse, openBrowser, startPages, visit } from "../support/console.ts";
import { startStage } from "../support/stage.ts";

test("the browsers on the page of the account", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;
  const owner = "owner@example.com";
  const idOf = (html: string) => /name="id" value="([0-9a-f]{24})"/.exec(html)?.[1] ?? "";

  await t.test("are listed, and any is signed out, as often as one likes", async () => {
    const [lost, kept] = [browse(stage, owner), browse(stage, owner)];
    stage.execute(
      "update sessions set user_agent = 'curl/8' where rowid = (select min(rowid) from sessions)",
    );
    const { html } = await visit(kept, [
      "/account",
      /curl\/8 127\.0\.0\.1 /,
      /Firefox This browser 127\.0\.0\.1 /,
    ]);
    const id = /value="([0-9a-f]{24})"[^>]*>(?:(?!<\/form>).)*Sign out curl\/8/s.exec(html)?.[1] ?? "";
    for (let time = 0; time < 2; time++) {
      const after = await visit(kept, [
        "/account",
        "signOutSession",
        { id },
        /The browser has been signed out\./,
      ]);
      equal(after.text.includes("curl/8"), false);
    }
    await visit(lost, ["/account", { to: "/sign-in?next=%2Faccount" }]);
  });

  await t.test("this one too, which leads to the page to sign in", async () => {
    const { html } = await visit(["/account"]);
    await visit([
      "/account",
      "signOutSession",
      { id: idOf(html) },
      { to: "/sign-in?next=%2Faccount%3Fended" },
    ]);
  });

  await t.test("may have asked from an unknown address", async () => {
    const browser = browse(stage, owner);
    stage.execute("update sessions set remote_address = ''");
    await visit(browser, [
      "/account",
      /Firefox This browser Unknown address /,
      { html: /Sign out Firefox at Unknown address/ },
    ]);
  });

  await t.test("have Korean words", async () => {
    const browser = browse(stage, owner, "ko");
    stage.execute("update sessions set remote_address = ''");
    await visit(browser, ["/account", /이 브라우저/, /알 수 없는 주소/]);
  });
});

test("no field takes the focus from the reason why a sign-in was refused", async (t) => {
  const { html } = await visit(
    openBrowser(await startStage(t)),
    ["/sign-in", { html: /autofocus/ }],
    ["/sign-in", "signIn", { username: "owner@example.com", password: "no" }, { html: /role="alert"/ }],
  );
  doesNotMatch(html, /autofocus/);
});
