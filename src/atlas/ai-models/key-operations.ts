// Operations on AI model API keys, of a project and of all projects of an organization.

import type { Resource } from "../../core/changes/resources.ts";
import { type Instant, toIso } from "../../core/domain/instant.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, type Reads, showPageOf } from "../../core/operations/declare.ts";
import { keeping } from "../../core/operations/keeping.ts";
import { addKey, type ModelKey, modelKeys, secretPrefix } from "./kept.ts";
import { anyScope } from "./rules/model-groups.ts";

type Key = Resource<ModelKey>;

const showKey = ({ name: apiKeyId, groupId, createdAt, document }: Key) => {
  const { cloud, endpoint, geography } = anyScope;
  return {
    apiKeyId,
    cloud,
    // Dates of keys have microseconds, and the offset in digits.
    createdAt: toIso(createdAt).replace("Z", "000+00:00"),
    createdBy: document.createdBy,
    endpoint,
    geography,
    groupId,
    lastUsedAt: null,
    maskedSecret: `${secretPrefix}****${document.tail}`,
    name: document.name,
    status: "ACTIVE",
  };
};

const kept = keeping(modelKeys, { by: "apiKeyId", absent: "RESOURCE_NOT_FOUND", show: showKey });

export const listGroupAiModelApiKeys = atlas("listGroupAiModelApiKeys", {}).handle(
  (context) => modelKeys.page(context, context.group, { ...context.query, includeCount: true }),
  showPageOf(showKey),
);

export const getGroupAiModelApiKey = kept.get("getGroupAiModelApiKey");

export const createGroupAiModelApiKey = atlas("createGroupAiModelApiKey", {
  locks: "group",
  securityEvent: "credential-creation",
  showsSecret: true,
  needs: ["issue"],
}).handle(
  async (context) => {
    const { group, caller, body, issue } = context;
    const secret = `${secretPrefix}${issue.token().token}`;
    const wanted = { name: body.name, createdBy: caller.name, secret, secretHash: issue.hashOf(secret) };
    return { key: await addKey(context, group, wanted), secret };
  },
  ({ key, secret }) => {
    const { status, ...shown } = showKey(key);
    return { ...shown, secret, status };
  },
);

export const updateGroupAiModelApiKey = kept.update(
  "updateGroupAiModelApiKey",
  { securityEvent: "credential-change" },
  ({ body }, { document }) => ({ ...document, name: body.name }),
);

export const deleteGroupAiModelApiKey = kept.remove("deleteGroupAiModelApiKey", {
  securityEvent: "credential-removal",
});

/** Lists the keys of all projects of an organization, oldest first. */
const keysIn = ({ tx, now, org }: InOrg): Promise<Key[]> =>
  tx.documents.inGroupsOf(org.id, modelKeys.kind, now) as Promise<Key[]>;

interface InOrg {
  readonly tx: Reads;
  readonly now: Instant;
  readonly org: { readonly id: string };
}

export const listOrgAiModelApiKeys = atlas("listOrgAiModelApiKeys", {}).handle(
  async (context) => pageOf(await keysIn(context), { ...context.query, includeCount: true }),
  showPageOf(showKey),
);

export const getOrgAiModelApiKey = atlas("getOrgAiModelApiKey", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { apiKeyId } = context.params;
  const key = (await keysIn(context)).find(({ name }) => name === apiKeyId);
  if (key === undefined) throw context.fault("RESOURCE_NOT_FOUND", { resource: apiKeyId });
  return key;
}, showKey);
