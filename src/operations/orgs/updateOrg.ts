import { checkOrgName } from "../../domain/org.ts";
import { door, operation, schemas } from "../declare.ts";
import { oneOrg, orgPath, showOrg } from "./common.ts";

export const updateOrg = operation(`PATCH ${orgPath}`, {
  ...oneOrg,
  summary: "Rename an organization",
  description:
    "Changes the name, and whether new projects start without alert settings where that is sent. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.AtlasOrganization,
  versions: { "2023-01-01": { reply: schemas.AtlasOrganization } },
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
