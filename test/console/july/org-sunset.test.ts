// The sunset of an organization: its owners see who calls what ends, others do not.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { startPages } from "../../support/console.ts";
import { ids } from "../../support/world.ts";

const page = `/orgs/${ids.org}/sunset`;

test("the sunset of an organization", async (t) => {
  const stage = await startPages(t);
  const open = (path: string, as = "owner@example.com") => stage.visit(as, [path]);

  await t.test("breaks nothing before there is a call", async () => {
    const { text } = await open(page);
    match(text, /\d+ days until 1 July 2027/);
    match(text, /No client calls anything that ends/);
  });

  await t.test("lists calls for an owner, with bars and what to call instead", async () => {
    const path = `/api/atlas/v2/groups/${ids.group}/invites`;
    await stage.ask("owner", { path, headers: { "user-agent": "curl/8.14.1" } });
    // Calls are written every five seconds, or when the test controls are asked.
    await stage.send({ path: "/_anteroom/v1/deprecations" });
    const shown = await open(page);
    equal(shown.status, 200);
    match(shown.text, /curl\/8\.14\.1 1 call breaks/);
    match(shown.text, /listGroupInvites GET .* 1 call, last .* API key orgowner/);
    match(shown.html, /<svg class="bars" role="img" aria-label="Calls of curl\/8\.14\.1 by day"/);
    match(shown.text, /orgMembershipStatuses=PENDING/);
  });

  await t.test(
    "shows the days of all that ends, and counts a call of what is not here without a link",
    async () => {
      const path = `/api/atlas/v2/groups/${ids.group}/privateEndpoint/serverless/instance/some/endpoint/e2b6e34b3d91647abb20e7b9`;
      const headers = { "user-agent": "older/1", accept: "application/vnd.atlas.2023-01-01+json" };
      equal((await stage.ask("owner", { method: "DELETE", path, headers })).status, 410);
      await stage.send({ path: "/_anteroom/v1/deprecations" });
      const { text, html } = await open(page);
      match(
        text,
        /Day Versions that end Operations Removed altogether .* 2027-02-04 4 4 4 .* 2027-07-01 69 59 25/,
      );
      match(
        text,
        /older\/1 1 call breaks .*# Call a Flex or dedicated cluster\. Anteroom does not have it\./,
      );
      ok(!/\/docs\/deleteGroupPrivateEndpointServerlessInstanceEndpoint/.test(html));
    },
  );

  await t.test("is saved as a report", async () => {
    const json = JSON.parse((await open(`${page}/json`)).html);
    deepEqual(
      json.findings.map(({ operationId, count }: { operationId: string; count: number }) => [
        operationId,
        count,
      ]),
      [
        ["deleteGroupPrivateEndpointServerlessInstanceEndpoint", 1],
        ["listGroupInvites", 1],
      ],
    );
    match((await open(`${page}/md?client=curl%2F8.14.1`)).html, /listGroupInvites/);
    equal((await open(`${page}/exe`)).to, page);
  });

  await t.test("hides from members who calls what", async () => {
    match((await open(page, "member@example.com")).text, /Only owners of the organization see/);
    equal((await open(`${page}/json`, "member@example.com")).to, page);
  });
});
