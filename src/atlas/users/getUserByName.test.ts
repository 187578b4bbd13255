// GET /users/byName/{userName}, answer by answer.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { assertRefusal, refusal, startStage } from "../../../test/support/stage.ts";
import { accountAnswers, owner, pending } from "../../../test/support/users.ts";

test("getUserByName", async (t) => {
  const stage = await startStage(t);
  const get = (username: string) => stage.ask("member", { path: `/api/atlas/v2/users/byName/${username}` });

  await accountAnswers(t, stage, get);

  await t.test(
    "404 USERNAME_NOT_FOUND for somebody who has no account, or one the caller has no part in",
    async () => {
      equal((await get("nobody")).json.errorCode, "USERNAME_NOT_FOUND");
      equal((await get(owner.toUpperCase())).status, 200);
      assertRefusal(await get("other@example.com"), refusal("USERNAME_NOT_FOUND", ["other@example.com"]));
      equal((await get(pending)).json.errorCode, "USERNAME_NOT_FOUND");
    },
  );
});
