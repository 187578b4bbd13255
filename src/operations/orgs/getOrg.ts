import { door, operation, schemas } from "../declare.ts";
import { oneOrg, showOrg } from "./common.ts";

export const getOrg = operation("GET /api/atlas/v2/orgs/{orgId}", {
  ...oneOrg,
  summary: "Get an organization",
  description: "Answers the organization. Needs Organization Member, which every organization role includes.",
  door: door.org("ORG_MEMBER"),
  versions: { "2023-01-01": { reply: schemas.AtlasOrganization } },
}).handle(async ({ org }) => org, showOrg);
