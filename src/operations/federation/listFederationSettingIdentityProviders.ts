import { providersOf } from "../../changes/federations.ts";
import { idpTypes, protocols } from "../../domain/identity-provider.ts";
import { operation, pageOf, paging, schemas, showPageOf, Type } from "../declare.ts";
import { federationSide, params, providersPath, showProvider, withUsers } from "./common.ts";

const { itemsPerPage, pageNum } = paging;

export const listFederationSettingIdentityProviders = operation(`GET ${providersPath}`, {
  ...federationSide,
  summary: "List the identity providers of a federation",
  description:
    "Those that people sign in by with SAML, unless others are asked for. Needs Organization Owner in a connected organization.",
  params,
  query: {
    idpType: Type.Array(Type.Enum([...idpTypes], { type: "string", default: "WORKFORCE" }), {
      description: "Whether those of people, of programs or both are listed.",
    }),
    itemsPerPage,
    pageNum,
    protocol: Type.Array(Type.Enum([...protocols], { type: "string", default: "SAML" }), {
      description: "Whether those with SAML, with OIDC or both are listed.",
    }),
  },
  versions: { "2023-01-01": { reply: schemas.IdentityProviderPage } },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, params: { federationSettingsId: id }, query }) => {
  const { protocol = ["SAML"], idpType = ["WORKFORCE"], ...at } = query;
  const all = (await providersOf({ tx }, id)).filter(
    ({ document }) => protocol.includes(document.protocol) && idpType.includes(document.idpType),
  );
  const page = pageOf(all, { ...at, includeCount: true });
  return { ...page, results: await withUsers(tx, id, page.results) };
}, showPageOf(showProvider));
