// Operations on rate limits of AI models: those of an organization are fixed, and a project may lower its own.

import type { Reading } from "../../core/changes/changing.ts";
import { type FaultMaker, wrongField } from "../../core/contract/errors.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf } from "../../core/operations/declare.ts";
import { modelLimits, setLimits } from "./kept.ts";
import { anyScope, limitMembers, type ModelGroup, modelGroups } from "./rules/model-groups.ts";

const showLimits = ({ modelNames, ...limits }: ModelGroup) => ({
  ...anyScope,
  modelGroupName: limits.modelGroupName,
  modelNames: [...modelNames],
  requestsPerMinuteLimit: limits.requestsPerMinuteLimit,
  tokensPerMinuteLimit: limits.tokensPerMinuteLimit,
});

interface Choosing {
  readonly params: { readonly modelGroupName: string };
  readonly fault: FaultMaker<"RESOURCE_NOT_FOUND">;
}

/** Finds the model group that the path names, with the limits of the organization. */
function chosen({ params: { modelGroupName }, fault }: Choosing): ModelGroup {
  const found = modelGroups.find((each) => each.modelGroupName === modelGroupName);
  if (found === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: modelGroupName });
  return found;
}

/** Returns the limits of all model groups in a project. */
async function limitsIn(reading: Reading, group: GroupRef): Promise<ModelGroup[]> {
  const all = await modelLimits.all(reading, group);
  const changed = new Map(all.map(({ name, document }) => [name, document]));
  return modelGroups.map((each) => ({ ...each, ...changed.get(each.modelGroupName) }));
}

export const getGroupAiModelApiRateLimits = atlas("getGroupAiModelApiRateLimits", {}).handle(
  async (context) => pageOf(await limitsIn(context, context.group), { ...context.query, includeCount: true }),
  showPageOf(showLimits),
);

export const getGroupAiModelApiCloudGeographyModelGroupNameRateLimits = atlas(
  "getGroupAiModelApiCloudGeographyModelGroupNameRateLimits",
  { errors: ["RESOURCE_NOT_FOUND"] },
).handle(async (context) => {
  const of = chosen(context);
  const changed = await modelLimits.find(context, context.group, of.modelGroupName);
  return { ...of, ...changed?.document };
}, showLimits);

export const updateGroupAiModelApiCloudGeographyModelGroupNameRateLimits = atlas(
  "updateGroupAiModelApiCloudGeographyModelGroupNameRateLimits",
  { locks: "group", errors: ["BAD_REQUEST", "RESOURCE_NOT_FOUND"] },
).handle(async (context) => {
  const { group, body, fault } = context;
  const of = chosen(context);
  const above = limitMembers.find((member) => body[member] > of[member]);
  if (above !== undefined) {
    throw fault("BAD_REQUEST", {}, wrongField(above, `The organization has ${of[above]}.`));
  }
  return { ...of, ...(await setLimits(context, group, of.modelGroupName, body)) };
}, showLimits);

export const resetGroupAiModelApiCloudGeographyModelGroupNameRateLimits = atlas(
  "resetGroupAiModelApiCloudGeographyModelGroupNameRateLimits",
  { locks: "group", errors: ["RESOURCE_NOT_FOUND"] },
).handle(async (context) => {
  const of = chosen(context);
  const changed = await modelLimits.find(context, context.group, of.modelGroupName);
  if (changed !== undefined) await modelLimits.remove(context, changed);
  return of;
}, showLimits);

export const resetGroupAiModelApiRateLimits = atlas("resetGroupAiModelApiRateLimits", {
  locks: "group",
}).handle(async (context) => {
  for (const each of await modelLimits.all(context, context.group)) await modelLimits.remove(context, each);
  return pageOf(modelGroups, { includeCount: true, itemsPerPage: 100, pageNum: 1 });
}, showPageOf(showLimits));

export const getOrgAiModelApiRateLimits = atlas("getOrgAiModelApiRateLimits", {}).handle(
  async ({ query }) => pageOf(modelGroups, { ...query, includeCount: true }),
  showPageOf(showLimits),
);

export const getOrgAiModelApiCloudGeographyModelGroupNameRateLimits = atlas(
  "getOrgAiModelApiCloudGeographyModelGroupNameRateLimits",
  { errors: ["RESOURCE_NOT_FOUND"] },
).handle(async (context) => chosen(context), showLimits);
