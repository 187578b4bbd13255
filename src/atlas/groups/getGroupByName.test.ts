// GET /groups/byName/{groupName}, answer by answer.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath, groupsPath, shownGroup } from "../../../test/support/groups.ts";
import { assertRefusal, assertSuccess, refusal, startStage } from "../../../test/support/stage.ts";

const named = (name: string) => ({ path: `${groupsPath}/byName/${name}` });

test("getGroupByName", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers the project", async () => {
    const reply = await stage.ask("groupReader", named("payments"));
    assertSuccess(reply, { status: 200, limit: 1200, json: shownGroup(stage.url) });
  });

  await t.test("200 for a name that has to be encoded", async () => {
    const name = "Zahlungen (Köln) & more";
    equal((await stage.ask("owner", { method: "PATCH", path: groupPath, body: { name } })).status, 200);
    const reply = await stage.ask("owner", named(encodeURIComponent(name)));
    assertSuccess(reply, { status: 200, limit: 1200, json: shownGroup(stage.url, { name }) });
  });

  await t.test("401 NOT_IN_GROUP for a name the caller's organization does not use", async () => {
    for (const name of ["nothing", "PAYMENTS", "shipping"]) {
      assertRefusal(await stage.ask("owner", named(name)), refusal("NOT_IN_GROUP"));
    }
  });

  await t.test("401 NOT_IN_GROUP for callers without a role in it", async () => {
    assertRefusal(await stage.ask("member", named("payments")), refusal("NOT_IN_GROUP"));
  });
});
