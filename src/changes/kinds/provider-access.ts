// The access to cloud providers that projects keep.

import type { ProviderAccess } from "../../domain/provider-access.ts";
import { accessEvent } from "../../domain/provider-access.ts";
import { resourcesOf } from "../resources.ts";

export const providerAccesses = resourcesOf<ProviderAccess>({
  kind: "providerAccess",
  events: { added: accessEvent("ADDED"), replaced: accessEvent("UPDATED"), removed: accessEvent("DELETED") },
});
