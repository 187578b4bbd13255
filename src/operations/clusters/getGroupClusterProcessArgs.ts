import { processArgsOf } from "../../domain/cluster-settings.ts";
import { door, operation, schemas } from "../declare.ts";
import {
  clusterName,
  findCluster,
  findErrors,
  pathOfOne,
  shared,
  showArgs,
  showEarlierArgs,
} from "./common.ts";

export const getGroupClusterProcessArgs = operation(`GET ${pathOfOne}/processArgs`, {
  ...shared,
  summary: "Get the advanced configuration of a cluster",
  description:
    "What was set, and null for what was not. It configures nothing here. Needs Project Read Only.",
  successor: "getGroupClusterProcessArgs in version 2024-08-05",
  door: door.group("GROUP_READ_ONLY"),
  params: { clusterName },
  versions: {
    "2023-01-01": {
      deprecated: "2024-08-05",
      sunset: "2027-07-01",
      reply: schemas.ClusterDescriptionProcessArgs,
    },
    "2024-08-05": { reply: schemas.ClusterDescriptionProcessArgs20240805 },
  },
  errors: [...findErrors],
}).handle(async (context) => processArgsOf((await findCluster(context)).document), {
  "2023-01-01": showEarlierArgs,
  "2024-08-05": showArgs,
});
