import { writeSettings } from "../../changes/settings.ts";
import { atlas } from "../atlas.ts";
import { readDelegation } from "./common.ts";

export const updateOrgDelegationSettings = atlas("updateOrgDelegationSettings", {}).handle(
  async ({ tx, now, newId, org, body, record }) => {
    const before = await readDelegation(tx, org);
    const after = { ...before, ...body };
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      writeSettings({ tx, now, newId }, { orgId: org.id }, "delegation", after);
      await record("ORG_DELEGATION_SETTINGS_UPDATED", { orgId: org.id });
    }
    return after;
  },
  (settings) => settings,
);
