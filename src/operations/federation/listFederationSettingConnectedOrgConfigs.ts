import { connectionsIn } from "../../changes/federations.ts";
import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";
import { showConnection, withMappings } from "./common.ts";

export const listFederationSettingConnectedOrgConfigs = atlas("listFederationSettingConnectedOrgConfigs", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, params: { federationSettingsId }, query }) => {
  const page = pageOf(await connectionsIn({ tx }, federationSettingsId), { ...query, includeCount: true });
  const results = [];
  for (const each of page.results) results.push(await withMappings(tx, each));
  return { ...page, results };
}, showPageOf(showConnection));
