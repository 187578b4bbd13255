// Operations on the search indexes of a cluster, by their ids and by their names.

import type { SearchIndexResponse } from "../../client/api.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { toTimestamp } from "../../core/operations/declare.ts";
import { requireDefinition, shapeErrors, stateOfIndex } from "./rules/search-index.ts";
import {
  changeErrors,
  changeIndex,
  endIndex,
  findErrors,
  findIndex,
  findNamed,
  type IndexSeen,
  listIndexes,
  makeErrors,
  makeIndex,
  makeNeeds,
} from "./search-indexes.ts";

function showIndex({ index, now, isChanged }: IndexSeen): SearchIndexResponse {
  const { collectionName, database, definition, name, type, version, changedAt, queryableAt } =
    index.document;
  const status = isChanged ? "PENDING" : stateOfIndex(index, now);
  const isFirst = isChanged === true && version === 0;
  return {
    collectionName,
    database,
    indexID: index.name,
    latestDefinition: definition,
    latestDefinitionVersion: {
      ...(changedAt !== undefined && { createdAt: toTimestamp(changedAt) }),
      version,
    },
    name,
    queryable: !isFirst && queryableAt <= now,
    status,
    ...(definition.synonyms?.length && { synonymMappingStatus: status === "READY" ? "READY" : "BUILDING" }),
    ...(type !== undefined && { type }),
  } as SearchIndexResponse;
}

const showIndexes = (all: readonly IndexSeen[]) => all.map(showIndex);

const listing = { errors: ["CLUSTER_NOT_FOUND"] } as const;
const finding = { errors: [...findErrors] } as const;
const changing = {
  locks: "group",
  errors: [...changeErrors, ...shapeErrors],
  needs: ["clusterSpeed"],
} as const;
const ending = { locks: "group", errors: [...findErrors], needs: ["clusterSpeed"] } as const;

export const listGroupClusterSearchIndexes = atlas("listGroupClusterSearchIndexes", listing).handle(
  listIndexes,
  showIndexes,
);

export const listGroupClusterSearchIndex = atlas("listGroupClusterSearchIndex", listing).handle(
  listIndexes,
  showIndexes,
);

export const getGroupClusterSearchIndex = atlas("getGroupClusterSearchIndex", finding).handle(
  findIndex,
  showIndex,
);

export const getGroupClusterSearchIndexByName = atlas("getGroupClusterSearchIndexByName", finding).handle(
  findNamed,
  showIndex,
);

export const createGroupClusterSearchIndex = atlas("createGroupClusterSearchIndex", {
  locks: "group",
  errors: [...makeErrors, ...shapeErrors],
  needs: makeNeeds,
}).handle((context) => {
  const { body, fault } = context;
  requireDefinition(body.type, body.definition, fault);
  return makeIndex(context, body);
}, showIndex);

export const updateGroupClusterSearchIndex = atlas("updateGroupClusterSearchIndex", changing).handle(
  async (context) => changeDefinition(context, await findIndex(context)),
  showIndex,
);

export const updateGroupClusterSearchIndexByName = atlas(
  "updateGroupClusterSearchIndexByName",
  changing,
).handle(async (context) => changeDefinition(context, await findNamed(context)), showIndex);

type Defining = Parameters<typeof changeIndex>[0] & {
  readonly body: { readonly definition: Parameters<typeof changeIndex>[2] };
  readonly fault: Parameters<typeof requireDefinition>[2];
};

function changeDefinition(context: Defining, seen: IndexSeen): Promise<IndexSeen> {
  const { definition } = context.body;
  requireDefinition(seen.index.document.type, definition, context.fault);
  return changeIndex(context, seen, definition);
}

export const deleteGroupClusterSearchIndex = atlas("deleteGroupClusterSearchIndex", ending).handle(
  async (context) => endIndex(context, await findIndex(context)),
);

export const deleteGroupClusterSearchIndexByName = atlas(
  "deleteGroupClusterSearchIndexByName",
  ending,
).handle(async (context) => endIndex(context, await findNamed(context)));
