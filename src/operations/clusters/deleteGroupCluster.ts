import { endCluster, endErrors } from "../../changes/cluster-life.ts";
import { atlas } from "../atlas.ts";
import { findCluster, findErrors } from "./common.ts";

export const deleteGroupCluster = atlas("deleteGroupCluster", {
  holds: "group",
  errors: [...findErrors, ...endErrors],
}).handle(
  async (context) => endCluster(context, await findCluster(context)),
  () => ({}),
);
