// Operations on features of a cluster: access of MongoDB's employees, SQL, failovers, rolling indexes, and checks of what a
// request would make of it.

import type { Resource } from "../../core/changes/resources.ts";
import { Fault, type FaultMaker, fault, wrongField } from "../../core/contract/errors.ts";
import { checkTags } from "../../core/domain/group.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { changeErrors, changeTo } from "./cluster-life.ts";
import { chooseChange, chooseCluster } from "./clusters.ts";
import { findCluster, findErrors } from "./common.ts";
import { clusters } from "./kept.ts";
import { type AtlasCluster, isTenant } from "./rules/cluster.ts";
import { checkClusterName, nameErrors } from "./rules/cluster-settings.ts";

export const grantGroupClusterMongoDbEmployeeAccess = atlas("grantGroupClusterMongoDbEmployeeAccess", {
  locks: "group",
  errors: [...findErrors, "INVALID_ATTRIBUTE"],
}).handle(async (context) => {
  const { now, body } = context;
  const before = await findCluster(context);
  const { groupId, name, document } = before;
  const until = Date.parse(body.expirationTime);
  if (!(until > now)) {
    const wrong = wrongField(
      "expirationTime",
      "It must be an instant to come, such as 2027-07-01T00:00:00Z.",
    );
    throw context.fault("INVALID_ATTRIBUTE", { attribute: "expirationTime" }, wrong);
  }
  const employeeAccess = { grantType: body.grantType, until };
  await clusters.replace(context, before, { document: { ...document, employeeAccess } });
  await context.record("EMPLOYEE_ACCESS_GRANTED", { groupId, details: { clusterName: name } });
});

export const revokeGroupClusterMongoDbEmployeeAccess = atlas("revokeGroupClusterMongoDbEmployeeAccess", {
  locks: "group",
  errors: [...findErrors],
}).handle(async (context) => {
  const before = await findCluster(context);
  const { employeeAccess, ...document } = before.document;
  if (employeeAccess === undefined) return;
  const { groupId, name } = before;
  await clusters.replace(context, before, { document });
  await context.record("EMPLOYEE_ACCESS_REVOKED", { groupId, details: { clusterName: name } });
});

/** Returns why a cluster has no SQL interface; null if it may have one. */
function whyNoSql(
  cluster: AtlasCluster,
): "UNSUPPORTED_TIER" | "UNSUPPORTED_TYPE" | "UNSUPPORTED_MONGODB_VERSION" | null {
  if (isTenant(cluster)) return "UNSUPPORTED_TIER";
  if (cluster.clusterType === "GEOSHARDED") return "UNSUPPORTED_TYPE";
  return Number(cluster.majorVersion) < 8 ? "UNSUPPORTED_MONGODB_VERSION" : null;
}

const showSql = ({ document }: Resource<AtlasCluster>) => {
  const unsupportedReason = whyNoSql(document);
  return {
    status: document.sqlInterface ?? ("OFF" as const),
    supported: unsupportedReason === null,
    unsupportedReason,
  };
};

export const getGroupClusterSqlInterface = atlas("getGroupClusterSqlInterface", {
  errors: [...findErrors],
}).handle(findCluster, showSql);

export const updateGroupClusterSqlInterface = atlas("updateGroupClusterSqlInterface", {
  locks: "group",
  errors: [...findErrors, "INVALID_CLUSTER_CONFIGURATION"],
}).handle(async (context) => {
  const before = await findCluster(context);
  const { status } = context.body;
  const reason = whyNoSql(before.document);
  if (status === "ON" && reason !== null) {
    const wrong = wrongField("status", `The cluster has no SQL interface: ${reason}.`);
    throw context.fault("INVALID_CLUSTER_CONFIGURATION", {}, wrong);
  }
  const document = { ...before.document, ...(status && { sqlInterface: status }) };
  return (await clusters.replace(context, before, { document })) as Resource<AtlasCluster>;
}, showSql);

const changing = [
  ...findErrors,
  "CANNOT_UPDATE_PAUSED_CLUSTER",
  "TENANT_CLUSTER_UPDATE_UNSUPPORTED",
] as const;

type Finding = Parameters<typeof findCluster>[0] & {
  readonly fault: FaultMaker<(typeof changing)[number]>;
};

/** Finds a cluster with machines of its own that run. */
async function findRunning(looking: Finding): Promise<Resource<AtlasCluster>> {
  const found = await findCluster(looking);
  const { name, document } = found;
  if (isTenant(document)) throw looking.fault("TENANT_CLUSTER_UPDATE_UNSUPPORTED", {});
  if (document.settings.paused) throw looking.fault("CANNOT_UPDATE_PAUSED_CLUSTER", { name });
  return found;
}

export const restartGroupClusterPrimaries = atlas("restartGroupClusterPrimaries", {
  locks: "group",
  errors: [...changing, ...changeErrors],
  needs: ["clusterSpeed", "forbidding"],
}).handle(
  async (context) => {
    const before = await findRunning(context);
    const document = { ...before.document, failovers: (before.document.failovers ?? 0) + 1 };
    await changeTo(context, before, document, "TEST_FAILOVER_REQUESTED");
  },
  () => ({}),
);

/** Takes the index and builds none: no node has data. */
export const createGroupClusterIndexRollingIndex = atlas("createGroupClusterIndexRollingIndex", {
  errors: [...changing],
}).handle(findRunning, () => ({}));

/** Finds out why a cluster of this configuration would be refused, without making or changing one. */
export const validateGroupClusterConfigurations = atlas("validateGroupClusterConfigurations", {
  errors: [...findErrors, ...nameErrors, "BAD_REQUEST"],
}).handle(
  async (context) => {
    const { group, body } = context;
    const { clusterDescription, clusterName, advancedConfiguration, tags, editing } = body;
    const name = checkClusterName(clusterName ?? clusterDescription.name, context.fault);
    for (const all of [clusterDescription.tags, tags]) checkTags(all ?? [], context.fault);
    const sent = {
      ...clusterDescription,
      name,
      ...(advancedConfiguration && { advancedConfiguration }),
      ...(tags && { tags }),
    };
    const before = editing ? await findCluster({ ...context, params: { clusterName: name } }) : undefined;
    try {
      if (before === undefined) await chooseCluster({ ...context, fault }, group, sent);
      else chooseChange({ ...context, fault }, before, sent);
      return [];
    } catch (reason) {
      if (!(reason instanceof Fault)) throw reason;
      return [{ errorCode: reason.code, validationIssue: reason.message }];
    }
  },
  (errors) => ({ errors, valid: errors.length === 0 }),
);
