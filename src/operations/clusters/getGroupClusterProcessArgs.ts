import { processArgsOf } from "../../domain/cluster-settings.ts";
import { door, operation } from "../declare.ts";
import {
  argsVersions,
  argsViews,
  clusterName,
  findCluster,
  findErrors,
  pathOfOne,
  shared,
} from "./common.ts";

export const getGroupClusterProcessArgs = operation(`GET ${pathOfOne}/processArgs`, {
  ...shared,
  summary: "Get the advanced configuration of a cluster",
  description:
    "What was set, and null for what was not. It configures nothing here. Needs Project Read Only.",
  successor: "getGroupClusterProcessArgs in version 2024-08-05",
  door: door.group("GROUP_READ_ONLY"),
  params: { clusterName },
  versions: argsVersions,
  errors: [...findErrors],
}).handle(async (context) => processArgsOf((await findCluster(context)).document), argsViews);
