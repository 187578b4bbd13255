// Answers what may be done in the name of an organization's people.
import { limitSets } from "../../contract/limits.ts";
import { OrgDelegationSettingsResponse } from "../../contract/schemas/org-settings.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { delegationPath, readDelegation } from "./delegation.ts";
import { envelope, orgId, pretty } from "./settings.ts";

export const getOrgDelegationSettings = operation({
  id: "getOrgDelegationSettings",
  method: "GET",
  path: delegationPath,
  tag: "Organizations",
  summary: "Get the delegation settings of an organization",
  description:
    "Answers every setting, null where it was not set. They are kept and decide nothing here. Needs Organization Member.",
  door: org("ORG_MEMBER"),
  limit: limitSets.org,
  status: 200,
  params: { orgId },
  query: { envelope, pretty },
  versions: { "2025-03-12": { reply: OrgDelegationSettingsResponse } },
  errors: [],
}).handle(({ tx, org }) => readDelegation(tx, org), { "2025-03-12": (settings) => settings });
