import { writeSettings } from "../../changes/settings.ts";
import { door, operation, schemas } from "../declare.ts";
import { delegationPath, oneOrg, readDelegation } from "./common.ts";

export const updateOrgDelegationSettings = operation(`PATCH ${delegationPath}`, {
  ...oneOrg,
  summary: "Change the delegation settings of an organization",
  description:
    "Changes the settings that are sent; the others stay, and null takes one back. They are kept and decide nothing here. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.OrgDelegationSettingsUpdateRequest,
  versions: { "2025-03-12": { reply: schemas.OrgDelegationSettingsResponse } },
}).handle(
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
