// The AI model API keys of projects, and the rate limits of AI models that projects have changed.

import type { Changing } from "../../core/changes/changing.ts";
import { type Resource, resourcesOf } from "../../core/changes/resources.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import type { RateLimits } from "./rules/model-groups.ts";

export interface ModelKey {
  readonly name: string;
  /** The name of the caller who made it. */
  readonly createdBy: string;
  /** The hash of the secret: the secret itself is not stored. */
  readonly secretHash: string;
  /** The last characters of the secret. */
  readonly tail: string;
}

/** The keys by id. */
export const modelKeys = resourcesOf<ModelKey>({
  kind: "aiModelApiKey",
  events: {
    added: "AI_MODELS_APIS_API_KEY_CREATED",
    replaced: "AI_MODELS_APIS_API_KEY_UPDATED",
    removed: "AI_MODELS_APIS_API_KEY_DELETED",
  },
});

/** The changed limits, by model group. */
export const modelLimits = resourcesOf<RateLimits>({
  kind: "aiModelRateLimit",
  events: {
    added: "AI_MODELS_APIS_RATE_LIMIT_UPDATED",
    replaced: "AI_MODELS_APIS_RATE_LIMIT_UPDATED",
    removed: "AI_MODELS_APIS_RATE_LIMIT_RESET",
  },
});

/** The beginning of every secret. */
export const secretPrefix = "al-";

interface WantedKey extends Pick<ModelKey, "name" | "createdBy" | "secretHash"> {
  readonly id?: string | undefined;
  readonly secret: string;
}

export const addKey = (
  changing: Changing,
  group: GroupRef,
  { id = changing.newId(), secret, ...key }: WantedKey,
): Promise<Resource<ModelKey>> =>
  modelKeys.add(changing, group, id, { document: { ...key, tail: secret.slice(-4) } });

/** Sets the limits of a model group in a project. */
export async function setLimits(
  changing: Changing,
  group: GroupRef,
  modelGroupName: string,
  { requestsPerMinuteLimit, tokensPerMinuteLimit }: RateLimits,
): Promise<RateLimits> {
  const document = { requestsPerMinuteLimit, tokensPerMinuteLimit };
  const before = await modelLimits.find(changing, group, modelGroupName);
  if (before === undefined) await modelLimits.add(changing, group, modelGroupName, { document });
  else await modelLimits.replace(changing, before, { document });
  return document;
}
