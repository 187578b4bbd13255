import { changePolicy, changePolicyErrors } from "../../changes/backups.ts";
import { atlas } from "../atlas.ts";
import { showPolicy } from "./common.ts";

export const updateGroupBackupCompliancePolicy = atlas("updateGroupBackupCompliancePolicy", {
  holds: "group",
  errors: [...changePolicyErrors],
}).handle(async (context) => {
  const { group, body, caller, query, now } = context;
  const given = { updatedUser: caller.name, overwrites: query.overwriteBackupPolicies ?? true };
  return { policy: await changePolicy(context, group, body, given), now };
}, showPolicy);
