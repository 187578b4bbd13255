// Changes the collections that a global cluster distributes and the zones of places, for requests and seeds alike.

import type { Changing, Recording } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { FaultMaker } from "../../core/contract/errors.ts";
import type { Codes } from "./cluster-life.ts";
import { clusters } from "./kept.ts";
import type { AtlasCluster } from "./rules/cluster.ts";
import {
  addNamespace,
  type GeoSharding,
  type ManagedNamespace,
  mapPlaces,
  type ZoneOfPlace,
  zoneErrors,
} from "./rules/geo-sharding.ts";

export const mappingErrors = [...zoneErrors, "ATLAS_GENERAL_ERROR"] as const;
export const namespaceErrors = ["ATLAS_GENERAL_ERROR", "DUPLICATE_MANAGED_NAMESPACE"] as const;

type Found = Resource<AtlasCluster>;

/** Refuses a cluster whose collections Atlas does not distribute. */
function checkGlobal({ document, endsAt, name }: Found, fault: FaultMaker<"ATLAS_GENERAL_ERROR">): void {
  const refused = (reason: string) => fault("ATLAS_GENERAL_ERROR", { reason });
  if (endsAt !== null) throw refused("This cluster is currently being deleted, cannot update");
  if (document.clusterType !== "GEOSHARDED") throw refused(`Cluster ${name} is not a global cluster`);
  if (document.settings.globalClusterSelfManagedSharding) {
    throw refused(`Cluster ${name} manages its sharding itself`);
  }
}

export async function keepGeoSharding(
  changing: Recording,
  before: Found,
  geoSharding: GeoSharding,
): Promise<Found> {
  const document = { ...before.document, geoSharding };
  return (await clusters.replace(changing, before, { document })) as Found;
}

/** Maps places to zones of a global cluster. */
export async function mapZones(
  changing: Changing<Codes<typeof mappingErrors>>,
  cluster: Found,
  sent: readonly ZoneOfPlace[],
): Promise<Found> {
  const { fault } = changing;
  checkGlobal(cluster, fault);
  return keepGeoSharding(changing, cluster, mapPlaces(cluster.document, sent, fault));
}

/** Lets a global cluster distribute a collection. */
export async function manageNamespace(
  changing: Changing<Codes<typeof namespaceErrors>>,
  cluster: Found,
  sent: ManagedNamespace,
): Promise<Found> {
  const { fault } = changing;
  checkGlobal(cluster, fault);
  return keepGeoSharding(changing, cluster, addNamespace(cluster.document, sent, fault));
}
