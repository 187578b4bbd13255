import { connectionsIn } from "../../changes/federations.ts";
import { operation, pageOf, paging, schemas, showPageOf } from "../declare.ts";
import { connectionsPath, federationSide, params, showConnection, withMappings } from "./common.ts";

const { itemsPerPage, pageNum } = paging;

export const listFederationSettingConnectedOrgConfigs = operation(`GET ${connectionsPath}`, {
  ...federationSide,
  summary: "List the organizations that are connected to a federation",
  description: "In the order in which they were connected. Needs Organization Owner in one of them.",
  params,
  query: { itemsPerPage, pageNum },
  versions: { "2023-01-01": { reply: schemas.ConnectedOrgConfigPage } },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, params: { federationSettingsId }, query }) => {
  const page = pageOf(await connectionsIn({ tx }, federationSettingsId), { ...query, includeCount: true });
  const results = [];
  for (const each of page.results) results.push(await withMappings(tx, each));
  return { ...page, results };
}, showPageOf(showConnection));
