import { placed } from "../clusters/common.ts";
import { door, operation, schemas } from "../declare.ts";
import { findErrors, findFlexCluster, params, pathOfOne, shared, showFlexCluster } from "./common.ts";

export const getGroupFlexCluster = operation(`GET ${pathOfOne}`, {
  ...shared,
  summary: "Get a flex cluster of a project",
  description:
    "Answers its state, which follows from the clock, and where its database is. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  params,
  versions: { "2024-11-13": { reply: schemas.FlexClusterDescription20241113 } },
  errors: [...findErrors],
}).handle(async (context) => placed(context, await findFlexCluster(context)), showFlexCluster);
