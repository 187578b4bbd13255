import { writeSettings } from "../../changes/settings.ts";
import { amendSettings, checkSettings, eventsOfChange } from "../../domain/org-settings.ts";
import { door, operation, schemas } from "../declare.ts";
import { oneOrg, orgPath, readSettings, showSettings } from "./common.ts";

export const updateOrgSettings = operation(`PATCH ${orgPath}/settings`, {
  ...oneOrg,
  summary: "Change the settings of an organization",
  description:
    "Changes the settings that are sent; the others stay. From the next request on, apiAccessListRequired refuses credentials that have no access list, the caller's own included. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.OrganizationSettings,
  versions: { "2023-01-01": { reply: schemas.OrganizationSettings } },
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
