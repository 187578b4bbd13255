import { findPolicy } from "../../changes/backups.ts";
import { door, operation } from "../declare.ts";
import { policyPath, policyVersions, shared, showPolicy } from "./common.ts";

export const getGroupBackupCompliancePolicy = operation(`GET ${policyPath}`, {
  ...shared,
  summary: "Get the policy that backups of a project comply with",
  description: "Answers an empty object where there is none. Needs Project Owner.",
  successor: "getGroupBackupCompliancePolicy in version 2023-10-01",
  door: door.group("GROUP_OWNER"),
  versions: policyVersions,
}).handle(
  async ({ group, now, ...reading }) => ({ policy: await findPolicy({ ...reading, now }, group), now }),
  showPolicy,
);
