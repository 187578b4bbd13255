// GET /groups/{groupId}/serviceAccounts, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import {
  assertAccountCallers,
  assertAnswer,
  assign,
  groupAccountsPath,
  page,
  readers,
  request,
  shownAccount,
} from "../../../test/support/service-accounts.ts";
import { startStage } from "../../../test/support/stage.ts";

test("listGroupServiceAccounts", async (t) => {
  const stage = await startStage(t);

  await t.test("200 lists the accounts with their secrets masked", async () => {
    assign(stage);
    const json = page(stage, groupAccountsPath, [shownAccount(stage, ["GROUP_READ_ONLY"])]);
    assertAnswer(await stage.ask("reader", request("GET", groupAccountsPath)), 200, "group", json);
  });

  await t.test("200 answers an empty page after the last", async () => {
    assign(stage);
    const reply = await stage.ask("owner", request("GET", `${groupAccountsPath}?pageNum=2`));
    deepEqual([reply.json.results, reply.json.totalCount], [[], 1]);
  });

  await t.test("Project Read Only may", () =>
    assertAccountCallers(stage, request("GET", groupAccountsPath), readers("group")),
  );
});
