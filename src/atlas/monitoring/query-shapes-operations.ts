// Operations on the shapes of queries: those that a cluster rejects, and statistics of them, of which there are none.

import type { Resource } from "../../core/changes/resources.ts";
import { type FaultMaker, wrongField } from "../../core/contract/errors.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf } from "../../core/operations/declare.ts";
import { findErrors as clusterErrors, findCluster } from "../clusters/common.ts";
import { clusters } from "../clusters/kept.ts";
import type { AtlasCluster } from "../clusters/rules/cluster.ts";

const errors = [...clusterErrors, "DB_VERSION_NOT_SUPPORTED"] as const;

/** Finds a cluster whose version of MongoDB has query shapes, which begin with 8.0. */
async function findShaping(
  looking: Parameters<typeof findCluster>[0] & { readonly fault: FaultMaker<"DB_VERSION_NOT_SUPPORTED"> },
): Promise<Resource<AtlasCluster>> {
  const found = await findCluster(looking);
  if (Number(found.document.majorVersion) < 8) throw looking.fault("DB_VERSION_NOT_SUPPORTED", {});
  return found;
}

const isRejected = ({ document }: Resource<AtlasCluster>, hash: string): boolean =>
  document.rejectedShapes?.includes(hash) ?? false;

interface Shape {
  readonly hash: string;
  readonly isRejected: boolean;
}

const showShape = ({ hash, isRejected }: Shape) => ({
  queryShapeHash: hash,
  status: isRejected ? ("REJECTED" as const) : ("UNREJECTED" as const),
});

export const listGroupClusterQueryShapes = atlas("listGroupClusterQueryShapes", { errors }).handle(
  async (context) => {
    const { document } = await findShaping(context);
    const rejected = (document.rejectedShapes ?? []).map((hash) => ({ hash, isRejected: true }));
    return pageOf(rejected, context.query);
  },
  showPageOf(showShape),
);

export const getGroupClusterQueryShape = atlas("getGroupClusterQueryShape", { errors }).handle(
  async (context) => {
    const { queryShapeHash: hash } = context.params;
    return { hash, isRejected: isRejected(await findShaping(context), hash) };
  },
  showShape,
);

/** The most shapes that a cluster rejects. */
const mostRejected = 100;

export const updateGroupClusterQueryShape = atlas("updateGroupClusterQueryShape", {
  locks: "group",
  errors: [...errors, "INVALID_ATTRIBUTE"],
}).handle(async (context) => {
  const before = await findShaping(context);
  const { queryShapeHash: hash } = context.params;
  const { document, groupId, name } = before;
  const rejects = context.body.status === "REJECTED";
  if (rejects === isRejected(before, hash)) return { hash, isRejected: rejects };
  const others = (document.rejectedShapes ?? []).filter((each) => each !== hash);
  if (rejects && others.length >= mostRejected) {
    const description = `A cluster rejects at most ${mostRejected} query shapes.`;
    throw context.fault("INVALID_ATTRIBUTE", { attribute: "status" }, wrongField("status", description));
  }
  const rejectedShapes = rejects ? [...others, hash] : others;
  await clusters.replace(context, before, { document: { ...document, rejectedShapes } });
  const type = rejects ? "QUERY_SHAPE_BLOCKED" : "QUERY_SHAPE_UNBLOCKED";
  await context.record(type, { groupId, details: { clusterName: name } });
  return { hash, isRejected: rejects };
}, showShape);

export const listGroupClusterQueryShapeInsightSummaries = atlas(
  "listGroupClusterQueryShapeInsightSummaries",
  { errors },
).handle(findShaping, () => ({ summaries: [] }));

/** Answers nothing about any shape, since none was seen. */
export const getGroupClusterQueryShapeInsightDetails = atlas("getGroupClusterQueryShapeInsightDetails", {
  errors,
}).handle(findShaping, () => ({}));
