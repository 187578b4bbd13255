// The processes of a project's clusters: the hosts of their connection strings.

import type { Reading } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { FaultMaker } from "../../core/operations/declare.ts";
import { clusters } from "../clusters/kept.ts";
import { type Cluster, stateOf } from "../clusters/rules/cluster.ts";
import type { ClusterConnections } from "../clusters/rules/cluster-connections.ts";
import { type Node, nodesOf, regionOf } from "../clusters/rules/cluster-nodes.ts";
import { outages } from "../simulations/kept.ts";
import { type Outage, outageStateOf } from "../simulations/rules/simulation.ts";

export interface Process extends Node {
  readonly id: string;
  readonly cluster: Resource<Cluster>;
}

interface Looking extends Reading {
  readonly group: { readonly id: string; readonly orgId: string };
  readonly connections: ClusterConnections;
}

/** Returns the hosts of a connection string, with the port that is left out. */
function hostsOf(connection: string) {
  const [, hosts = ""] = /^[^/]*\/\/([^/?]+)/.exec(connection) ?? [];
  return hosts.split(",").map((host) => {
    const [, hostname = host, port = "27017"] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
    return { hostname, port: Number(port) };
  });
}

/** Reports whether the nodes of a cluster run: not before it is made, nor while it is paused. */
const isUp = (cluster: Resource<Cluster>, now: Reading["now"]): boolean =>
  stateOf(cluster, now) !== "CREATING" &&
  !(cluster.document.kind === "CLUSTER" && cluster.document.settings.paused);

/** Lists the processes of a cluster: its nodes, or the hosts of the database behind it in their place. */
function processesIn(
  { group: { orgId }, connections, now }: Looking,
  cluster: Resource<Cluster>,
  outage: Resource<Outage> | undefined,
): Process[] {
  if (!isUp(cluster, now)) return [];
  const isAway = outage !== undefined && outageStateOf(outage, now) === "SIMULATING";
  const filters = isAway ? outage.document.outageFilters : [];
  const regions = filters.map(({ cloudProvider: providerName, regionName }) =>
    regionOf({ providerName, regionName }),
  );
  const nodes = nodesOf(cluster, new Set(regions));
  const connection = connections.of({ ...cluster, orgId });
  const hosts = connection === undefined ? [] : hostsOf(connection);
  const members = nodes.filter(({ typeName }) => typeName !== "SHARD_MONGOS");
  const there = connection === undefined ? nodes : members.slice(0, hosts.length);
  return there.map((node, index) => {
    const process = { ...node, ...hosts[index], cluster };
    return { ...process, id: `${process.hostname}:${process.port}` };
  });
}

export async function allProcesses(looking: Looking): Promise<Process[]> {
  const [all, simulated] = await Promise.all([
    clusters.all(looking, looking.group),
    outages.all(looking, looking.group),
  ]);
  return all.flatMap((each) =>
    processesIn(
      looking,
      each,
      simulated.find(({ name }) => name === each.name),
    ),
  );
}

export const processErrors = ["HOSTNAME_AND_PORT_NOT_FOUND"] as const;
type Refusing = Looking & { readonly fault: FaultMaker<(typeof processErrors)[number]> };

/** Finds a process by its id, or by the host that its connection string has. */
export async function findProcess(
  looking: Refusing & { readonly params: { readonly processId: string } },
): Promise<Process> {
  const { processId } = looking.params;
  const isIt = ({ id, userAlias, port }: Process) => [id, `${userAlias}:${port}`].includes(processId);
  const found = (await allProcesses(looking)).find(isIt);
  if (found !== undefined) return found;
  throw looking.fault("HOSTNAME_AND_PORT_NOT_FOUND", { processId, groupId: looking.group.id });
}

/** Lists the processes on a host, which logs name without a port. */
export async function findHost(
  looking: Refusing & { readonly params: { readonly hostName: string } },
): Promise<Process[]> {
  const { hostName } = looking.params;
  const isThere = ({ hostname, userAlias }: Process) => [hostname, userAlias].includes(hostName);
  const all = (await allProcesses(looking)).filter(isThere);
  if (all.length > 0) return all;
  throw looking.fault("HOSTNAME_AND_PORT_NOT_FOUND", { processId: hostName, groupId: looking.group.id });
}
