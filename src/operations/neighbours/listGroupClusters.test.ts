// GET /groups/{groupId}/clusters, answer by answer.
import { test } from "node:test";
import { groupPath, groupReaders } from "../../../test/support/groups.ts";
import { groupNotFound } from "../../../test/support/invites.ts";
import { assertCallers, assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${groupPath}/clusters`;
const headers = { accept: "application/vnd.atlas.2024-08-05+json" };

test("listGroupClusters", async (t) => {
  const stage = await startStage(t);

  await t.test("200 an empty page, whatever is asked for", async () => {
    const search = "includeDeletedWithRetainedBackups=true&pageNum=1&itemsPerPage=500";
    for (const accept of [headers.accept, "application/vnd.atlas.2025-03-12+json"]) {
      assertSuccess(await stage.ask("groupReader", { path: `${path}?${search}`, headers: { accept } }), {
        status: 200,
        limit: 10_000,
        headers: { "content-type": `${headers.accept};charset=utf-8` },
        json: { links: [{ href: `${stage.url}${path}?${search}`, rel: "self" }], results: [], totalCount: 0 },
      });
    }
  });

  await t.test(
    "200 an empty page in the versions that end, which `atlas clusters list` asks for",
    async () => {
      for (const [version, deprecation] of [
        ["2023-01-01", "Wed, 1 Feb 2023"],
        ["2023-02-01", "Mon, 5 Aug 2024"],
      ] as const) {
        const accept = `application/vnd.atlas.${version}+json`;
        const ofHardware = { "use-effective-instance-fields": "true" };
        assertSuccess(await stage.ask("groupReader", { path, headers: { accept, ...ofHardware } }), {
          status: 200,
          limit: 10_000,
          headers: {
            "content-type": `${accept};charset=utf-8`,
            deprecation: `${deprecation} 00:00:00 GMT`,
            sunset: "Thu, 1 Jul 2027 00:00:00 GMT",
          },
          json: {
            links: [{ href: `${stage.url}${path}?pageNum=1&itemsPerPage=100`, rel: "self" }],
            results: [],
            totalCount: 0,
          },
        });
      }
    },
  );

  await t.test("404 GROUP_NOT_FOUND when there is no such project", async () => {
    const nowhere = { path: path.replace(ids.group, ids.missing), headers };
    assertRefusal(await stage.ask("owner", nowhere), groupNotFound);
  });

  await t.test("whoever reads the project may", () => assertCallers(stage, { path, headers }, groupReaders));
});
