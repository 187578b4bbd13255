// Operations on export buckets of a project, and on exports of snapshots to them.

import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf } from "../../core/operations/declare.ts";
import { keeping, type Seen } from "../../core/operations/keeping.ts";
import {
  allExports,
  exportErrors,
  makeBucket,
  makeBucketErrors,
  makeExport,
  refuseUsedBucket,
} from "./exports.ts";
import { exportBuckets } from "./kept.ts";
import type { ExportBucket } from "./rules/export-bucket.ts";
import { findSource, sourceErrors } from "./snapshots.ts";
import { showExport } from "./views.ts";

// The older version only has buckets of AWS in its document.
const showBucket = ({ name, document }: Pick<Seen<ExportBucket>, "name" | "document">) =>
  sortMembers({ _id: name, ...(document as ExportBucket & { readonly iamRoleId: string }) });

const buckets = keeping(exportBuckets, {
  by: "exportBucketId",
  absent: "EXPORT_BUCKET_NOT_FOUND",
  show: showBucket,
});

export const listGroupBackupExportBuckets = buckets.page("listGroupBackupExportBuckets");

/** The region that is answered of a bucket of AWS: no bucket is looked at. */
const region = "us-east-1";

// The region is in this answer alone, as recorded.
export const getGroupBackupExportBucket = atlas("getGroupBackupExportBucket", {
  errors: ["EXPORT_BUCKET_NOT_FOUND"],
}).handle(buckets.find, (bucket) =>
  sortMembers({ ...showBucket(bucket), ...(bucket.document.cloudProvider === "AWS" && { region }) }),
);

export const createGroupBackupExportBucket = buckets.create(
  "createGroupBackupExportBucket",
  { errors: [...makeBucketErrors] },
  (context) => makeBucket(context, context.group, context.body),
);

export const updateGroupBackupExportBucket = buckets.update(
  "updateGroupBackupExportBucket",
  { errors: ["INVALID_ATTRIBUTE"] },
  ({ body, fault }, { document }) => {
    if (document.cloudProvider !== "AWS") {
      throw fault("INVALID_ATTRIBUTE", { attribute: "requirePrivateNetworking" });
    }
    return { ...document, requirePrivateNetworking: body.requirePrivateNetworking };
  },
);

export const deleteGroupBackupExportBucket = buckets.remove(
  "deleteGroupBackupExportBucket",
  { errors: ["EXPORT_BUCKET_DELETE_FAILED"] },
  (context, found) => refuseUsedBucket(context, context.group, found),
);

export const listGroupClusterBackupExports = atlas("listGroupClusterBackupExports", {
  errors: [...sourceErrors],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { now, group, params, query } = context;
  const source = await findSource(context, group, params.clusterName);
  const all = await allExports(context, group, source);
  return pageOf(
    all.map((exported) => ({ source, exported, now })),
    query,
  );
}, showPageOf(showExport));

export const createGroupClusterBackupExport = atlas("createGroupClusterBackupExport", {
  locks: "group",
  errors: [...sourceErrors, ...exportErrors],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { now, group, params, body } = context;
  const source = await findSource(context, group, params.clusterName);
  return { source, exported: await makeExport(context, group, source, body), now, isBegun: true };
}, showExport);

export const getGroupClusterBackupExport = atlas("getGroupClusterBackupExport", {
  errors: [...sourceErrors, "BACKUP_EXPORT_NOT_FOUND"],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { now, group, params, fault } = context;
  const { clusterName, exportId } = params;
  const source = await findSource(context, group, clusterName);
  const exported = (await allExports(context, group, source)).find(({ id }) => id === exportId);
  if (exported === undefined) throw fault("BACKUP_EXPORT_NOT_FOUND", { exportId, clusterName });
  return { source, exported, now };
}, showExport);
