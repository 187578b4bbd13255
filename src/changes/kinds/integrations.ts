// The integrations that projects keep.
import type { Integration } from "../../domain/integration.ts";
import { resourcesOf } from "../resources.ts";

/** By their types. */
export const integrations = resourcesOf<Integration>({
  kind: "integration",
  events: {
    added: "INTEGRATION_CONFIGURED",
    replaced: "INTEGRATION_CONFIGURED",
    removed: "INTEGRATION_REMOVED",
  },
});
