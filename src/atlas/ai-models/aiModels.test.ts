// AI model API keys and rate limits, of a project and of its organization, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { startOperations } from "../../../test/support/operations.ts";
import { now } from "../../../test/support/stage.ts";
import { ids, keys } from "../../../test/support/world.ts";
import { hashSecret } from "../../core/secrets/keyring.ts";
import { modelGroups } from "./rules/model-groups.ts";

const scope = { cloud: "ANY", geography: "ANY" };
const wanted = { ...scope, name: "embedding" };
const large = { ...scope, modelGroupName: "embed_large" };
const of = (apiKeyId: string, body?: object) => ({ params: { apiKeyId }, ...(body && { body }) });
const limited = (requestsPerMinuteLimit: number, tokensPerMinuteLimit: number) => ({
  params: large,
  body: { requestsPerMinuteLimit, tokensPerMinuteLimit },
});

const [update, reset, read] = [
  "updateGroupAiModelApiCloudGeographyModelGroupNameRateLimits",
  "resetGroupAiModelApiCloudGeographyModelGroupNameRateLimits",
  "getGroupAiModelApiCloudGeographyModelGroupNameRateLimits",
] as const;

test("AI model API keys", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, lists, testRefusals, told } = stage;
  const create = (name = "embedding") => get("createGroupAiModelApiKey", { body: { ...wanted, name } });
  const asOrg = { as: "owner" as const };

  await t.test("201 shows the secret once; the store has its hash, and later answers its end", async () => {
    const whole = ({ apiKeyId, secret }: Readonly<Record<string, string>>) => ({
      apiKeyId,
      cloud: "ANY",
      createdAt: new Date(now).toISOString().replace("Z", "000+00:00"),
      createdBy: keys.groupOwner.publicKey,
      endpoint: "ai.mongodb.com",
      geography: "ANY",
      groupId: ids.group,
      lastUsedAt: null,
      maskedSecret: `al-****${secret?.slice(-4)}`,
      name: "embedding",
      secret,
      status: "ACTIVE",
    });
    const made = await answers("createGroupAiModelApiKey", { body: wanted }, whole);
    const { apiKeyId, secret, ...shown } = made;
    match(secret, /^al-[A-Za-z0-9_-]{43}$/);
    const later = { apiKeyId, ...shown };
    await answers("getGroupAiModelApiKey", of(apiKeyId), later);
    await answers("getOrgAiModelApiKey", { ...of(apiKeyId), ...asOrg }, later);
    const stored = JSON.stringify(stage.rows("select * from documents"));
    equal(stored.includes(secret), false);
    equal(stored.includes(hashSecret(secret)), true);
  });

  await t.test("200 renames a key, and nothing else", async () => {
    const { secret: _, ...made } = await create();
    const renamed = { ...made, name: "reranking" };
    await answers("updateGroupAiModelApiKey", of(made.apiKeyId, { name: "reranking" }), renamed);
    await lists("listGroupAiModelApiKeys", {}, [renamed]);
  });

  await t.test("200 with the keys of all projects of an organization, oldest first", async () => {
    const { secret: _, ...here } = await create();
    const other = await get("createGroup", { ...asOrg, body: { name: "beside", orgId: ids.org } });
    const params = { groupId: other.id };
    const { secret: __, ...there } = await get("createGroupAiModelApiKey", {
      ...asOrg,
      params,
      body: wanted,
    });
    await lists("listOrgAiModelApiKeys", asOrg, [here, there]);
    await lists("listGroupAiModelApiKeys", { ...asOrg, params }, [there]);
  });

  await t.test("204 deletes a key, and each change is an event", async () => {
    const { apiKeyId } = await create();
    await get("updateGroupAiModelApiKey", of(apiKeyId, { name: "renamed" }));
    await answers("deleteGroupAiModelApiKey", of(apiKeyId));
    await lists("listGroupAiModelApiKeys", {}, []);
    deepEqual(told(), [
      ["AI_MODELS_APIS_API_KEY_CREATED", "group"],
      ["AI_MODELS_APIS_API_KEY_UPDATED", "group"],
      ["AI_MODELS_APIS_API_KEY_DELETED", "group"],
    ]);
  });

  const missing = ["no key", of(ids.missing), "RESOURCE_NOT_FOUND", [ids.missing]] as const;
  await testRefusals(
    {
      getGroupAiModelApiKey: {},
      updateGroupAiModelApiKey: { body: { name: "renamed" } },
      deleteGroupAiModelApiKey: {},
    },
    [missing],
  );
  await testRefusals({ getOrgAiModelApiKey: asOrg }, [missing]);
});

