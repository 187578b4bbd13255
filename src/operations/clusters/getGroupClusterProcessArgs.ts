import { processArgsOf } from "../../domain/cluster-settings.ts";
import { atlas } from "../atlas.ts";
import { argsViews, findCluster, findErrors } from "./common.ts";

export const getGroupClusterProcessArgs = atlas("getGroupClusterProcessArgs", {
  errors: [...findErrors],
}).handle(async (context) => processArgsOf((await findCluster(context)).document), argsViews);
