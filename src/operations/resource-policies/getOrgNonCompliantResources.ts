import { door, operation, schemas } from "../declare.ts";
import { shared } from "./common.ts";

export const getOrgNonCompliantResources = operation("GET /api/atlas/v2/orgs/{orgId}/nonCompliantResources", {
  ...shared,
  summary: "List what the resource policies of an organization forbid",
  description: "Always empty: policies forbid nothing here. Needs a role in the organization.",
  door: door.org("ORG_MEMBER"),
  versions: { "2024-08-05": { reply: schemas.NonCompliantResources } },
}).handle(
  async () => [],
  (none) => none,
);
