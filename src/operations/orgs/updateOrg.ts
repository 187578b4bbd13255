import { checkOrgName } from "../../domain/org.ts";
import { atlas } from "../atlas.ts";
import { showOrg } from "./common.ts";

export const updateOrg = atlas("updateOrg", {
  errors: ["INVALID_ORG_NAME"],
}).handle(async ({ tx, org, body, fault, record }) => {
  const name = checkOrgName(body.name, fault);
  const skipDefaultAlertsSettings = body.skipDefaultAlertsSettings ?? org.skipDefaultAlertsSettings;
  const changed = { ...org, name, skipDefaultAlertsSettings };
  await tx.orgs.update(changed);
  if (name !== org.name) {
    const kept = { name: { before: org.name, after: name }, access: [] };
    await record("ORG_RENAMED", { orgId: org.id, kept });
  }
  if (skipDefaultAlertsSettings !== org.skipDefaultAlertsSettings) {
    await record("ORG_SETTINGS_UPDATED", { orgId: org.id });
  }
  return changed;
}, showOrg);
