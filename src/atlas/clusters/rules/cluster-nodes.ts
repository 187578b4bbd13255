// The nodes of a cluster as Atlas would name them. There are no such machines; a connection string names them where no database
// is behind the cluster.
import { type Cluster, isTenant, type RegionConfig, type Shard } from "./cluster.ts";

export interface Node {
  readonly hostname: string;
  /** The host by the name of its cluster, which connection strings have. */
  readonly userAlias: string;
  readonly port: number;
  /** NO_DATA of a node that is away. */
  readonly typeName:
    | "NO_DATA"
    | "REPLICA_PRIMARY"
    | "REPLICA_SECONDARY"
    | "SHARD_CONFIG"
    | "SHARD_MONGOS"
    | "SHARD_PRIMARY"
    | "SHARD_SECONDARY";
  /** The replica set; absent of a mongos and of a node that is away. */
  readonly replicaSetName?: string;
  readonly shardName?: string;
}

/** The parts of a cluster that decide how its nodes are called. */
export interface NamedCluster {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly document: Cluster;
}

interface Member {
  /** The provider and the region, as `regionOf` writes them. */
  readonly region: string;
  readonly isElectable: boolean;
}

interface Region {
  readonly providerName: string;
  readonly regionName: string;
}

export const regionOf = ({ providerName, regionName }: Region): string => `${providerName} ${regionName}`;

/** The members of a free or flex cluster, whose number is not chosen. */
const three: readonly Member[] = Array.from({ length: 3 }, () => ({ region: "", isElectable: true }));

function membersOf({ regionConfigs }: Shard): readonly Member[] {
  const membersOf = (isElectable: boolean, countOf: (region: RegionConfig) => number): Member[] =>
    regionConfigs.flatMap((each) =>
      Array.from({ length: countOf(each) }, () => ({ region: regionOf(each), isElectable })),
    );
  return [
    ...membersOf(true, ({ electableSpecs }) => electableSpecs.nodeCount),
    ...membersOf(
      false,
      ({ readOnlySpecs, analyticsSpecs }) => readOnlySpecs.nodeCount + analyticsSpecs.nodeCount,
    ),
  ];
}

const shardsOf = (cluster: Cluster): (readonly Member[])[] =>
  cluster.kind === "FLEX" || isTenant(cluster) ? [three] : cluster.shards.map(membersOf);

/** Returns the number of the primary: the first electable member after so many failovers; none without a majority. */
function primaryOf(members: readonly Member[], away: ReadonlySet<string>, failovers: number) {
  const electable = members.flatMap(({ isElectable }, index) => (isElectable ? [index] : []));
  const left = electable.filter((index) => !away.has(members[index]?.region ?? ""));
  return left.length * 2 > electable.length ? left[failovers % left.length] : undefined;
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/**
 * Lists the nodes: the members of each shard, with a mongos beside each if it is sharded, and config servers of their own. Those
 * in regions that are away have no data.
 */
export function nodesOf(
  { id, groupId, name, document }: NamedCluster,
  away: ReadonlySet<string> = new Set(),
): Node[] {
  const unique = `atlas-${id.slice(-6)}`;
  const domain = `${groupId.slice(-6)}.no-deployment.invalid`;
  const placeOf = (role: string, set: number, index: number) => {
    const host = `${role}-${twoDigits(set)}-${twoDigits(index)}.${domain}`;
    return { hostname: `${unique}-${host}`, userAlias: `${name.slice(0, 23).toLowerCase()}-${host}` };
  };
  const isReplicaSet = document.kind === "FLEX" || document.clusterType === "REPLICASET";
  const failovers = document.kind === "FLEX" ? 0 : (document.failovers ?? 0);
  const members = shardsOf(document).map((all, shard) => {
    const replicaSetName = `${unique}-shard-${shard}`;
    const primary = primaryOf(all, away, failovers);
    const role = isReplicaSet ? "REPLICA" : "SHARD";
    return all.map(({ region }, index): Node[] => {
      const place = placeOf("shard", shard, index);
      if (away.has(region)) return [{ ...place, port: 27017, typeName: "NO_DATA" }];
      const typeName = index === primary ? (`${role}_PRIMARY` as const) : (`${role}_SECONDARY` as const);
      const member = { ...place, port: 27017, replicaSetName, typeName };
      if (isReplicaSet) return [member];
      return [
        { ...member, shardName: replicaSetName },
        { ...place, port: 27016, typeName: "SHARD_MONGOS" },
      ];
    });
  });
  const hasConfig = document.kind === "CLUSTER" && !isReplicaSet && document.hasDedicatedConfig;
  const configs = Array.from(
    { length: hasConfig ? 3 : 0 },
    (_, index): Node => ({
      ...placeOf("config", 0, index),
      port: 27017,
      replicaSetName: `${unique}-config-0`,
      typeName: "SHARD_CONFIG",
    }),
  );
  return [...members.flat(2), ...configs];
}

/** Returns the connection string to the nodes: to the mongos if there are any. */
export function connectionTo(nodes: readonly Node[]): string {
  const routers = nodes.filter(({ typeName }) => typeName === "SHARD_MONGOS");
  const hosts = (routers.length > 0 ? routers : nodes).map(({ userAlias, port }) => `${userAlias}:${port}`);
  const set = routers.length > 0 ? "" : `&replicaSet=${nodes[0]?.replicaSetName}`;
  return `mongodb://${hosts.join(",")}/?ssl=true&authSource=admin${set}`;
}
