import { writeSettings } from "../../changes/settings.ts";
import { eventsOfChange } from "../../domain/org-settings.ts";
import { factorRules, settingsOf } from "../../domain/second-factor.ts";
import { door, operation, Type } from "../declare.ts";
import { readSettings } from "../orgs/common.ts";
import { asIs, onPages } from "./common.ts";

export const setFactorRule = operation("POST /console/orgs/{orgId}", {
  ...onPages,
  summary: "Set of whom an organization demands a second factor",
  description: "Of everybody is what the API calls multiFactorAuthRequired. Holds from the next request on.",
  door: door.org("ORG_OWNER"),
  body: Type.Object({ rule: Type.Enum([...factorRules]) }),
}).handle(async ({ tx, now, newId, org, body: { rule }, record }) => {
  const before = await readSettings(tx, org);
  const after = { ...before, ...settingsOf(rule) };
  const { apiAccessListRequired: _, ...kept } = after;
  writeSettings({ tx, now, newId }, { orgId: org.id }, "settings", kept);
  for (const type of eventsOfChange(before, after)) await record(type, { orgId: org.id });
  return { rule };
}, asIs);
