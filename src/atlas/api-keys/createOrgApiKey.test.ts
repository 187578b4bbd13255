// POST /orgs/{orgId}/apiKeys, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import * as apiKeys from "../../../test/support/api-keys.ts";
import { assertRefusal, assertSuccess, startStage, unkept } from "../../../test/support/stage.ts";

const post = (body: object = {}) => ({
  method: "POST",
  path: apiKeys.orgKeysPath,
  body: { desc: "deploy", roles: ["ORG_READ_ONLY"], ...body },
});

test("createOrgApiKey", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers the key with its whole private key, this once", async () => {
    const reply = await stage.ask("owner", post({ roles: ["ORG_READ_ONLY", "ORG_MEMBER", "ORG_MEMBER"] }));
    const { id, privateKey, publicKey } = reply.json;
    match(publicKey, /^[a-z]{8}$/);
    match(privateKey, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const json = {
      desc: "deploy",
      id,
      links: [{ href: `${stage.url}${apiKeys.orgKeysPath}/${id}`, rel: "self" }],
      privateKey,
      publicKey,
      roles: [apiKeys.orgRole("ORG_READ_ONLY"), apiKeys.orgRole("ORG_MEMBER")],
    };
    assertSuccess(reply, { status: 200, limit: 500, headers: unkept, json });
    const seen = await stage.ask("owner", { path: `${apiKeys.orgKeysPath}/${id}` });
    deepEqual(seen.json, { ...json, privateKey: `********-****-****-${privateKey.slice(-12)}` });
    equal((await stage.as({ publicKey, privateKey }, { path: `${apiKeys.orgKeysPath}/${id}` })).status, 200);
    equal(JSON.stringify(stage.rows("select * from api_keys")).includes(privateKey), false);
  });

  await t.test("the creation writes its event", async () => {
    const { publicKey } = (await stage.ask("owner", post())).json;
    deepEqual(apiKeys.recorded(stage), [
      apiKeys.inOrgFeed("API_KEY_CREATED", { targetPublicKey: publicKey }),
    ]);
  });

  await apiKeys.refusedKeyRoles(t, stage, "org", (roles) => post({ roles }));
  await apiKeys.refusedDescriptions(t, stage, (desc) => post({ desc }));

  await t.test("400 MAX_API_KEYS_PER_ORG_EXCEEDED for the 501st key", async () => {
    apiKeys.fillWithKeys(stage);
    assertRefusal(await stage.ask("owner", post()), apiKeys.tooManyKeys);
  });
});
