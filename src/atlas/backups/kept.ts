// The kind of resource for compliance policies.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { CompliancePolicy } from "./rules/compliance-policy.ts";

/** The compliance policies; a project has at most one. */
export const compliancePolicies = resourcesOf<CompliancePolicy>({
  kind: "compliancePolicy",
  events: {
    added: "CPS_DATA_PROTECTION_ENABLE_REQUESTED",
    replaced: "CPS_DATA_PROTECTION_UPDATE_REQUESTED",
    removed: "CPS_DATA_PROTECTION_DISABLED",
  },
});
