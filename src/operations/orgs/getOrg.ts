// Answers one organization.
import { limitSets } from "../../contract/limits.ts";
import { envelope, ObjectId, pretty } from "../../contract/schemas/common.ts";
import { AtlasOrganization } from "../../contract/schemas/orgs.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { showOrg } from "./views.ts";

export const getOrg = operation({
  id: "getOrg",
  method: "GET",
  path: "/api/atlas/v2/orgs/{orgId}",
  tag: "Organizations",
  summary: "Get an organization",
  description: "Answers the organization. Needs Organization Member, which every organization role includes.",
  door: org("ORG_MEMBER"),
  limit: limitSets.org,
  status: 200,
  params: { orgId: { ...ObjectId, description: "Id of the organization." } },
  query: { envelope, pretty },
  versions: { "2023-01-01": { reply: AtlasOrganization } },
  errors: [],
}).handle(async ({ org }) => org, { "2023-01-01": showOrg });
