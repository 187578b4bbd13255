// The kind of resource for custom roles.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { CustomRole } from "./rules/custom-role.ts";

export const customRoles = resourcesOf<CustomRole>({
  kind: "customRole",
  events: { added: "MONGODB_ROLE_ADDED", replaced: "MONGODB_ROLE_UPDATED", removed: "MONGODB_ROLE_DELETED" },
});
