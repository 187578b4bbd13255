// The kind of resource for integrations.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { Integration } from "./rules/integration.ts";

/** The integrations by type. */
export const integrations = resourcesOf<Integration>({
  kind: "integration",
  events: {
    added: "INTEGRATION_CONFIGURED",
    replaced: "INTEGRATION_CONFIGURED",
    removed: "INTEGRATION_REMOVED",
  },
});
