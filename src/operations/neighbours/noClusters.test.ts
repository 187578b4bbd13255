// What is asked of clusters that are not there, and of the version that new ones would have, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath, groupReaders } from "../../../test/support/groups.ts";
import {
  assertCallers,
  assertRefusal,
  assertSuccess,
  refusal,
  startStage,
} from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const accept = (version: string) => ({ accept: `application/vnd.atlas.${version}+json` });

test("projects have no clusters", async (t) => {
  const stage = await startStage(t);

  for (const [path, version] of [
    ["flexClusters", "2024-11-13"],
    ["streams", "2023-02-01"],
  ] as const) {
    await t.test(`200 an empty page of ${path}`, async () => {
      const sending = { path: `${groupPath}/${path}`, headers: accept("2025-03-12") };
      assertSuccess(await stage.ask("groupReader", sending), {
        status: 200,
        limit: 1200,
        headers: { "content-type": `${accept(version).accept};charset=utf-8` },
        json: {
          links: [{ href: `${stage.url}${sending.path}?pageNum=1&itemsPerPage=100`, rel: "self" }],
          results: [],
          totalCount: 0,
        },
      });
      await assertCallers(stage, sending, groupReaders);
    });
  }

  for (const path of ["clusters/Cluster0", "clusters/Cluster0/status", "flexClusters/Cluster0"]) {
    await t.test(`404 CLUSTER_NOT_FOUND at ${path}, as recorded, in every version`, async () => {
      for (const version of ["2024-11-13", "2025-03-12"]) {
        const sending = { path: `${groupPath}/${path}`, headers: accept(version) };
        const reply = await stage.ask("groupReader", sending);
        assertRefusal(reply, refusal("CLUSTER_NOT_FOUND", ["Cluster0", ids.group]));
        const { "ratelimit-limit": limit } = reply.headers;
        equal(limit, path.startsWith("flex") ? "1200" : "10000");
      }
    });
  }

  await t.test("errors of versions that end say so", async () => {
    const sending = { path: `${groupPath}/clusters/Cluster0`, headers: accept("2023-02-01") };
    const { headers } = await stage.ask("groupReader", sending);
    const { deprecation, sunset } = headers;
    deepEqual([deprecation, sunset], ["Mon, 5 Aug 2024 00:00:00 GMT", "Thu, 1 Jul 2027 00:00:00 GMT"]);
  });

  await t.test("the version of new clusters as plain text without credentials, as recorded", async () => {
    const path = "/api/private/unauth/nds/defaultMongoDBMajorVersion";
    const { status, text, headers } = await stage.send({ path });
    deepEqual([status, text, headers["content-type"]], [200, "8.0", "text/plain;charset=iso-8859-1"]);
  });
});
