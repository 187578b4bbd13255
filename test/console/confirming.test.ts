// Proves that what takes something away is asked first, by a page where there is no script.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { startPages } from "../support/console.ts";
import { ids } from "../support/world.ts";

const teamPage = `/orgs/${ids.org}/teams/${ids.team}`;

test("deleting a team", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;
  const teams = () => stage.rows("select name from teams where name = 'core'").length;
  const question = "Delete the team core?";

  await t.test("is asked on a page that changes nothing, and done from there", async () => {
    await visit(
      [teamPage, { html: new RegExp(`name="confirm" value="${question.replace("?", "\\?")}"`) }],
      [
        teamPage,
        "delete",
        { confirm: question, act: "Delete the team" },
        200,
        /^Delete the team core\? Cancel Delete the team$/,
      ],
    );
    equal(teams(), 1);
    await visit([teamPage, "delete", {}, 200]);
    equal(teams(), 0);
  });

  await t.test("the page carries the other fields of the form, and shows what it asks as text", async () => {
    await visit([
      teamPage,
      "delete",
      { confirm: "<script>?", more: ['"one"', "two"] },
      { html: /<h1>&lt;script>\?<\/h1>/ },
      { html: /name="more" value="&quot;one&quot;".*name="more" value="two"/ },
    ]);
  });
});
