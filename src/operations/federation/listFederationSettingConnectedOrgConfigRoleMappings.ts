import { mappingsOf } from "../../changes/federations.ts";
import { atlas } from "../atlas.ts";
import { findConnection, showMapping } from "./common.ts";

export const listFederationSettingConnectedOrgConfigRoleMappings = atlas(
  "listFederationSettingConnectedOrgConfigRoleMappings",
  {
    errors: ["RESOURCE_NOT_FOUND"],
  },
).handle(
  async (context) => mappingsOf(context, (await findConnection(context)).orgId),
  (mappings, { origin, path }) => ({
    links: [{ href: `${origin}${path}`, rel: "self" }],
    results: mappings.map(showMapping),
    totalCount: mappings.length,
  }),
);
