import { changeErrors, changeTo } from "../../changes/cluster-life.ts";
import { isTenant } from "../../domain/cluster.ts";
import { processArgsOf } from "../../domain/cluster-settings.ts";
import { atlas } from "../atlas.ts";
import { argsViews, findCluster, findErrors } from "./common.ts";

export const updateGroupClusterProcessArgs = atlas("updateGroupClusterProcessArgs", {
  holds: "group",
  errors: [...findErrors, ...changeErrors, "TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED"],
}).handle(async (context) => {
  const before = await findCluster(context);
  const { document } = before;
  if (isTenant(document)) throw context.fault("TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED", {});
  const processArgs = { ...document.processArgs, ...context.body };
  const type = "CLUSTER_PROCESS_ARGS_UPDATE_SUBMITTED";
  return processArgsOf((await changeTo(context, before, { ...document, processArgs }, type)).document);
}, argsViews);
