// The kinds of things that organizations and projects keep. A new one is read, written as a seed and compared by its row here.
import { clusterKinds } from "./clusters.ts";
import { dataAccessKinds } from "./data-access.ts";
import { federationKinds } from "./federation.ts";
import { settingKinds } from "./group-settings.ts";
import type { GroupKinds, OrgKinds } from "./kinds.ts";

export const groupKinds = { ...dataAccessKinds, ...clusterKinds, ...settingKinds } satisfies GroupKinds;

export const orgKinds = {
  resourcePolicies: {
    list: "listOrgResourcePolicies",
    order: ["id", "name", "description"],
    noun: "resource policy",
    isPaired: true,
    ignored: ["id", "policies"],
    lists: { texts: ({ policies }) => policies.map(({ body }) => body.trim().replace(/\s+/g, " ")) },
  },
  ...federationKinds,
} satisfies OrgKinds & typeof federationKinds;
