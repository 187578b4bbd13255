import { endCluster, endErrors } from "../../changes/cluster-life.ts";
import { door, operation } from "../declare.ts";
import { findErrors, findFlexCluster, params, pathOfOne, shared } from "./common.ts";

export const deleteGroupFlexCluster = operation(`DELETE ${pathOfOne}`, {
  ...shared,
  summary: "Delete a flex cluster of a project",
  description: "The cluster is DELETING for a while, and then gone. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  params,
  versions: { "2024-11-13": {} },
  errors: [...findErrors, ...endErrors],
}).handle(async (context) => endCluster(context, await findFlexCluster(context)));
