// DELETE /orgs/{orgId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import { orgPath as path } from "../../../test/support/orgs.ts";
import { assertRefusal, assertSuccess, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const remove = { method: "DELETE", path };

test("deleteOrg", async (t) => {
  const stage = await startStage(t);
  const empty = async () => {
    equal((await stage.ask("owner", { method: "DELETE", path: groupPath })).status, 202);
  };

  await t.test(
    "204 deletes the organization and its credentials, and keeps the accounts of people",
    async () => {
      await empty();
      const token = await stage.token();
      const people = stage.rows("select username from users order by username");
      assertSuccess(await stage.ask("owner", remove), { status: 204, limit: 500 });
      equal((await stage.ask("owner", { path })).status, 401);
      equal((await stage.bearing(token, { path })).status, 401);
      deepEqual(stage.rows("select username from users order by username"), people);
      for (const table of ["grants", "invites", "teams", "api_keys", "service_accounts"]) {
        deepEqual(stage.rows(`select 1 from ${table} where org_id = '${ids.org}'`), []);
      }
      const orphans = `select kind from principals where id not in
      (select id from users union select id from api_keys union select id from service_accounts)`;
      deepEqual(stage.rows(orphans), []);
    },
  );

  await t.test("204 leaves other organizations alone", async () => {
    await empty();
    await stage.ask("owner", remove);
    equal((await stage.ask("stranger", { path: path.replace(ids.org, ids.otherOrg) })).status, 200);
  });

  await t.test("409 ORG_NOT_EMPTY while it has projects", async () => {
    assertRefusal(await stage.ask("owner", remove), refusal("ORG_NOT_EMPTY", [ids.org]));
    equal((await stage.ask("owner", { path })).status, 200);
  });
});
