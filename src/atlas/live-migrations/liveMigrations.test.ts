// The link token of an organization, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";

const create = "createOrgLiveMigrationLinkToken";
const remove = "deleteOrgLiveMigrationLinkTokens";

test("the link token of an organization", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, refuses, testRefusals } = stage;
  const good = { body: { accessListIps: ["203.0.113.7", "198.51.100.0/24"] } };

  await t.test("201 answers a token, this once, and stores its hash alone", async () => {
    const { linkToken } = await get(create, good);
    match(linkToken, /^[A-Za-z0-9_-]{40,}$/);
    equal(JSON.stringify(stage.rows("select * from documents")).includes(linkToken), false);
  });

  await t.test("400 for a second one, until the first is deleted", async () => {
    await get(create, good);
    const { status, json } = await call(create, good);
    deepEqual([status, json.errorCode, json.parameters], [400, "UNEXPECTED_ERROR", [ids.org]]);
    await answers(remove);
    await get(create, { body: {} });
  });

  await t.test("409 the organization stays while it has one", async () => {
    await get(create, good);
    await answers("deleteGroup", {}, {});
    await refuses("deleteOrg", {}, "CANNOT_DELETE_ORG_ACTIVE_LIVE_MIGRATION_ATLAS_ORG_LINK");
    await answers(remove);
    await answers("deleteOrg");
  });

  await testRefusals({ [create]: good }, [
    [
      "what is no address",
      { body: { accessListIps: ["203.0.113.7", "here"] } },
      "BAD_REQUEST",
      [],
      "accessListIps",
      "here is no address or CIDR block.",
    ],
  ]);

  await t.test("404 when there is none to delete", async () => {
    const { status, json } = await call(remove);
    equal(status, 404);
    deepEqual(
      [json.errorCode, json.detail],
      ["UNEXPECTED_ERROR", "Could not find the requested external organization link."],
    );
  });
});
