// GET /groups/{groupId}/mongoDBVersions, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { groupPath, groupReaders } from "../../../test/support/groups.ts";
import { groupNotFound } from "../../../test/support/invites.ts";
import { assertCallers, assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${groupPath}/mongoDBVersions`;

test("getGroupMongoDbVersions", async (t) => {
  const stage = await startStage(t);
  const assertEmpty = async (search: string, ...queries: [string, string][]) =>
    assertSuccess(await stage.ask("groupReader", { path: `${path}${search}` }), {
      status: 200,
      limit: 1200,
      json: {
        links: queries.map(([rel, query]) => ({ href: `${stage.url}${path}?${query}`, rel })),
        results: [],
        totalCount: 0,
      },
    });

  await t.test("200 answers that no cluster can be made", () =>
    assertEmpty("", ["self", "pageNum=1&itemsPerPage=100"]),
  );

  await t.test("200 keeps filters and position in its links", () =>
    assertEmpty(
      "?pageNum=2&itemsPerPage=1000&instanceSize=M10&cloudProvider=AWS&defaultStatus=DEFAULT",
      ["self", "cloudProvider=AWS&defaultStatus=DEFAULT&instanceSize=M10&pageNum=2&itemsPerPage=1000"],
      ["previous", "cloudProvider=AWS&defaultStatus=DEFAULT&instanceSize=M10&itemsPerPage=1000&pageNum=1"],
    ),
  );

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

  await t.test("404 GROUP_NOT_FOUND when there is no such project", async () => {
    const nowhere = { path: path.replace(ids.group, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), groupNotFound);
  });

  await t.test("everyone who can read the project may", () => assertCallers(stage, { path }, groupReaders));
});
