// GET /users/{userId}, answer by answer.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";
import { accountAnswers, idOf, notFound, pending } from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

test("getUser", async (t) => {
  const stage = await startStage(t);
  const get = (username: string) =>
    stage.ask("member", { path: `/api/atlas/v2/users/${idOf(stage, username)}` });

  await accountAnswers(t, stage, get);

  await t.test(
    "404 USER_NOT_FOUND for somebody who has no account, or one the caller has no part in",
    async () => {
      assertRefusal(
        await stage.ask("member", { path: `/api/atlas/v2/users/${ids.missing}` }),
        notFound(ids.missing),
      );
      const id = idOf(stage, "other@example.com");
      assertRefusal(await get("other@example.com"), notFound(id));
      equal((await get(pending)).json.errorCode, "USER_NOT_FOUND");
    },
  );
});
