import { endCluster, endErrors } from "../../changes/cluster-life.ts";
import { door, operation, Type } from "../declare.ts";
import { clusterName, deprecatedVersions, findCluster, findErrors, pathOfOne, shared } from "./common.ts";

const reply = Type.Object({});

export const deleteGroupCluster = operation(`DELETE ${pathOfOne}`, {
  ...shared,
  summary: "Delete a cluster of a project",
  description: "The cluster is DELETING for a while, and then gone. Needs Project Owner.",
  successor: "deleteGroupCluster in version 2023-02-01",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  params: { clusterName },
  query: {
    retainBackups: Type.Boolean({ description: "Whether backups outlive it; there are none here." }),
  },
  status: 202,
  versions: {
    "2023-01-01": { ...deprecatedVersions["2023-01-01"], reply },
    "2023-02-01": { reply },
  },
  errors: [...findErrors, ...endErrors],
}).handle(
  async (context) => endCluster(context, await findCluster(context)),
  () => ({}),
);
