import { changeErrors, changeTo } from "../../changes/cluster-life.ts";
import { isTenant } from "../../domain/cluster.ts";
import { processArgsOf } from "../../domain/cluster-settings.ts";
import { door, operation, schemas } from "../declare.ts";
import {
  argsVersions,
  argsViews,
  clusterName,
  findCluster,
  findErrors,
  pathOfOne,
  shared,
} from "./common.ts";

export const updateGroupClusterProcessArgs = operation(`PATCH ${pathOfOne}/processArgs`, {
  ...shared,
  summary: "Update the advanced configuration of a cluster",
  description:
    "Replaces what is sent, and the cluster is UPDATING for a while. It configures nothing here. Needs Project Cluster Manager.",
  successor: "updateGroupClusterProcessArgs in version 2024-08-05",
  door: door.group("GROUP_CLUSTER_MANAGER"),
  holds: "group",
  params: { clusterName },
  body: schemas.ClusterDescriptionProcessArgs,
  versions: argsVersions,
  errors: [...findErrors, ...changeErrors, "TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED"],
}).handle(async (context) => {
  const before = await findCluster(context);
  const { document } = before;
  if (isTenant(document)) throw context.fault("TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED", {});
  const processArgs = { ...document.processArgs, ...context.body };
  const type = "CLUSTER_PROCESS_ARGS_UPDATE_SUBMITTED";
  return processArgsOf((await changeTo(context, before, { ...document, processArgs }, type)).document);
}, argsViews);
