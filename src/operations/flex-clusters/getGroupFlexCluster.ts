import { atlas } from "../atlas.ts";
import { placed } from "../clusters/common.ts";
import { findErrors, findFlexCluster, showFlexCluster } from "./common.ts";

export const getGroupFlexCluster = atlas("getGroupFlexCluster", {
  errors: [...findErrors],
}).handle(async (context) => placed(context, await findFlexCluster(context)), showFlexCluster);
