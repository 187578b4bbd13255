import { endCluster, endErrors } from "../../changes/cluster-life.ts";
import { atlas } from "../atlas.ts";
import { findErrors, findFlexCluster } from "./common.ts";

export const deleteGroupFlexCluster = atlas("deleteGroupFlexCluster", {
  holds: "group",
  errors: [...findErrors, ...endErrors],
}).handle(async (context) => endCluster(context, await findFlexCluster(context)));
