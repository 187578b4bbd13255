// A cluster in the form of seeds: provider, region and size, and the request that would create it.
import { type ProviderName, regions, tenantSizes } from "../../../core/contract/cluster-hardware.ts";
import type { SentCluster } from "../../../core/domain/sent.ts";

interface ShortCluster {
  readonly name: string;
  readonly deployment?: string;
  readonly providerName?: ProviderName | "FLEX";
  readonly backingProviderName?: ProviderName;
  readonly regionName?: string;
  readonly instanceSize?: string;
  /** The specs, in place of the three members before. */
  readonly replicationSpecs?: readonly object[];
}

/** Returns the named region, or the first one of a provider. */
export const regionOf = (place: ProviderName, named: string | undefined): string =>
  named ?? regions[place]?.[0] ?? "";

/** Returns the request that would create such a cluster. */
export function requestOf({
  providerName = "AWS",
  backingProviderName,
  regionName,
  ...seed
}: ShortCluster): SentCluster {
  const { instanceSize = "M10", replicationSpecs, deployment: _, ...settings } = seed;
  if (replicationSpecs !== undefined) return { ...settings, replicationSpecs } as SentCluster;
  const isShared = tenantSizes.has(instanceSize);
  const place = (isShared && backingProviderName ? backingProviderName : providerName) as ProviderName;
  const region = {
    ...(isShared ? { providerName: "TENANT" as const, backingProviderName: place } : { providerName: place }),
    regionName: regionOf(place, regionName),
    priority: 7,
    electableSpecs: { instanceSize, nodeCount: 3 },
  };
  return { ...settings, replicationSpecs: [{ regionConfigs: [region] }] } as SentCluster;
}
