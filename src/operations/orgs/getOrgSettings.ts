// Answers the settings of an organization.
import { limitSets } from "../../contract/limits.ts";
import { OrganizationSettings } from "../../contract/schemas/org-settings.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { envelope, orgId, orgPath, pretty, readSettings, showSettings } from "./settings.ts";

export const getOrgSettings = operation({
  id: "getOrgSettings",
  method: "GET",
  path: `${orgPath}/settings`,
  tag: "Organizations",
  summary: "Get the settings of an organization",
  description:
    "Answers every setting, with its default where it was not set; contacts and timeouts that never were set are left out. Needs Organization Member.",
  door: org("ORG_MEMBER"),
  limit: limitSets.org,
  status: 200,
  params: { orgId },
  query: { envelope, pretty },
  versions: { "2023-01-01": { reply: OrganizationSettings } },
  errors: [],
}).handle(({ tx, org }) => readSettings(tx, org), { "2023-01-01": showSettings });
