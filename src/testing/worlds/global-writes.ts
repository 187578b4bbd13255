// The zones of places and the distributed collections of a global cluster, as they are read and compared.
import type { GeoSharding } from "../../client/client.ts";
import type { SeedGroup } from "../seed/document.ts";
import { fit, formOf } from "./form.ts";
import type { Kinds } from "./kinds.ts";

type SeedCluster = NonNullable<SeedGroup["clusters"]>[number];
type SeedWrites = NonNullable<SeedCluster["globalWrites"]>;

const fitting = {
  order: ["db", "collection", "customShardKey"],
  defaults: { isCustomShardKeyHashed: false, isShardKeyUnique: false, presplitHashedZones: false },
};

/** The kind, with the names of zones by their ids. */
export const globalWritesIn = (zones: readonly (readonly [id: string, name: string])[]) => {
  const names = new Map(zones);
  return {
    globalWrites: {
      list: "getGroupClusterGlobalWrites",
      keep: ({ customZoneMapping, managedNamespaces }: GeoSharding) => {
        const customZoneMappings = Object.entries(customZoneMapping).map(([location, id]) => ({
          location,
          zone: names.get(id) ?? id,
        }));
        const form = formOf(["SeedGroup", "clusters", "globalWrites"]);
        return fit(form, { customZoneMappings, managedNamespaces }, fitting);
      },
    },
  } satisfies Kinds<SeedCluster>;
};

const writesOf = ({ globalWrites = {} }: SeedCluster): SeedWrites => globalWrites;

/** The compared lists of it. */
export const writesLists = {
  places: (cluster: SeedCluster) =>
    (writesOf(cluster).customZoneMappings ?? []).map(({ location, zone }) => `${location} in ${zone}`).sort(),
  distributed: (cluster: SeedCluster) =>
    (writesOf(cluster).managedNamespaces ?? [])
      .map(({ db, collection, customShardKey }) => `${db}.${collection} by ${customShardKey}`)
      .sort(),
};
