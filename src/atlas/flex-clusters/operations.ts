// Operations on flex clusters.

import { checkTags } from "../../core/domain/group.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf } from "../../core/operations/declare.ts";
import { changeErrors, changeTo, endCluster, endErrors } from "../clusters/cluster-life.ts";
import { upgradeCluster, upgradeErrors, upgrading } from "../clusters/cluster-upgrade.ts";
import { makeFlexCluster, makeFlexErrors } from "../clusters/clusters.ts";
import { placed, placedInChange } from "../clusters/common.ts";
import { clusters } from "../clusters/kept.ts";
import { checkClusterName, nameErrors } from "../clusters/rules/cluster-settings.ts";
import { endRestoreJobs } from "./backups.ts";
import { findErrors, findFlexCluster, isFlexCluster, showFlexCluster } from "./common.ts";

export const listGroupFlexClusters = atlas("listGroupFlexClusters", { needs: ["connections"] }).handle(
  async (context) => {
    const all = (await clusters.all(context, context.group)).filter(isFlexCluster);
    return pageOf(
      all.map((each) => placed(context, each)),
      context.query,
    );
  },
  showPageOf(showFlexCluster),
);

export const getGroupFlexCluster = atlas("getGroupFlexCluster", {
  errors: [...findErrors],
  needs: ["connections"],
}).handle(async (context) => placed(context, await findFlexCluster(context)), showFlexCluster);

export const createGroupFlexCluster = atlas("createGroupFlexCluster", {
  locks: "group",
  errors: [...makeFlexErrors],
  needs: ["connections", "clusterSpeed", "forbidding"],
}).handle(
  async (context) => ({
    ...placedInChange(context, await makeFlexCluster(context, context.group, context.body)),
    isMadeUntagged: context.body.tags === undefined,
  }),
  showFlexCluster,
);

export const tenantGroupFlexClusterUpgrade = atlas("tenantGroupFlexClusterUpgrade", {
  locks: "group",
  errors: [...findErrors, ...nameErrors, ...upgradeErrors],
  needs: ["connections", "clusterSpeed", "forbidding"],
}).handle(async (context) => {
  const name = checkClusterName(context.body.name, context.fault);
  const before = await findFlexCluster({ ...context, params: { name } });
  return placedInChange(context, upgrading(before, await upgradeCluster(context, before, context.body)));
}, showFlexCluster);

export const updateGroupFlexCluster = atlas("updateGroupFlexCluster", {
  locks: "group",
  errors: [...findErrors, ...changeErrors, "BAD_REQUEST"],
  needs: ["connections", "clusterSpeed", "forbidding"],
}).handle(async (context) => {
  const before = await findFlexCluster(context);
  const { tags, terminationProtectionEnabled } = context.body;
  checkTags(tags ?? [], context.fault);
  const document = {
    ...before.document,
    ...(tags && { tags }),
    ...(terminationProtectionEnabled !== undefined && { terminationProtectionEnabled }),
  };
  return placedInChange(context, await changeTo(context, before, document));
}, showFlexCluster);

export const deleteGroupFlexCluster = atlas("deleteGroupFlexCluster", {
  locks: "group",
  errors: [...findErrors, ...endErrors],
  needs: ["clusterSpeed", "forbidding"],
}).handle(async (context) => {
  const cluster = await findFlexCluster(context);
  await endRestoreJobs(context, cluster, await endCluster(context, cluster));
});
