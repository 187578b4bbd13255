// The kind of resource for access to cloud providers.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { ProviderAccess } from "./rules/provider-access.ts";
import { accessEvent } from "./rules/provider-access.ts";

export const providerAccesses = resourcesOf<ProviderAccess>({
  kind: "providerAccess",
  events: { added: accessEvent("ADDED"), replaced: accessEvent("UPDATED"), removed: accessEvent("DELETED") },
});
