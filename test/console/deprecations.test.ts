// Proves the page of an organization's deprecated calls: its owners see who calls what, others do not.
import { equal, match } from "node:assert/strict";
import { test } from "node:test";
import { browse } from "../support/console.ts";
import { startStage } from "../support/stage.ts";
import { ids } from "../support/world.ts";

const page = `/orgs/${ids.org}/deprecations`;

test("the deprecated calls of an organization", async (t) => {
  const stage = await startStage(t);

  await t.test("are none before there is one", async () => {
    match(
      (await browse(stage, "owner@example.com").open(page)).text,
      /No deprecated operation has been called/,
    );
  });

  await t.test("are listed for an owner, with bars and what to call instead", async () => {
    const path = `/api/atlas/v2/groups/${ids.group}/invites`;
    await stage.ask("owner", { path, headers: { "user-agent": "curl/8.14.1" } });
    // Calls are written every five seconds, or when the test controls are asked.
    await stage.send({ path: "/_anteroom/v1/deprecations" });
    const shown = await browse(stage, "owner@example.com").open(page);
    equal(shown.status, 200);
    match(shown.text, /listGroupInvites curl\/8\.14\.1, API key orgowner 1/);
    match(shown.html, /<svg class="bars" role="img" aria-label="curl\/8\.14\.1"/);
    match(shown.text, /orgMembershipStatuses=PENDING/);
  });

  await t.test("are not for members", async () => {
    match((await browse(stage, "member@example.com").open(page)).text, /Only owners of the organization see/);
  });
});
