// AI model API keys and rate limits of a project, as they are read and as they are compared.
import { limitMembers, modelGroups } from "../../atlas/ai-models/rules/model-groups.ts";
import type { AiModelApiKeyResponse, AiModelRateLimitResponse } from "../../client/client.ts";
import type { GroupKinds } from "./kinds.ts";

/** Reports whether limits are those that every project begins with. */
const isUsual = ({ modelGroupName, ...limits }: AiModelRateLimitResponse): boolean =>
  modelGroups.some(
    (each) =>
      each.modelGroupName === modelGroupName &&
      limitMembers.every((member) => each[member] === limits[member]),
  );

export const aiModelKinds = {
  aiModelApiKeys: {
    order: ["id", "name"],
    defaults: { cloud: "ANY", geography: "ANY" },
    keep: ({ apiKeyId: id, ...key }: AiModelApiKeyResponse, fitted) => fitted({ ...key, id }),
    key: ({ id = "" }) => id,
    isPaired: true,
    ignored: ["id", "createdAt", "createdBy", "maskedSecret"],
  },
  aiModelRateLimits: {
    list: "getGroupAiModelApiRateLimits",
    order: ["modelGroupName"],
    /** Keeps the limits that a project has changed. */
    keep: (limits: AiModelRateLimitResponse, fitted) => (isUsual(limits) ? null : fitted(limits)),
    key: ({ modelGroupName }) => modelGroupName,
    name: ({ modelGroupName }) => modelGroupName,
    ignored: ["modelGroupName"],
  },
} satisfies GroupKinds;
