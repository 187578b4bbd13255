import { changePolicy, changePolicyErrors } from "../../changes/backups.ts";
import { door, operation, schemas, Type } from "../declare.ts";
import { policyPath, policyVersions, shared, showPolicy } from "./common.ts";

export const updateGroupBackupCompliancePolicy = operation(`PUT ${policyPath}`, {
  ...shared,
  summary: "Set the policy that backups of a project comply with",
  description:
    "Replaces it; it is ENABLING or UPDATING for a while, and then ACTIVE. Schedules of clusters must meet it. Needs Project Owner.",
  successor: "updateGroupBackupCompliancePolicy in version 2023-10-01",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  query: {
    overwriteBackupPolicies: Type.Boolean({
      default: true,
      description: "Whether schedules that do not meet the policy are changed; else the request is refused.",
    }),
  },
  body: schemas.DataProtectionRequest,
  versions: policyVersions,
  errors: [...changePolicyErrors],
}).handle(async (context) => {
  const { group, body, caller, query, now } = context;
  const given = { updatedUser: caller.name, overwrites: query.overwriteBackupPolicies ?? true };
  return { policy: await changePolicy(context, group, body, given), now };
}, showPolicy);
