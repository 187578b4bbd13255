// What the operations on clusters share: their paths, how a cluster is found, and what views need to know of it.
import type { Static } from "typebox";
import { clusters, type Resource } from "../../changes/resources.ts";
import { type AtlasCluster, type Cluster, stateOf } from "../../domain/cluster.ts";
import type { ClusterConnections } from "../../domain/cluster-connections.ts";
import type { ClusterShown } from "../../domain/cluster-views.ts";
import { type FaultMaker, neighbourSets, type Reads, schemas, Type } from "../declare.ts";

export const path = "/api/atlas/v2/groups/{groupId}/clusters";
export const pathOfOne = `${path}/{clusterName}` as const;
export const shared = { tag: "Clusters", limit: neighbourSets.groupClusters, neighbour: true } as const;

export const clusterName = Type.String({
  pattern: "^[a-zA-Z0-9][a-zA-Z0-9-]*$",
  checkedByRule: true,
  description: "Name of the cluster.",
});

const effective = (description: string) => Type.Boolean({ default: false, description });
const asAsked = "Use-Effective-Instance-Fields";
const listed = {
  [asAsked]: effective(
    "Whether the hardware of a cluster of one shard is answered as it was asked for; else as it is. In a change, whether it stays as it is where auto-scaling is on.",
  ),
};
export const flagsOfList = listed;
export const flags = {
  ...listed,
  "Use-Effective-Fields-Replication-Specs": effective("The same of the shards; changes nothing here."),
};
/** Whether sizes are left to auto-scaling, and shown as they were asked for. */
export const leavesSizes = ({ asksFor }: { readonly asksFor: (flag: typeof asAsked) => boolean }): boolean =>
  asksFor(asAsked);

/** Versions of answers about clusters, of which the newest write two. */
export const deprecatedVersions = {
  "2023-01-01": { deprecated: "2023-02-01", sunset: "2027-07-01" },
  "2023-02-01": { deprecated: "2024-08-05", sunset: "2027-07-01" },
} as const;
/** How those answer one cluster. */
export const earlierReplies = {
  "2023-01-01": { ...deprecatedVersions["2023-01-01"], reply: schemas.LegacyAtlasCluster },
  "2023-02-01": { ...deprecatedVersions["2023-02-01"], reply: schemas.AdvancedClusterDescription },
} as const;
export const deprecatedWrite = { deprecated: "2024-10-23", sunset: "2027-03-01" } as const;

interface Looking {
  readonly tx: Reads;
  readonly now: number;
  readonly group: { readonly id: string };
}
type Placing = Pick<Looking, "now"> & {
  readonly connections: ClusterConnections;
  readonly group: { readonly orgId: string };
};

export function placed<Document extends Cluster>(
  { now, connections, group: { orgId } }: Placing,
  cluster: Resource<Document>,
  isAsAsked = false,
): ClusterShown<Document> {
  const connection = connections.of({ ...cluster, orgId });
  return { cluster, isAsAsked, now, state: stateOf(cluster, now), connection };
}

/** The answer to a change shows the state that the change began, also where that has ended before anybody reads it. */
export function placedInChange<Document extends Cluster>(
  placing: Placing,
  cluster: Resource<Document>,
  isAsAsked = false,
): ClusterShown<Document> {
  const shown = placed(placing, cluster, isAsAsked);
  return { ...shown, state: cluster.document.change?.state ?? shown.state };
}

export const isAtlasCluster = (cluster: Resource<Cluster>): cluster is Resource<AtlasCluster> =>
  cluster.document.kind === "CLUSTER";

/** Refuses as recorded of one that is not there. */
export async function findAny(
  looking: Looking & { readonly fault: FaultMaker<"CLUSTER_NOT_FOUND"> },
  name: string,
): Promise<Resource<Cluster>> {
  const found = await clusters.find(looking, looking.group, name);
  if (found === undefined) throw looking.fault("CLUSTER_NOT_FOUND", { name, groupId: looking.group.id });
  return found;
}

export const findErrors = ["CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", "CLUSTER_NOT_FOUND"] as const;

export async function findCluster(
  looking: Looking & {
    readonly params: { readonly clusterName: string };
    readonly fault: FaultMaker<(typeof findErrors)[number]>;
  },
): Promise<Resource<AtlasCluster>> {
  const { clusterName: name } = looking.params;
  const found = await findAny(looking, name);
  if (isAtlasCluster(found)) return found;
  throw looking.fault("CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", { name });
}

/** Versions of answers about the advanced configuration. */
export const argsVersions = {
  "2023-01-01": {
    deprecated: "2024-08-05",
    sunset: "2027-07-01",
    reply: schemas.ClusterDescriptionProcessArgs,
  },
  "2024-08-05": { reply: schemas.ClusterDescriptionProcessArgs20240805 },
} as const;

type Args = Readonly<Record<string, unknown>>;

export const argsViews = {
  "2023-01-01": (all: Args) => all as Static<typeof schemas.ClusterDescriptionProcessArgs>,
  /** It has two fewer. */
  "2024-08-05": ({ defaultReadConcern: _, failIndexKeyTooLong: __, ...all }: Args) =>
    all as Static<typeof schemas.ClusterDescriptionProcessArgs20240805>,
};
