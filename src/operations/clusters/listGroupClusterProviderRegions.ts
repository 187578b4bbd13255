import { offeredRegions, providerNames, sizes, tenantSizes } from "../../contract/cluster-hardware.ts";
import { providers } from "../../contract/schemas/cluster-specs.ts";
import { door, operation, pageOf, paging, schemas, showPageOf, Type } from "../declare.ts";
import { path, shared } from "./common.ts";

export const listGroupClusterProviderRegions = operation(`GET ${path}/provider/regions`, {
  ...shared,
  summary: "List the regions that clusters of a project can be in",
  description:
    "By provider and size. A cluster can be made in any region of its provider, also in one that is not listed. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: {
    ...paging,
    providers: Type.Array(Type.Enum([...providers], { type: "string" }), {
      description: "Only these providers. May be repeated.",
    }),
    tier: Type.String({ description: "Only this size." }),
  },
  versions: { "2023-01-01": { reply: schemas.PaginatedApiAtlasProviderRegionsView } },
}).handle(
  async ({ query }) => {
    const asked = query.providers ?? providers;
    const results = providerNames
      .filter((provider) => asked.includes(provider))
      .map((provider) => ({ provider, instanceSizes: sizesAt(provider, query.tier) }))
      .filter(({ instanceSizes }) => instanceSizes.length > 0);
    return pageOf(results, query);
  },
  showPageOf(({ provider, instanceSizes }) => ({ instanceSizes, provider })),
);

function sizesAt(provider: (typeof providerNames)[number], tier: string | undefined) {
  const names = [...tenantSizes.keys(), ...sizes[provider]];
  return names
    .filter((name) => tier === undefined || name === tier)
    .map((name) => ({ availableRegions: offeredRegions(provider, name), name }));
}
