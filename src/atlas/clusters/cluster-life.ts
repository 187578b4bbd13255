// Begins the changes and the end of clusters, records their events, and ends at once what is under way.

import { type Changing, type Recording, recordOf, type Writing } from "../../core/changes/changing.ts";
import type { Governed } from "../../core/changes/judging.ts";
import { endAll, endIn, type Resource } from "../../core/changes/resources.ts";
import type { ClusterSpeed } from "../../core/domain/cluster-speed.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { obeyPolicies, policyErrors } from "../resource-policies/obeying.ts";
import { addContainers, missingContainers } from "./containers.ts";
import { clusterChanges, clusters, endBelongings } from "./kept.ts";
import { type Cluster, endOf, isRestoring, stateOf } from "./rules/cluster.ts";
import { placesOf } from "./rules/cluster-containers.ts";
import { chargedNodes } from "./rules/cluster-use.ts";
import { keepUse, type Using } from "./uses.ts";

export type Codes<List extends readonly string[]> = List[number];
/** The durations of states, and the resource policies. */
export interface Paced extends Governed {
  readonly clusterSpeed: ClusterSpeed;
}

export const changeErrors = [
  "ATLAS_GENERAL_ERROR",
  "CLUSTER_RESTORE_IN_PROGRESS_CANNOT_UPDATE",
  ...policyErrors,
] as const;
export const endErrors = [
  "CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED",
  "CLUSTER_ALREADY_REQUESTED_DELETION",
] as const;

type ChangeEvent =
  | "CLUSTER_FCV_EXPIRATION_DATE_UPDATED"
  | "CLUSTER_FCV_FIXED"
  | "CLUSTER_FCV_UNFIXED"
  | "CLUSTER_PROCESS_ARGS_UPDATE_SUBMITTED"
  | "CLUSTER_UPDATE_SUBMITTED"
  | "TEST_FAILOVER_REQUESTED";

/** Writes the changed cluster, and begins the change. */
export async function changeTo<Document extends Cluster>(
  changing: Changing<Codes<typeof changeErrors>> & Paced & Using,
  before: Resource<Document>,
  document: Document,
  type: ChangeEvent = "CLUSTER_UPDATE_SUBMITTED",
): Promise<Resource<Document>> {
  const { tx, now, record, fault } = changing;
  const { groupId, name } = before;
  if (before.endsAt !== null) {
    throw fault("ATLAS_GENERAL_ERROR", { reason: "This cluster is currently being deleted, cannot update" });
  }
  if (isRestoring(before.document, now)) throw fault("CLUSTER_RESTORE_IN_PROGRESS_CANNOT_UPDATE", { name });
  // Nothing is written until the policies have allowed the change.
  const [ended, missing, expected] = await Promise.all([
    tx.documents.endedIn(groupId, now),
    missingContainers(changing, { id: groupId }, placesOf([document])),
    clusterChanges.find(changing, { id: groupId }, name),
    obeyPolicies(changing, { groupId, document, before }),
  ]);
  await endAll(changing, ended);
  await addContainers(changing, { id: groupId }, missing);
  const stateBefore = stateOf(before, now);
  const state = stateBefore === "CREATING" ? "CREATING" : "UPDATING";
  const until = Math.max(endOf(document, "UPDATING", changing), before.document.change?.until ?? 0);
  const usesOthers = !isSame(chargedNodes(document), chargedNodes(before.document));
  if (usesOthers) keepUse(changing, before);
  const after = { ...document, change: { state, until }, ...(usesOthers && { usedSince: now }) } as Document;
  const isRetagged = !isSame(tagsOf(document), tagsOf(before.document));
  if (isRetagged) await recordTags(changing, before);
  if (!isRetagged || !isSame(withoutTags(document), withoutTags(before.document))) {
    await record(type, { groupId, details: { clusterName: name } });
  }
  if (stateBefore === "IDLE") await recordStart(changing, before);
  await expectEnd(changing, before, { state, until }, expected);
  return (await clusters.replace(changing, before, { document: after })) as Resource<Document>;
}

