// The custom roles that projects keep.
import type { CustomRole } from "../../domain/custom-role.ts";
import { resourcesOf } from "../resources.ts";

export const customRoles = resourcesOf<CustomRole>({
  kind: "customRole",
  events: { added: "MONGODB_ROLE_ADDED", replaced: "MONGODB_ROLE_UPDATED", removed: "MONGODB_ROLE_DELETED" },
});
