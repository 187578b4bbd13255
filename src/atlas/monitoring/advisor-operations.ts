// Operations on the advice about indexes, schemas and slow queries. Nothing runs on the nodes, so there is none.

import { atlas } from "../../core/operations/atlas.ts";
import { findErrors as clusterErrors, findCluster } from "../clusters/common.ts";
import { findProcess, processErrors } from "./processes.ts";

/** Answers of clusters have an envelope whether it is asked for or not. */
const enveloped = <Content>(content: Content) => ({ content, status: 200 });

const noIndexes = () => ({ shapes: [], suggestedIndexes: [] });

export const listGroupClusterPerformanceAdvisorDropIndexSuggestions = atlas(
  "listGroupClusterPerformanceAdvisorDropIndexSuggestions",
  { errors: [...clusterErrors] },
).handle(findCluster, () => enveloped({ hiddenIndexes: [], redundantIndexes: [], unusedIndexes: [] }));

export const listGroupClusterPerformanceAdvisorSchemaAdvice = atlas(
  "listGroupClusterPerformanceAdvisorSchemaAdvice",
  { errors: [...clusterErrors] },
).handle(findCluster, () => enveloped({ recommendations: [] }));

export const listGroupClusterPerformanceAdvisorSuggestedIndexes = atlas(
  "listGroupClusterPerformanceAdvisorSuggestedIndexes",
  { errors: [...clusterErrors] },
).handle(findCluster, () => enveloped(noIndexes()));

const ofProcess = { errors: [...processErrors], needs: ["connections"] } as const;

export const listGroupProcessPerformanceAdvisorNamespaces = atlas(
  "listGroupProcessPerformanceAdvisorNamespaces",
  ofProcess,
).handle(findProcess, () => ({ namespaces: [] }));

export const listGroupProcessPerformanceAdvisorSlowQueryLogs = atlas(
  "listGroupProcessPerformanceAdvisorSlowQueryLogs",
  ofProcess,
).handle(findProcess, () => ({ slowQueries: [] }));

export const listGroupProcessPerformanceAdvisorSuggestedIndexes = atlas(
  "listGroupProcessPerformanceAdvisorSuggestedIndexes",
  ofProcess,
).handle(findProcess, noIndexes);
