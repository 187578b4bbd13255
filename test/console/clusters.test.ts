// The page of a project's clusters, as a person without script uses it.
import { equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { startPages } from "../support/console.ts";
import { until } from "../support/until.ts";
import { ids } from "../support/world.ts";

const page = `/projects/${ids.group}/clusters`;

test("the page of clusters", async (t) => {
  const stage = await startPages(t);
  const { get, visit } = stage;
  const place = "AWS EU_WEST_1";
  const made = { M0: "Free · M0", Flex: "Flex", M10: "Replica set · M10" };

  await t.test("it makes clusters of each size, shows what there is of them, and deletes them", async () => {
    await visit([page, /The project has no cluster yet\./]);
    for (const size of Object.keys(made)) {
      await visit([page, "add", { name: `Of-${size}`, size, place }, /The cluster is being made\./]);
    }
    const { text, html } = await visit([page]);
    for (const [size, kind] of Object.entries(made)) {
      match(text, new RegExp(`Of-${size} (being made|ready) ${kind} AWS EU_WEST_1`), size);
    }
    match(text, /No database is behind these clusters/);
    match(text, /Clusters are being made, changed or deleted\. Refresh/);
    match(html, /<div id="moving" data-anew="true"/);
    match(html, /href="\/projects\/\w+\/who-can\?operation=logIn&amp;cluster=Of-M10"/);
    await stage.clock.advance("PT30M");
    const ready = await visit([page, /Of-M10 ready/]);
    await get("updateGroupCluster", { params: { clusterName: "Of-M10" }, body: { paused: true } });
    await stage.clock.advance("PT30M");
    await visit([page, /Of-M10 paused/]);
    ok(!ready.text.includes("Refresh") && !ready.html.includes("data-anew"));
    match(ready.html, /data-text="mongodb:\/\/of-m10-shard-00-00\.\w+\.no-deployment\.invalid:27017,/);
    for (const id of ["clusters.Of-M0", "flexClusters.Of-Flex"]) {
      await visit([page, "delete", { id }, /The cluster is being deleted\.|Deleting/]);
    }
    const { stateName } = await get("getGroupCluster", { params: { clusterName: "Of-M0" } });
    equal(stateName, "DELETING");
    await stage.clock.advance("PT30M");
    const left = await visit([page]);
    ok(left.text.includes("Of-M10") && !left.text.includes("Of-M0") && !left.text.includes("Of-Flex"));
  });

  await t.test("a refusal is said beside the form, and what was typed stays", async () => {
    await visit(
      [page, "add", { name: "Main", size: "M10", place }],
      [
        page,
        "add",
        { name: "Main", size: "M10", place },
        /Main/,
        { html: /role="alert"|aria-invalid/ },
        { html: /value="Main"/ },
      ],
      [page, "add", { name: "not a name!", size: "M0", place }, { html: /role="alert"|aria-invalid/ }],
      [page, "add", { name: "Other", size: "M10", place: "AWS MARS_1" }, /MARS_1/],
    );
  });

  await t.test("a role that is made without some of its actions names them", async () => {
    stage.execute(
      `insert into provisions (id, deployment, group_id, kind, name, mark, applied, is_begun, lacks_roles, version, due_at, tries, problem)
       values ('${"1".repeat(24)}', 'db:1', '${ids.group}', 'ROLE', 'anteroom.${ids.group}.reports', 'm', 'x', 0, 0, 1, 1, 0, null)`,
    );
    let text = "";
    // The server compares its rows with the project once more, to which this one does not belong.
    await until(async () => {
      stage.execute("update provisions set waits_since = null, problem = 'ACTION_MISSING:OUT_TO_S3,analyze'");
      text = (await visit([page])).text;
      return !text.includes("Not yet in the database");
    });
    match(text, /The role reports is made without actions that db:1 does not know: OUT_TO_S3, analyze\./);
  });

  await t.test("who only reads sees them, and is offered nothing", async () => {
    await visit([page, "add", { name: "Main", size: "M10", place }]);
    await get("addGroupUsers", { body: { username: "member@example.com", roles: ["GROUP_READ_ONLY"] } });
    const { html } = await visit("member@example.com", [page, 200, /Main/]);
    ok(!html.includes("Create a cluster") && !html.includes('name="_form" value="delete"'));
  });
});
