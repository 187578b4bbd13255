// Operations on the push-based log export of a project, of which it has at most one.

import type { CreatePushBasedLogExportProjectRequest } from "../../client/api.ts";
import type { Reading } from "../../core/changes/changing.ts";
import { type Resource, resourcesOf } from "../../core/changes/resources.ts";
import { type Course, stateAt, stepOf } from "../../core/domain/course.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { type Instant, second } from "../../core/domain/instant.ts";
import type { Sent } from "../../core/domain/sent.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { type FaultMaker, toTimestamp } from "../../core/operations/declare.ts";
import { checkRole, roleErrors } from "../provider-access/roles.ts";

interface LogExport extends Sent<CreatePushBasedLogExportProjectRequest> {
  /** The instant at which the verification of the bucket began. */
  readonly begunAt: Instant;
  /** Milliseconds that each state of the verification takes. */
  readonly step: number;
}

const course: Course<"INITIATING" | "BUCKET_VERIFIED" | "ACTIVE" | "UNCONFIGURED"> = {
  states: ["INITIATING", "BUCKET_VERIFIED", "ACTIVE"],
  ending: "UNCONFIGURED",
};
const verification = 30 * second;
const name = "logs";

const logExports = resourcesOf<LogExport>({
  kind: "pushBasedLogExport",
  events: {
    added: "PUSH_BASED_LOG_EXPORT_ENABLED",
    replaced: "PUSH_BASED_LOG_EXPORT_CONFIGURATION_UPDATED",
    removed: "PUSH_BASED_LOG_EXPORT_DISABLED",
  },
});

async function findExport(
  looking: Reading & { readonly group: GroupRef; readonly fault: FaultMaker<"RESOURCE_NOT_FOUND"> },
): Promise<Resource<LogExport>> {
  const found = await logExports.find(looking, looking.group, name);
  if (found === undefined) throw looking.fault("RESOURCE_NOT_FOUND", { resource: "pushBasedLogExport" });
  return found;
}

export const getGroupPushBasedLogExport = atlas("getGroupPushBasedLogExport", {}).handle(
  async (context) => ({ now: context.now, found: await logExports.find(context, context.group, name) }),
  ({ now, found }) => {
    if (found === undefined) return { state: course.ending };
    const { begunAt, bucketName, iamRoleId, prefixPath, step } = found.document;
    return {
      bucketName,
      createDate: toTimestamp(found.createdAt),
      iamRoleId,
      prefixPath,
      state: stateAt(course, { createdAt: begunAt, endsAt: null, step }, now),
    };
  },
);

export const createGroupPushBasedLogExport = atlas("createGroupPushBasedLogExport", {
  locks: "group",
  errors: [...roleErrors, "PUSH_BASED_LOG_EXPORT_EXISTS"],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { group, body, now, fault, clusterSpeed } = context;
  await checkRole(context, group, body.iamRoleId, "AWS");
  if ((await logExports.find(context, group, name)) !== undefined) {
    throw fault("PUSH_BASED_LOG_EXPORT_EXISTS", { groupId: group.id });
  }
  const document = { ...body, begunAt: now, step: stepOf(clusterSpeed, verification) };
  await logExports.add(context, group, name, { document });
});

export const updateGroupPushBasedLogExport = atlas("updateGroupPushBasedLogExport", {
  locks: "group",
  errors: [...roleErrors, "RESOURCE_NOT_FOUND"],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { group, body, now, clusterSpeed } = context;
  const before = await findExport(context);
  const { bucketName, iamRoleId, prefixPath } = { ...before.document, ...body };
  await checkRole(context, group, iamRoleId, "AWS");
  const step = stepOf(clusterSpeed, verification);
  await logExports.replace(context, before, {
    document: { bucketName, iamRoleId, prefixPath, begunAt: now, step },
  });
});

export const deleteGroupPushBasedLogExport = atlas("deleteGroupPushBasedLogExport", {
  locks: "group",
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async (context) => logExports.remove(context, await findExport(context)));
