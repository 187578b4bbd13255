import { writeSettings } from "../../changes/settings.ts";
import { amendSettings, checkSettings, eventsOfChange } from "../../domain/org-settings.ts";
import { atlas } from "../atlas.ts";
import { readSettings, showSettings } from "./common.ts";

export const updateOrgSettings = atlas("updateOrgSettings", {
  errors: ["BAD_REQUEST"],
}).handle(async ({ tx, now, newId, org, body, fault, record }) => {
  checkSettings(body, fault);
  const before = await readSettings(tx, org);
  const after = amendSettings(before, body);
  const { apiAccessListRequired, ...rest } = after;
  if (apiAccessListRequired !== org.apiAccessListRequired) {
    await tx.orgs.update({ ...org, apiAccessListRequired });
  }
  writeSettings({ tx, now, newId }, { orgId: org.id }, "settings", rest);
  for (const type of eventsOfChange(before, after)) await record(type, { orgId: org.id });
  return after;
}, showSettings);
