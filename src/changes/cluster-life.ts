// The states of a cluster: changes begin, as does its end, with the events of it; and what is under way ends at once.
import { type Cluster, type ClusterSpeed, endOf, stateOf } from "../domain/cluster.ts";
import type { Changing } from "./changing.ts";
import { keepContainers } from "./containers.ts";
import { type Governed, obeyPolicies, policyErrors } from "./obeying.ts";
import { clusters, type Resource } from "./resources.ts";

export type Codes<List extends readonly string[]> = List[number];
/** How long states last, and what policies forbid. */
export interface Paced extends Governed {
  readonly clusterSpeed: ClusterSpeed;
}

export const changeErrors = ["ATLAS_GENERAL_ERROR", ...policyErrors] as const;
export const endErrors = [
  "CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED",
  "CLUSTER_ALREADY_REQUESTED_DELETION",
] as const;

type ChangeEvent =
  | "CLUSTER_FCV_EXPIRATION_DATE_UPDATED"
  | "CLUSTER_FCV_FIXED"
  | "CLUSTER_FCV_UNFIXED"
  | "CLUSTER_PROCESS_ARGS_UPDATE_SUBMITTED"
  | "CLUSTER_UPDATE_SUBMITTED";

/** Writes what a cluster is changed to, and begins the change. */
export async function changeTo<Document extends Cluster>(
  changing: Changing<Codes<typeof changeErrors>> & Paced,
  before: Resource<Document>,
  document: Document,
  type: ChangeEvent = "CLUSTER_UPDATE_SUBMITTED",
): Promise<Resource<Document>> {
  const { now, record, fault } = changing;
  const { groupId, name } = before;
  if (before.endsAt !== null)
    throw fault("ATLAS_GENERAL_ERROR", { reason: "This cluster is currently being deleted, cannot update" });
  await obeyPolicies(changing, { groupId, document, before });
  const state = stateOf(before, now) === "CREATING" ? "CREATING" : "UPDATING";
  const until = Math.max(endOf(document, "UPDATING", changing), before.document.change?.until ?? 0);
  const after = { ...document, change: { state, until } } as Document;
  await record(type, { groupId, kept: { name: { before: name, after: name } } });
  await keepContainers(changing, { id: groupId }, after);
  return (await clusters.replace(changing, before, { document: after })) as Resource<Document>;
}

/** Begins the end of a cluster; it is gone a while later. */
export async function endCluster(
  changing: Changing<Codes<typeof endErrors>> & Paced,
  cluster: Resource<Cluster>,
): Promise<void> {
  const { record, fault } = changing;
  const { document, groupId, name } = cluster;
  if (cluster.endsAt !== null) throw fault("CLUSTER_ALREADY_REQUESTED_DELETION", { name });
  const settings = document.kind === "FLEX" ? document : document.settings;
  if (settings.terminationProtectionEnabled) {
    const sentence = `Cannot terminate cluster ${name} in group ${groupId} because termination protection is enabled. Disable termination protection and try again.`;
    throw fault("CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED", { sentence });
  }
  await record("CLUSTER_DELETE_SUBMITTED", { groupId, kept: { name: { before: name, after: "" } } });
  await keepContainers(changing, { id: groupId }, document);
  await clusters.replace(changing, cluster, {
    document: { ...document, change: null },
    endsAt: endOf(document, "DELETING", changing),
  });
}

/** Ends what is under way: the cluster is ready, or gone. */
export async function settleCluster(changing: Changing, cluster: Resource<Cluster>): Promise<void> {
  if (cluster.endsAt !== null) return clusters.remove(changing, cluster);
  await clusters.replace(changing, cluster, { document: { ...cluster.document, change: null } });
}
