// GET /orgs, answer by answer. What pages have in common is tested in test/versions.test.ts.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = "/api/atlas/v2/orgs";

test("listOrgs", async (t) => {
  const stage = await startStage(t);
  const names = async (query: string) => {
    const { results, totalCount } = (await stage.ask("owner", { path: `${path}${query}` })).json;
    return { names: results.map((org: { name: string }) => org.name), totalCount };
  };

  await t.test("200 answers the one organization of the caller", async () => {
    const reply = await stage.ask("member", { path });
    const org = {
      id: ids.org,
      isDeleted: false,
      links: [{ href: `${stage.url}${path}/${ids.org}`, rel: "self" }],
      name: "Acme",
      skipDefaultAlertsSettings: false,
    };
    const links = [{ href: `${stage.url}${path}?pageNum=1&itemsPerPage=100`, rel: "self" }];
    assertSuccess(reply, { status: 200, limit: 300, json: { links, results: [org], totalCount: 1 } });
  });

  await t.test("200 answers another organization to a caller of that one", async () => {
    const { results } = (await stage.ask("stranger", { path })).json;
    deepEqual(
      results.map((org: { id: string }) => org.id),
      [ids.otherOrg],
    );
  });

  await t.test("200 filters by the beginning of the name, in any case", async () => {
    for (const query of ["?name=", "?name=Ac", "?name=acme"]) {
      deepEqual(await names(query), { names: ["Acme"], totalCount: 1 });
    }
    for (const query of ["?name=cme", "?name=Acme%20Inc", "?name=Globex"]) {
      deepEqual(await names(query), { names: [], totalCount: 0 });
    }
  });

  await t.test("200 answers an empty page after the first", async () => {
    deepEqual(await names("?pageNum=2"), { names: [], totalCount: 1 });
  });
});
