// Operations on the collections that a global cluster distributes, and on the zones of places. Nothing is distributed.

import type { GeoSharding as GeoShardingShown } from "../../client/api.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { findCluster, findErrors } from "./common.ts";
import {
  keepGeoSharding,
  manageNamespace,
  mappingErrors,
  mapZones,
  namespaceErrors,
} from "./global-writes.ts";
import type { AtlasCluster, Shard } from "./rules/cluster.ts";
import { geoShardingOf, removeNamespaces, zonesByPlace } from "./rules/geo-sharding.ts";

const showAs =
  (idOf: (shard: Shard) => string) =>
  ({ document }: Resource<AtlasCluster>): GeoShardingShown => ({
    customZoneMapping: sortMembers(zonesByPlace(document, idOf)),
    managedNamespaces: geoShardingOf(document).namespaces.map((namespace) =>
      sortMembers({
        isCustomShardKeyHashed: false,
        isShardKeyUnique: false,
        presplitHashedZones: false,
        ...namespace,
      }),
    ),
    selfManagedSharding: document.settings.globalClusterSelfManagedSharding,
  });

const showEarlier = showAs(({ earlierId }) => earlierId);

/** Versions before 2024-08-05 name a zone by the spec that they have for it. */
const views = {
  "2023-01-01": showEarlier,
  "2023-02-01": showEarlier,
  "2024-08-05": showAs(({ zoneId }) => zoneId),
};

const removing = { locks: "group", errors: [...findErrors] } as const;

export const getGroupClusterGlobalWrites = atlas("getGroupClusterGlobalWrites", {
  errors: [...findErrors],
}).handle(findCluster, views);

export const createGroupClusterGlobalWriteCustomZoneMapping = atlas(
  "createGroupClusterGlobalWriteCustomZoneMapping",
  { locks: "group", errors: [...findErrors, ...mappingErrors] },
).handle(
  async (context) => mapZones(context, await findCluster(context), context.body.customZoneMappings),
  views,
);

export const deleteGroupClusterGlobalWriteCustomZoneMapping = atlas(
  "deleteGroupClusterGlobalWriteCustomZoneMapping",
  removing,
).handle(async (context) => {
  const before = await findCluster(context);
  return keepGeoSharding(context, before, { ...geoShardingOf(before.document), zoneIds: {} });
}, views);

export const createGroupClusterGlobalWriteManagedNamespace = atlas(
  "createGroupClusterGlobalWriteManagedNamespace",
  { locks: "group", errors: [...findErrors, ...namespaceErrors] },
).handle(async (context) => manageNamespace(context, await findCluster(context), context.body), views);

export const deleteGroupClusterGlobalWriteManagedNamespaces = atlas(
  "deleteGroupClusterGlobalWriteManagedNamespaces",
  removing,
).handle(async (context) => {
  const before = await findCluster(context);
  return keepGeoSharding(context, before, removeNamespaces(before.document, context.query));
}, views);
