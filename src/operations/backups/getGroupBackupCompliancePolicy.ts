import { findPolicy } from "../../changes/backups.ts";
import { atlas } from "../atlas.ts";
import { showPolicy } from "./common.ts";

export const getGroupBackupCompliancePolicy = atlas("getGroupBackupCompliancePolicy", {}).handle(
  async ({ group, now, ...reading }) => ({ policy: await findPolicy({ ...reading, now }, group), now }),
  showPolicy,
);
