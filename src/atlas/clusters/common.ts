// The shared parts of operations on clusters: their paths, how a cluster is found, and what views need to know of it.

import type {
  ClusterDescriptionProcessArgs,
  ClusterDescriptionProcessArgs20240805,
} from "../../client/api.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { FaultMaker, Reads } from "../../core/operations/declare.ts";
import { endpointServices } from "../private-endpoints/kept.ts";
import { availableEndpoints } from "../private-endpoints/rules/endpoint-service.ts";
import { regionalModes } from "../project-settings/kept.ts";
import { clusters } from "./kept.ts";
import { type AtlasCluster, type Cluster, stateOf } from "./rules/cluster.ts";
import type { ClusterConnections } from "./rules/cluster-connections.ts";
import { connectionTo, nodesOf } from "./rules/cluster-nodes.ts";
import type { ClusterShown } from "./rules/cluster-views.ts";

const asAsked = "Use-Effective-Instance-Fields";
/** Reports whether auto-scaling controls the sizes, so that they are shown as requested. */
export const leavesSizes = ({ asksFor }: { readonly asksFor: (flag: typeof asAsked) => boolean }): boolean =>
  asksFor(asAsked);

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
  const deployed = connections.of({ ...cluster, orgId });
  const connection = deployed ?? connectionTo(nodesOf(cluster));
  const copied = deployed === undefined ? cluster.document.connectionStrings : undefined;
  return { cluster, isAsAsked, now, state: stateOf(cluster, now), connection, copied };
}

/** Finds the private endpoints of a project, through which clusters in their regions are reached. */
export async function reachedPrivately({
  group,
  ...looking
}: Looking): Promise<Pick<ClusterShown, "privately">> {
  const services = await endpointServices.all(looking, group);
  const endpoints = services.flatMap(({ document }) => availableEndpoints(document, looking.now));
  if (endpoints.length === 0) return {};
  const { enabled } = await regionalModes.read(looking, group);
  return { privately: { endpoints, isByRegion: enabled } };
}

/** Shows the state that a change began, even if the change has ended before the answer is sent. */
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

/** Finds a cluster of any kind; refuses a missing one as recorded. */
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

type Args = Readonly<Record<string, unknown>>;

export const argsViews = {
  "2023-01-01": (all: Args) => all as ClusterDescriptionProcessArgs,
  /** The newest version has two members fewer. */
  "2024-08-05": ({ defaultReadConcern: _, failIndexKeyTooLong: __, ...all }: Args) =>
    all as ClusterDescriptionProcessArgs20240805,
};
