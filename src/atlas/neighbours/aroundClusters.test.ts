// What is asked of stream workspaces that are not there, and of the version that new clusters have, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

const accept = (version: string) => ({ accept: `application/vnd.atlas.${version}+json` });

test("what clusters have around them", async (t) => {
  const stage = await startStage(t);

  await t.test("200 an empty page of streams", async () => {
    const sending = { path: `${groupPath}/streams`, headers: accept("2025-03-12") };
    assertSuccess(await stage.ask("groupReader", sending), {
      status: 200,
      limit: 1200,
      headers: { "content-type": `${accept("2023-02-01").accept};charset=utf-8` },
      json: {
        links: [{ href: `${stage.url}${sending.path}?pageNum=1&itemsPerPage=100`, rel: "self" }],
        results: [],
        totalCount: 0,
      },
    });
  });

  await t.test("the version of new clusters as plain text without credentials, as recorded", async () => {
    const reply = await stage.send({ path: "/api/private/unauth/nds/defaultMongoDBMajorVersion" });
    deepEqual(
      [reply.status, reply.text, reply.headers["content-type"], reply.headers["ratelimit-limit"]],
      [200, "8.0", "text/plain;charset=iso-8859-1", undefined],
    );
  });
});
