// Finds, creates, changes and deletes search indexes of clusters, for the operations of both paths alike.

import type { Changing } from "../../core/changes/changing.ts";
import { cancelEvents, expectEvent, type Resource } from "../../core/changes/resources.ts";
import type { ErrorCode } from "../../core/contract/errors.ts";
import { sortAllMembers } from "../../core/domain/sorted-members.ts";
import type { FaultMaker, Instant, Reads } from "../../core/operations/declare.ts";
import type { Services } from "../../core/operations/operation.ts";
import type { Codes, Paced } from "../clusters/cluster-life.ts";
import { findAny } from "../clusters/common.ts";
import { searchIndexes } from "./kept.ts";
import {
  buildTimeOf,
  checkDefinition,
  type Definition,
  definitionErrors,
  type IndexName,
  mostIndexesOf,
  type SearchIndex,
  stateOfIndex,
} from "./rules/search-index.ts";

interface InCluster<Code extends ErrorCode, Names extends string = never> {
  readonly tx: Reads;
  readonly now: Instant;
  readonly group: { readonly id: string };
  readonly params: { readonly [Name in Names | "clusterName"]: string };
  readonly fault: FaultMaker<Code>;
}

/** An index as an answer shows it. */
export interface IndexSeen {
  readonly index: Resource<SearchIndex>;
  readonly now: Instant;
  /** True if this request created or changed it. */
  readonly isChanged?: boolean;
}

/** Lists the indexes of a cluster, or those of one collection. */
export async function listIndexes(
  looking: InCluster<"CLUSTER_NOT_FOUND"> & {
    readonly params: { readonly databaseName?: string; readonly collectionName?: string };
  },
): Promise<IndexSeen[]> {
  const { databaseName, collectionName, clusterName } = looking.params;
  const all = await searchIndexes.inCluster(looking, await findAny(looking, clusterName));
  return all
    .filter(({ document: { database } }) => databaseName === undefined || database === databaseName)
    .filter(({ document }) => collectionName === undefined || document.collectionName === collectionName)
    .map((index) => ({ index, now: looking.now }));
}

export const findErrors = ["CLUSTER_NOT_FOUND", "RESOURCE_NOT_FOUND"] as const;
type Finding<Names extends string> = InCluster<Codes<typeof findErrors>, Names>;

export async function findIndex(looking: Finding<"indexId">): Promise<IndexSeen> {
  const { clusterName, indexId } = looking.params;
  const all = await listIndexes({ ...looking, params: { clusterName } });
  const found = all.find(({ index }) => index.name === indexId);
  if (found === undefined) throw looking.fault("RESOURCE_NOT_FOUND", { resource: indexId });
  return found;
}

/** Finds an index by its name; one that is being deleted may share the name with the next one. */
export async function findNamed(
  looking: Finding<"databaseName" | "collectionName" | "indexName">,
): Promise<IndexSeen> {
  const { indexName: resource } = looking.params;
  const named = (await listIndexes(looking)).filter(({ index }) => index.document.name === resource);
  const found = named.find(({ index }) => index.endsAt === null) ?? named[0];
  if (found === undefined) throw looking.fault("RESOURCE_NOT_FOUND", { resource });
  return found;
}

export const changeErrors = [...findErrors, ...definitionErrors] as const;
export const makeErrors = [
  ...definitionErrors,
  "ATLAS_FTS_DUPLICATE_INDEX",
  "ATLAS_GENERAL_ERROR",
  "ATLAS_SEARCH_COLLECTION_NOT_FOUND",
  "CLUSTER_NOT_FOUND",
] as const;

/** The services that creating an index needs. */
export const makeNeeds = ["clusterSpeed", "hasCollection"] as const;

export interface SentIndex extends IndexName {
  readonly type?: SearchIndex["type"];
  readonly definition: Definition;
}

/** Creates an index, whose name is unique in its collection. */
export async function makeIndex(
  changing: Changing<Codes<typeof makeErrors>> &
    InCluster<Codes<typeof makeErrors>> &
    Pick<Services, (typeof makeNeeds)[number]> & { readonly group: { readonly orgId: string } },
  { type, definition, database, collectionName, name }: SentIndex,
): Promise<IndexSeen> {
  const { now, group, fault, clusterSpeed, hasCollection } = changing;
  const id = changing.newId();
  checkDefinition(definition, fault);
  const cluster = await findAny(changing, changing.params.clusterName);
  const refused = (reason: string) => fault("ATLAS_GENERAL_ERROR", { reason });
  if (cluster.endsAt !== null) throw refused("This cluster is currently being deleted, cannot update");
  const there = (await searchIndexes.inCluster(changing, cluster)).filter(({ endsAt }) => endsAt === null);
  const isTaken = there.some(
    ({ document: other }) =>
      other.database === database && other.collectionName === collectionName && other.name === name,
  );
  if (isTaken) throw fault("ATLAS_FTS_DUPLICATE_INDEX", {});
  const most = mostIndexesOf(cluster.document);
  if (most !== undefined && there.length >= most) {
    throw refused(`Cluster ${cluster.name} has at most ${most} search indexes`);
  }
  if (!hasCollection({ ...cluster, orgId: group.orgId }, { database, collectionName })) {
    throw fault("ATLAS_SEARCH_COLLECTION_NOT_FOUND", { collectionName });
  }
  const readyAt = now + buildTimeOf(clusterSpeed);
  const index = await searchIndexes.add(changing, group, id, {
    document: {
      clusterId: cluster.id,
      clusterName: cluster.name,
      database,
      collectionName,
      name,
      ...(type !== undefined && { type }),
      definition: sortAllMembers(definition),
      version: 0,
      queryableAt: readyAt,
      readyAt,
    },
  });
  await expectBuild(changing, index);
  return { index, now, isChanged: true };
}

/** Keeps the event of an index that is being built. */
const expectBuild = (changing: Changing, index: Resource<SearchIndex>) =>
  expectEvent(
    changing,
    index,
    { type: "FTS_INDEX_BUILD_COMPLETE", details: { clusterName: index.document.clusterName } },
    index.document.readyAt,
  );

/** Replaces the definition. An index that could be queried stays so until the new definition is in effect. */
export async function changeIndex(
  changing: Changing<Codes<typeof changeErrors>> & Pick<Paced, "clusterSpeed">,
  { index }: IndexSeen,
  definition: Definition,
): Promise<IndexSeen> {
  const { now, fault, clusterSpeed } = changing;
  const { document: before, name: resource } = index;
  if (stateOfIndex(index, now) === "DELETING") throw fault("RESOURCE_NOT_FOUND", { resource });
  checkDefinition(definition, fault);
  const readyAt = now + buildTimeOf(clusterSpeed);
  const document = {
    ...before,
    definition: sortAllMembers(definition),
    version: before.version + 1,
    changedAt: now,
    queryableAt: before.queryableAt <= now ? before.queryableAt : readyAt,
    readyAt,
  };
  cancelEvents(changing, index);
  await expectBuild(changing, { ...index, document });
  const after = await searchIndexes.replace(changing, index, { document });
  return { index: after, now, isChanged: true };
}

/** Deletes an index, which is gone a while later. */
export async function endIndex(
  changing: Changing & Pick<Paced, "clusterSpeed">,
  { index, now }: IndexSeen,
): Promise<void> {
  if (index.endsAt !== null) return;
  searchIndexes.end(changing, index, now + buildTimeOf(changing.clusterSpeed));
}
