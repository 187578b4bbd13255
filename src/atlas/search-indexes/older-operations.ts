// Operations of the older path on the search indexes of a cluster: the definition is in the index itself.

import type { ClusterSearchIndex } from "../../client/api.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { stateOfIndex } from "./rules/search-index.ts";
import {
  changeErrors,
  changeIndex,
  endIndex,
  findErrors,
  findIndex,
  type IndexSeen,
  listIndexes,
  makeErrors,
  makeIndex,
  makeNeeds,
} from "./search-indexes.ts";

function showIndex({ index, now, isChanged }: IndexSeen): ClusterSearchIndex {
  const { collectionName, database, definition, name, type } = index.document;
  const isReady = !isChanged && stateOfIndex(index, now) === "READY";
  return sortMembers({
    ...(type !== "vectorSearch" && { synonyms: [] }),
    ...definition,
    collectionName,
    database,
    indexID: index.name,
    name,
    status: isReady ? "STEADY" : "IN_PROGRESS",
    ...(type !== undefined && { type }),
  }) as ClusterSearchIndex;
}

/** Separates the definition from the members that name an index. */
function definitionIn<Body extends object>(body: Body & Partial<Record<"status" | "indexID", unknown>>) {
  const {
    collectionName: _,
    database: __,
    name: ___,
    type: ____,
    ...definition
  } = body as Record<string, object>;
  return definition;
}

export const listGroupClusterFtsIndex = atlas("listGroupClusterFtsIndex", {
  errors: ["CLUSTER_NOT_FOUND"],
}).handle(listIndexes, (all) => all.map(showIndex));

export const getGroupClusterFtsIndex = atlas("getGroupClusterFtsIndex", {
  errors: [...findErrors],
}).handle(findIndex, showIndex);

export const createGroupClusterFtsIndex = atlas("createGroupClusterFtsIndex", {
  locks: "group",
  errors: [...makeErrors],
  needs: makeNeeds,
}).handle(
  (context) => makeIndex(context, { ...context.body, definition: definitionIn(context.body) }),
  showIndex,
);

export const updateGroupClusterFtsIndex = atlas("updateGroupClusterFtsIndex", {
  locks: "group",
  errors: [...changeErrors],
  needs: ["clusterSpeed"],
}).handle(
  async (context) => changeIndex(context, await findIndex(context), definitionIn(context.body)),
  showIndex,
);

export const deleteGroupClusterFtsIndex = atlas("deleteGroupClusterFtsIndex", {
  locks: "group",
  errors: [...findErrors],
  needs: ["clusterSpeed"],
}).handle(async (context) => endIndex(context, await findIndex(context)));
