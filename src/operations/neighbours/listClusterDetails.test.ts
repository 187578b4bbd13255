// GET /clusters, answer by answer.
import { test } from "node:test";
import { assertCallers, assertSuccess, startStage } from "../../../test/support/stage.ts";

const path = "/api/atlas/v2/clusters";

test("listClusterDetails", async (t) => {
  const stage = await startStage(t);

  await t.test("200 an empty page, for clients of newer versions too", async () => {
    for (const date of ["2023-01-01", "2024-08-05", "2025-03-12"]) {
      const headers = { accept: `application/vnd.atlas.${date}+json` };
      assertSuccess(await stage.ask("member", { path, headers }), {
        status: 200,
        limit: 300,
        json: {
          links: [{ href: `${stage.url}${path}?pageNum=1&itemsPerPage=100`, rel: "self" }],
          results: [],
          totalCount: 0,
        },
      });
    }
  });

  await t.test("whoever is known may", () =>
    assertCallers(
      stage,
      { path },
      { owner: 200, stranger: 200, account: 200, elsewhere: "IP_ADDRESS_NOT_ON_ACCESS_LIST" },
    ),
  );
});
