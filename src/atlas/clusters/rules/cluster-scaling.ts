// Auto-scaling. No size changes by itself here, and a request does not change the sizes that auto-scaling controls.
import type { AtlasCluster, Hardware, RegionConfig, Scaling, Shard } from "./cluster.ts";

const names = ["analyticsSpecs", "electableSpecs", "readOnlySpecs"] as const;

const isOn = (scaling: Scaling | undefined): boolean =>
  scaling !== undefined && (scaling.compute.enabled || scaling.diskGB.enabled);

/** Returns the sizes that existing nodes keep; the request decides the number of nodes. */
function keptIn(scaling: Scaling | undefined, asked: Hardware, has: Hardware): Hardware {
  return isOn(scaling) && has.nodeCount > 0 ? { ...has, nodeCount: asked.nodeCount } : asked;
}

function keepRegion(asked: RegionConfig, before: RegionConfig | undefined): RegionConfig {
  if (before === undefined) return asked;
  const has = before.running ?? before;
  const { autoScaling, analyticsAutoScaling } = asked;
  const running = {
    analyticsSpecs: keptIn(analyticsAutoScaling, asked.analyticsSpecs, has.analyticsSpecs),
    electableSpecs: keptIn(autoScaling, asked.electableSpecs, has.electableSpecs),
    readOnlySpecs: keptIn(autoScaling, asked.readOnlySpecs, has.readOnlySpecs),
  };
  return names.some((name) => running[name] !== asked[name]) ? { ...asked, running } : asked;
}

/** Adds the current sizes to the requested shards, where auto-scaling is on. */
export function keepScaled(asked: readonly Shard[], before: readonly Shard[]): readonly Shard[] {
  const regions = before.flatMap(({ regionConfigs }) => regionConfigs);
  return asked.map((shard) => ({
    ...shard,
    regionConfigs: shard.regionConfigs.map((region) =>
      keepRegion(
        region,
        regions.find(
          ({ providerName, regionName }) =>
            providerName === region.providerName && regionName === region.regionName,
        ),
      ),
    ),
  }));
}

/** Returns a cluster with its current hardware. */
export const asRunning = (cluster: AtlasCluster): AtlasCluster => ({
  ...cluster,
  shards: cluster.shards.map((shard) => ({
    ...shard,
    regionConfigs: shard.regionConfigs.map((region) => ({ ...region, ...region.running })),
  })),
});
