// GET /orgs/{orgId}/serviceAccounts, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import {
  assertAccountCallers,
  assertAnswer,
  orgAccountsPath,
  page,
  readers,
  request,
  shownAccount,
} from "../../../test/support/service-accounts.ts";
import { startStage } from "../../../test/support/stage.ts";

test("listOrgServiceAccounts", async (t) => {
  const stage = await startStage(t);

  await t.test("200 lists the accounts with their secrets masked", async () => {
    const json = page(stage, orgAccountsPath, [shownAccount(stage, ["ORG_OWNER"])]);
    assertAnswer(await stage.ask("reader", request("GET", orgAccountsPath)), 200, "org", json);
  });

  await t.test("200 answers an empty page after the last", async () => {
    const reply = await stage.ask("owner", request("GET", `${orgAccountsPath}?pageNum=2`));
    deepEqual([reply.json.results, reply.json.totalCount], [[], 1]);
  });

  await t.test("Organization Read Only may", () =>
    assertAccountCallers(stage, request("GET", orgAccountsPath), readers("org")),
  );
});