test("AI model rate limits", async (t) => {
  const { answers, get, lists, testRefusals, told } = await startOperations(t, { as: "groupOwner" });
  const usual = modelGroups.map((group) => ({
    cloud: "ANY",
    endpoint: "ai.mongodb.com",
    geography: "ANY",
    ...group,
  }));
  const [first, ...others] = usual;
  const asOrg = { as: "owner" as const };
  const ofOrg = "getOrgAiModelApiCloudGeographyModelGroupNameRateLimits";

  await t.test("200 with the limits of the organization until a project changes them", async () => {
    await lists("getGroupAiModelApiRateLimits", {}, usual);
    await lists("getOrgAiModelApiRateLimits", asOrg, usual);
    await answers(read, { params: large }, first);
    await answers(ofOrg, { ...asOrg, params: large }, first);
  });

  await t.test("200 changes those of the project alone, and a reset gives them back", async () => {
    for (const limits of [limited(100, 1000), limited(200, 2000)]) {
      const changed = { ...first, ...limits.body };
      await answers(update, limits, changed);
      await answers(read, { params: large }, changed);
      await lists("getGroupAiModelApiRateLimits", {}, [changed, ...others]);
    }
    await answers(ofOrg, { ...asOrg, params: large }, first);
    await answers(reset, { params: large }, first);
    await answers(reset, { params: large }, first);
    await lists("getGroupAiModelApiRateLimits", {}, usual);
    deepEqual(told(), [
      ["AI_MODELS_APIS_RATE_LIMIT_UPDATED", "group"],
      ["AI_MODELS_APIS_RATE_LIMIT_UPDATED", "group"],
      ["AI_MODELS_APIS_RATE_LIMIT_RESET", "group"],
    ]);
  });

  await t.test("200 resets those of all model groups", async () => {
    await get(update, limited(100, 1000));
    await get(update, { ...limited(1, 1), params: { ...large, modelGroupName: "rerank_small" } });
    const { results, totalCount } = await get("resetGroupAiModelApiRateLimits");
    deepEqual({ results, totalCount }, { results: usual, totalCount: usual.length });
    await lists("getGroupAiModelApiRateLimits", {}, usual);
  });

  await testRefusals({ [update]: limited(2000, 3_000_000) }, [
    [
      "more requests than the organization has",
      { body: { requestsPerMinuteLimit: 2001 } },
      "BAD_REQUEST",
      [],
      "requestsPerMinuteLimit",
      "The organization has 2000.",
    ],
    [
      "more tokens than the organization has",
      { body: { tokensPerMinuteLimit: 3_000_001 } },
      "BAD_REQUEST",
      [],
      "tokensPerMinuteLimit",
      "The organization has 3000000.",
    ],
  ]);
  const unknown = ["no such model group", { params: { modelGroupName: "none" } }] as const;
  await testRefusals({ [update]: limited(1, 1), [reset]: { params: large }, [read]: { params: large } }, [
    [...unknown, "RESOURCE_NOT_FOUND", ["none"]],
  ]);
  await testRefusals({ [ofOrg]: { ...asOrg, params: large } }, [
    [...unknown, "RESOURCE_NOT_FOUND", ["none"]],
  ]);
});
