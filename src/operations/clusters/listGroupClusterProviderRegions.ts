import {
  allProviderNames,
  offeredRegions,
  providerNames,
  sizes,
  tenantSizes,
} from "../../contract/cluster-hardware.ts";
import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";

export const listGroupClusterProviderRegions = atlas("listGroupClusterProviderRegions", {}).handle(
  async ({ query }) => {
    const asked = query.providers ?? allProviderNames;
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
