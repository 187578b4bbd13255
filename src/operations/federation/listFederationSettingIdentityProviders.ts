import { providersOf } from "../../changes/federations.ts";
import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";
import { showProvider, withUsers } from "./common.ts";

export const listFederationSettingIdentityProviders = atlas("listFederationSettingIdentityProviders", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, params: { federationSettingsId: id }, query }) => {
  const { protocol = ["SAML"], idpType = ["WORKFORCE"], ...at } = query;
  const all = (await providersOf({ tx }, id)).filter(
    ({ document }) => protocol.includes(document.protocol) && idpType.includes(document.idpType),
  );
  const page = pageOf(all, { ...at, includeCount: true });
  return { ...page, results: await withUsers(tx, id, page.results) };
}, showPageOf(showProvider));