type About = Pick<Resource<Cluster>, "id" | "groupId" | "name">;

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
const tagsOf = (cluster: Cluster) => (cluster.kind === "FLEX" ? cluster.tags : cluster.settings.tags);
const withoutTags = (cluster: Cluster): Cluster =>
  cluster.kind === "FLEX"
    ? { ...cluster, tags: [], change: null }
    : { ...cluster, settings: { ...cluster.settings, tags: [] }, change: null };

const recordTags = ({ record }: Pick<Recording, "record">, { id, groupId }: About) =>
  record("CLUSTER_TAGS_MODIFIED", { groupId, details: { resourceId: id, resourceType: "cluster" } });

/** Records the start of a change without an actor, as recorded: Atlas itself starts what a user has submitted. */
const recordStart = (changing: Writing, { groupId, name }: About) =>
  recordOf(changing, null)("CLUSTER_UPDATE_STARTED", { groupId, details: { clusterName: name } });

/** The kept change that is under way. */
type Expected = Awaited<ReturnType<typeof clusterChanges.find>>;

/** Keeps when a change ends, and with which event, which is recorded once the clock has reached that instant. */
async function expectEnd(
  changing: Changing,
  { groupId, name }: About,
  { state, until }: NonNullable<Cluster["change"]>,
  expected: Expected,
): Promise<void> {
  const type = state === "CREATING" ? "CLUSTER_READY" : "CLUSTER_UPDATE_COMPLETED";
  const kept = { document: { type }, endsAt: until } as const;
  if (expected === undefined) await clusterChanges.insert(changing, { id: groupId }, name, kept);
  else await clusterChanges.replace(changing, expected, kept);
}

/** Records that a cluster was created, and keeps when it will be ready. */
export async function beginCluster(
  changing: Changing,
  cluster: Resource<Cluster>,
  expected: Expected,
): Promise<void> {
  const { document } = cluster;
  if (document.change === null) return;
  if (tagsOf(document).length > 0) await recordTags(changing, cluster);
  await expectEnd(changing, cluster, document.change, expected);
}

/** Begins to delete a cluster, and returns when it is gone. */
export async function endCluster(
  changing: Changing<Codes<typeof endErrors>> & Paced & Using,
  cluster: Resource<Cluster>,
): Promise<Instant> {
  const { now, record, fault } = changing;
  const { document, groupId, name } = cluster;
  if (cluster.endsAt !== null) throw fault("CLUSTER_ALREADY_REQUESTED_DELETION", { name });
  const settings = document.kind === "FLEX" ? document : document.settings;
  if (settings.terminationProtectionEnabled) {
    const sentence = `Cannot terminate cluster ${name} in group ${groupId} because termination protection is enabled. Disable termination protection and try again.`;
    throw fault("CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED", { sentence });
  }
  const [expected, missing] = await Promise.all([
    clusterChanges.find(changing, { id: groupId }, name),
    missingContainers(changing, { id: groupId }, placesOf([document])),
    endIn(changing, groupId),
  ]);
  await addContainers(changing, { id: groupId }, missing);
  await record("CLUSTER_DELETE_SUBMITTED", { groupId, details: { clusterName: name } });
  if (tagsOf(document).length > 0) await recordTags(changing, cluster);
  if (stateOf(cluster, now) !== "CREATING") await recordStart(changing, cluster);
  if (expected !== undefined) clusterChanges.drop(changing, expected);
  keepUse(changing, cluster);
  const endsAt = endOf(document, "DELETING", changing);
  await endBelongings(changing, cluster, endsAt);
  await clusters.replace(changing, cluster, { document: { ...document, change: null }, endsAt });
  return endsAt;
}

/** Ends the change that is under way: the cluster is ready, or gone. */
export async function settleCluster(changing: Changing, cluster: Resource<Cluster>): Promise<void> {
  if (cluster.endsAt !== null) return clusters.remove(changing, cluster);
  const expected = await clusterChanges.find(changing, { id: cluster.groupId }, cluster.name);
  if (expected !== undefined) await clusterChanges.remove(changing, expected);
  await clusters.replace(changing, cluster, { document: { ...cluster.document, change: null } });
}
