// AI model API keys and rate limits of a project, as they are read and as they are compared.
import { limitMembers, modelGroups } from "../../atlas/ai-models/rules/model-groups.ts";
import type { AiModelApiKeyResponse, AiModelRateLimitResponse } from "../../client/client.ts";
import type { SeedGroup } from "../seed/document.ts";
import { fit, formOf } from "./form.ts";
import type { GroupKinds, Reading } from "./kinds.ts";

type SeedLimits = NonNullable<SeedGroup["aiModelRateLimits"]>[number];

/** Reports whether limits are those that every project begins with. */
const isUsual = ({ modelGroupName, ...limits }: AiModelRateLimitResponse): boolean =>
  modelGroups.some(
    (each) =>
      each.modelGroupName === modelGroupName &&
      limitMembers.every((member) => each[member] === limits[member]),
  );

/** Lists the limits that a project has changed. */
async function readLimits({ reader, client, params, prefix }: Reading): Promise<SeedLimits[]> {
  const read = await reader.list(
    `${prefix}aiModelRateLimits`,
    (page) => client.getGroupAiModelApiRateLimits({ groupId: params.groupId ?? "", ...page }),
    (limits) =>
      isUsual(limits)
        ? null
        : (fit(formOf(["SeedGroup", "aiModelRateLimits"]), limits, {
            order: ["modelGroupName"],
          }) as SeedLimits),
  );
  return read.filter((each) => each !== null);
}

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
    read: readLimits,
    key: ({ modelGroupName }) => modelGroupName,
    name: ({ modelGroupName }) => modelGroupName,
    ignored: ["modelGroupName"],
  },
} satisfies GroupKinds;
