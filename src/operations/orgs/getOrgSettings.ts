import { door, operation, schemas } from "../declare.ts";
import { oneOrg, orgPath, readSettings, showSettings } from "./common.ts";

export const getOrgSettings = operation(`GET ${orgPath}/settings`, {
  ...oneOrg,
  summary: "Get the settings of an organization",
  description:
    "Answers every setting, with its default where it was not set; contacts and timeouts that never were set are left out. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  versions: { "2023-01-01": { reply: schemas.OrganizationSettings } },
}).handle(({ tx, org }) => readSettings(tx, org), showSettings);
