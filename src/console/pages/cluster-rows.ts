// The clusters of a project, of both APIs, as its page lists them.
import type { ClusterDescription20240805, FlexClusterDescription20241113 } from "../../client/api.ts";
import { providerNames, regions } from "../../core/contract/cluster-hardware.ts";
import type { Visit } from "../page.ts";
import type { Words } from "../words/words.ts";
import { wholeList } from "./access-list.tsx";

export type Kind = "flex" | "free" | "replicaSet" | "sharded";

export interface ClusterRow {
  /** The id, which also says which API deletes the cluster. */
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly state: string;
  readonly isPaused: boolean;
  readonly size: string;
  readonly place: string;
  /** The connection string; undefined while there is none. */
  readonly connection: string | undefined;
}

export interface Provision {
  readonly deployment: string;
  readonly kind: string;
  readonly name: string;
  readonly state: string;
  readonly waitsSince: number | null;
  readonly problem: string | null;
  readonly lacksRoles: boolean;
}

/** The users and roles that deployments hold for the project. */
export interface Held {
  readonly provisions: readonly Provision[];
  readonly kept: readonly (readonly [name: string, proof: string])[];
  readonly deployments: Readonly<Record<string, string | null>>;
}

/** Explains why a user or role is not in a database yet, in the console's words if it has some. */
export function whyOf(
  { clusters: said }: Words,
  { problem, deployment }: Pick<Provision, "problem" | "deployment">,
): string {
  if (problem === null) return said.next;
  const [code = "", more] = problem.split(":");
  const words = (said.problems as Readonly<Record<string, string>>)[code];
  return words === undefined ? `${said.refused} (${problem})` : `${words} (${more ?? deployment})`;
}

const placeOf = ({ backingProviderName, providerName, regionName }: Readonly<Record<string, unknown>>) =>
  [backingProviderName ?? providerName, regionName].filter(Boolean).join(" ");

function fromCluster(cluster: ClusterDescription20240805): ClusterRow {
  const {
    name = "",
    clusterType,
    stateName: state = "CREATING",
    paused: isPaused = false,
    replicationSpecs = [],
    connectionStrings,
  } = cluster;
  const [region] = replicationSpecs[0]?.regionConfigs ?? [];
  const { instanceSize = "" } =
    (region as { electableSpecs?: { instanceSize?: string } })?.electableSpecs ?? {};
  const kind = instanceSize === "M0" ? "free" : clusterType === "REPLICASET" ? "replicaSet" : "sharded";
  return {
    id: `clusters.${name}`,
    name,
    kind,
    state,
    isPaused,
    size: instanceSize,
    place: placeOf({ ...region }),
    connection: connectionStrings?.standard,
  };
}

const fromFlex = ({
  name = "",
  stateName: state = "CREATING",
  providerSettings,
  connectionStrings,
}: FlexClusterDescription20241113): ClusterRow => ({
  id: `flexClusters.${name}`,
  name,
  kind: "flex",
  state,
  isPaused: false,
  size: "Flex",
  place: placeOf({ ...providerSettings }),
  connection: connectionStrings?.standard,
});

/** Lists all clusters; undefined if the visitor may not see them. */
export async function listClusters({
  api,
  params,
}: Pick<Visit<"groupId">, "api" | "params">): Promise<ClusterRow[] | undefined> {
  const [clusters, flex] = await Promise.all([
    wholeList<ClusterDescription20240805>((at) => api("listGroupClusters", { ...params, ...at })),
    wholeList<FlexClusterDescription20241113>((at) => api("listGroupFlexClusters", { ...params, ...at })),
  ]);
  if (clusters === undefined || flex === undefined) return undefined;
  return [...clusters.map(fromCluster), ...flex.map(fromFlex)];
}

/** Splits a `ClusterRow.id` into its parts. */
export function fromId(id: string): { readonly isFlex: boolean; readonly name: string } {
  const [kind, name = ""] = id.split(".");
  return { isFlex: kind === "flexClusters", name };
}

export const sizeNames = ["M0", "Flex", "M10"] as const;

/** The regions that a cluster can be in, with names such as `AWS US_EAST_1`. */
export const places = providerNames.flatMap((provider) =>
  regions[provider].map((regionName) => ({ provider, regionName, name: `${provider} ${regionName}` })),
);

const placed = (chosen: string) =>
  places.find(({ name }) => name === chosen) ?? { provider: "AWS" as const, regionName: chosen };

/** Builds the body for the API of clusters. */
export function clusterBody(name: string, size: "M0" | "M10", place: string) {
  const { provider, regionName } = placed(place);
  const on =
    size === "M0"
      ? { providerName: "TENANT" as const, backingProviderName: provider }
      : { providerName: provider };
  const electableSpecs = { instanceSize: size, ...(size !== "M0" && { nodeCount: 3 }) };
  const regionConfigs = [{ ...on, electableSpecs, priority: 7, regionName }];
  return { name, clusterType: "REPLICASET" as const, replicationSpecs: [{ regionConfigs }] };
}

/** Builds the body for the API of Flex clusters. */
export function flexBody(name: string, place: string) {
  const { provider, regionName } = placed(place);
  return { name, providerSettings: { backingProviderName: provider, regionName } };
}
