import { atlas } from "../atlas.ts";
import { readMode, showMode } from "./common.ts";

export const resetOrgMaintenanceSettings = atlas("resetOrgMaintenanceSettings", {}).handle(
  async ({ tx, org, record }) => {
    if ((await readMode(tx, org)) !== null) {
      tx.documents.removeOfOrg(org.id, "maintenance");
      await record("ORG_SETTINGS_UPDATED", { orgId: org.id });
    }
    return null;
  },
  showMode,
);
