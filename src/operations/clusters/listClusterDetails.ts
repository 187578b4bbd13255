import { clusters } from "../../changes/resources.ts";
import { type Cluster, releaseOf, stateOf } from "../../domain/cluster.ts";
import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";

export const listClusterDetails = atlas("listClusterDetails", {}).handle(
  async ({ tx, now, caller, query }) => {
    const rows = await tx.documents.visible(clusters.kind, caller.id, now);
    const groups = new Map(rows.map((row) => [row.groupId, row]));
    const all = [...groups.values()].map(({ groupId, groupName, orgId, orgName }) => ({
      groupId,
      groupName,
      orgId,
      orgName,
      clusters: rows.filter((row) => row.groupId === groupId).map((row) => detailsOf(row as Row, now)),
    }));
    return pageOf(all, query);
  },
  showPageOf(({ clusters, groupId, groupName, orgId, orgName }) => ({
    clusters,
    groupId,
    groupName,
    orgId,
    orgName,
    planType: "Atlas",
    tags: [],
  })),
);

interface Row {
  readonly id: string;
  readonly name: string;
  readonly document: object;
  readonly endsAt: number | null;
}

function detailsOf({ id, name, document: kept, endsAt }: Row, now: number) {
  const document = kept as Cluster;
  const isFlex = document.kind === "FLEX";
  const nodes = isFlex ? 3 : nodesOf(document);
  const state = stateOf({ document, endsAt }, now);
  return {
    alertCount: 0,
    authEnabled: true,
    availability: state === "CREATING" ? "unavailable" : "available",
    backupEnabled: isFlex || document.settings.backupEnabled,
    clusterId: id,
    dataSizeBytes: 0,
    name,
    nodeCount: nodes,
    sslEnabled: true,
    type: isFlex || document.clusterType === "REPLICASET" ? "REPLICA_SET" : "SHARDED_CLUSTER",
    versions: [releaseOf(isFlex ? "8.0" : document.majorVersion)],
  };
}

const nodesOf = ({ shards }: Extract<Cluster, { kind: "CLUSTER" }>): number =>
  shards
    .flatMap(({ regionConfigs }) => regionConfigs)
    .flatMap((region) => [region.electableSpecs, region.readOnlySpecs, region.analyticsSpecs])
    .reduce((sum, { nodeCount }) => sum + nodeCount, 0);
