import { mappingsOf } from "../../changes/federations.ts";
import { operation, schemas } from "../declare.ts";
import { findConnection, inFederation, mappingsPath, params, showMapping } from "./common.ts";

export const listFederationSettingConnectedOrgConfigRoleMappings = operation(`GET ${mappingsPath}`, {
  ...inFederation,
  summary: "List the role mappings of an organization",
  description: "All of them on one page, oldest first. Needs Organization Owner.",
  params,
  versions: { "2023-01-01": { reply: schemas.RoleMappingPage } },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(
  async (context) => mappingsOf(context, (await findConnection(context)).orgId),
  (mappings, { origin, path }) => ({
    links: [{ href: `${origin}${path}`, rel: "self" }],
    results: mappings.map(showMapping),
    totalCount: mappings.length,
  }),
);
