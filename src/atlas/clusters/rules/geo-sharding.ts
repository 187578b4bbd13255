// The collections that a global cluster distributes over its zones, and the places of the world that each zone serves.
import { countries } from "../../../core/contract/countries.ts";
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";

export interface Namespace {
  readonly db: string;
  readonly collection: string;
}

export interface ManagedNamespace extends Namespace {
  readonly customShardKey: string;
  readonly isCustomShardKeyHashed?: boolean;
  readonly isShardKeyUnique?: boolean;
  readonly numInitialChunks?: number;
  readonly presplitHashedZones?: boolean;
}

export interface GeoSharding {
  readonly namespaces: readonly ManagedNamespace[];
  /** The ids of zones by the codes of the places that they serve. */
  readonly zoneIds: Readonly<Record<string, string>>;
}

/** A place, by its code, and the name of the zone that serves it. */
export interface ZoneOfPlace {
  readonly location: string;
  readonly zone: string;
}

interface Zone {
  readonly zoneId: string;
  readonly zoneName: string;
}

interface Zoned<Shard extends Zone = Zone> {
  readonly shards: readonly Shard[];
  readonly geoSharding?: GeoSharding;
}

const none: GeoSharding = { namespaces: [], zoneIds: {} };

export const geoShardingOf = ({ geoSharding = none }: Pick<Zoned, "geoSharding">): GeoSharding => geoSharding;

/** Reports whether a code names a country of ISO 3166-1, or a part of one as ISO 3166-2 does. */
const isPlace = (code: string): boolean =>
  /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code) && countries.has(code.slice(0, 2));

export const zoneErrors = ["INVALID_ATTRIBUTE", "INVALID_LOCATION_CODE"] as const;

/** Maps places to zones of the cluster. Places that the request leaves out stay mapped as they are. */
export function mapPlaces(
  cluster: Zoned,
  sent: readonly ZoneOfPlace[],
  fault: FaultMaker<(typeof zoneErrors)[number]>,
): GeoSharding {
  const zones = new Map(cluster.shards.map(({ zoneName, zoneId }) => [zoneName, zoneId]));
  const before = geoShardingOf(cluster);
  const mapped = sent.map(({ location, zone }, index) => {
    const at = `customZoneMappings.${index}`;
    if (!isPlace(location)) {
      const why = wrongField(`${at}.location`, "It must be a code of ISO 3166, such as DE or US-CA.");
      throw fault("INVALID_LOCATION_CODE", { location }, why);
    }
    const zoneId = zones.get(zone);
    if (zoneId === undefined) {
      const why = wrongField(`${at}.zone`, `The cluster has no zone '${zone}'.`);
      throw fault("INVALID_ATTRIBUTE", { attribute: "zone" }, why);
    }
    return [location, zoneId] as const;
  });
  return { ...before, zoneIds: { ...before.zoneIds, ...Object.fromEntries(mapped) } };
}

const isSame = (one: Namespace, other: Namespace): boolean =>
  one.db === other.db && one.collection === other.collection;

/** Adds a collection to those that the cluster distributes. */
export function addNamespace(
  cluster: Zoned,
  sent: ManagedNamespace,
  fault: FaultMaker<"DUPLICATE_MANAGED_NAMESPACE">,
): GeoSharding {
  const before = geoShardingOf(cluster);
  if (before.namespaces.some((each) => isSame(each, sent))) {
    throw fault("DUPLICATE_MANAGED_NAMESPACE", { namespace: `${sent.db}.${sent.collection}` });
  }
  return { ...before, namespaces: [...before.namespaces, sent] };
}

/** Removes the collections of a database, or with a name; all of them without either. */
export function removeNamespaces(
  cluster: Zoned,
  { db, collection }: Readonly<Record<keyof Namespace, string | undefined>>,
): GeoSharding {
  const before = geoShardingOf(cluster);
  const namespaces = before.namespaces.filter(
    (each) => !isSame(each, { db: db ?? each.db, collection: collection ?? each.collection }),
  );
  return { ...before, namespaces };
}

/** Returns the ids of zones by places, as `idOf` names a zone; a zone that the cluster no longer has serves none. */
export function zonesByPlace<Shard extends Zone>(
  cluster: Zoned<Shard>,
  idOf: (shard: Shard) => string,
): Record<string, string> {
  const ids = new Map(cluster.shards.map((shard) => [shard.zoneId, idOf(shard)]));
  const places = Object.entries(geoShardingOf(cluster).zoneIds).flatMap(([place, zoneId]) => {
    const id = ids.get(zoneId);
    return id === undefined ? [] : [[place, id] as const];
  });
  return Object.fromEntries(places);
}
