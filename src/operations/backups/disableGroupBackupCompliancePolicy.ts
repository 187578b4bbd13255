import { disablePolicy } from "../../changes/backups.ts";
import { door, operation } from "../declare.ts";
import { policyPath, shared } from "./common.ts";

export const disableGroupBackupCompliancePolicy = operation(`DELETE ${policyPath}`, {
  ...shared,
  summary: "Take away the policy that backups of a project comply with",
  description: "It is gone at once. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  versions: { "2024-11-13": {} },
  errors: ["CANNOT_UPDATE_BACKUP_COMPLIANCE_POLICY_SETTINGS_WITH_PENDING_ACTION"],
}).handle((context) => disablePolicy(context, context.group));
