import { disablePolicy } from "../../changes/backups.ts";
import { atlas } from "../atlas.ts";

export const disableGroupBackupCompliancePolicy = atlas("disableGroupBackupCompliancePolicy", {
  holds: "group",
  errors: ["CANNOT_UPDATE_BACKUP_COMPLIANCE_POLICY_SETTINGS_WITH_PENDING_ACTION"],
}).handle((context) => disablePolicy(context, context.group));
