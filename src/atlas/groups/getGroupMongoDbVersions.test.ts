// GET /groups/{groupId}/mongoDBVersions, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

const path = `${groupPath}/mongoDBVersions`;

test("getGroupMongoDbVersions", async (t) => {
  const stage = await startStage(t);

  await t.test("200 the versions of a size at a provider", async () => {
    const links = (...queries: [string, string][]) =>
      queries.map(([rel, query]) => ({ href: `${stage.url}${path}?${query}`, rel }));
    const about = (defaultStatus: string, version: string) => ({
      cloudProvider: "AWS",
      defaultStatus,
      instanceSize: "M10",
      links: [],
      version,
    });
    const query = "cloudProvider=AWS&instanceSize=M10";
    assertSuccess(await stage.ask("groupReader", { path: `${path}?${query}` }), {
      status: 200,
      limit: 1200,
      json: {
        links: links(["self", `${query}&pageNum=1&itemsPerPage=100`]),
        results: [about("NOT_DEFAULT", "7.0"), about("DEFAULT", "8.0")],
        totalCount: 2,
      },
    });
    const { json } = await stage.ask("groupReader", {
      path: `${path}?cloudProvider=TENANT&defaultStatus=DEFAULT`,
    });
    deepEqual(
      json.results.map(({ instanceSize, version }: Record<string, string>) => `${instanceSize} ${version}`),
      ["M0 8.0", "M2 8.0", "M5 8.0"],
    );
  });

  await t.test("200 keeps filters and position in its links, on a page of any size", async () => {
    const filters = "cloudProvider=AWS&defaultStatus=DEFAULT&instanceSize=M10";
    const sent = "?pageNum=2&itemsPerPage=1000&instanceSize=M10&cloudProvider=AWS&defaultStatus=DEFAULT";
    const { json } = await stage.ask("groupReader", { path: path + sent });
    deepEqual(json, {
      links: [
        { href: `${stage.url}${path}?${filters}&pageNum=2&itemsPerPage=1000`, rel: "self" },
        { href: `${stage.url}${path}?${filters}&itemsPerPage=1000&pageNum=1`, rel: "previous" },
      ],
      results: [],
      totalCount: 1,
    });
  });

  await t.test("400 INVALID_QUERY_PARAMETER for filters that name nothing", async () => {
    for (const search of [
      "cloudProvider=MOON",
      "defaultStatus=NOT_DEFAULT",
      "itemsPerPage=0",
      "pageNum=-1",
    ]) {
      const { status, json } = await stage.ask("groupReader", { path: `${path}?${search}` });
      deepEqual(
        [status, json.errorCode, json.parameters],
        [400, "INVALID_QUERY_PARAMETER", [search.split("=")[0]]],
      );
    }
  });
});
