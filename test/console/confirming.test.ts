// Proves that what takes something away is asked first, by a page where there is no script.
import { equal, match } from "node:assert/strict";
import { test } from "node:test";
import { browse } from "../support/console.ts";
import { startStage } from "../support/stage.ts";
import { ids } from "../support/world.ts";

const owner = "owner@example.com";
const teamPage = `/orgs/${ids.org}/teams/${ids.team}`;

test("deleting a team", async (t) => {
  const stage = await startStage(t);
  const teams = () => stage.rows("select name from teams where name = 'core'").length;
  const question = "Delete the team core?";

  await t.test("is asked on a page that changes nothing, and done from there", async () => {
    const browser = browse(stage, owner);
    const shown = await browser.open(teamPage);
    match(shown.html, new RegExp(`name="confirm" value="${question.replace("?", "\\?")}"`));
    const asked = await browser.send(teamPage, "delete", { confirm: question, act: "Delete the team" });
    equal(asked.status, 200);
    match(asked.text, /^Delete the team core\? Cancel Delete the team$/);
    equal(teams(), 1);
    equal((await browser.send(teamPage, "delete")).status, 200);
    equal(teams(), 0);
  });

  await t.test("the page carries the other fields of the form, and shows what it asks as text", async () => {
    const { html } = await browse(stage, owner).send(teamPage, "delete", {
      confirm: "<script>?",
      more: ['"one"', "two"],
    });
    match(html, /<h1>&lt;script>\?<\/h1>/);
    match(html, /name="more" value="&quot;one&quot;".*name="more" value="two"/);
  });
});
