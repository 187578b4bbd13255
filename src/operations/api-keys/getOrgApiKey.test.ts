// GET /orgs/{orgId}/apiKeys/{apiUserId}, answer by answer.
import { test } from "node:test";
import {
  groupRole,
  keyId,
  orgKeysPath,
  orgMembers,
  orgRole,
  refusedKeys,
  shownKey,
} from "../../../test/support/api-keys.ts";
import { assertCallers, assertSuccess, startStage } from "../../../test/support/stage.ts";

const get = (id: string) => ({ path: `${orgKeysPath}/${id}` });

test("getOrgApiKey", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers the key with its roles in every scope and its private key masked", async () => {
    const json = shownKey(stage, "groupOwner", { roles: [orgRole("ORG_MEMBER"), groupRole("GROUP_OWNER")] });
    const reply = await stage.ask("member", get(keyId(stage, "groupOwner")));
    assertSuccess(reply, { status: 200, limit: 500, json });
  });

  await refusedKeys(t, stage, get);

  await t.test("every member of the organization may", () =>
    assertCallers(stage, get(keyId(stage, "reader")), orgMembers),
  );
});
