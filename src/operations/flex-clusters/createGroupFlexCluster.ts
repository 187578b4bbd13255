import { makeFlexCluster, makeFlexErrors } from "../../changes/clusters.ts";
import { atlas } from "../atlas.ts";
import { placedInChange } from "../clusters/common.ts";
import { showFlexCluster } from "./common.ts";

export const createGroupFlexCluster = atlas("createGroupFlexCluster", {
  holds: "group",
  errors: [...makeFlexErrors],
}).handle(
  async (context) => ({
    ...placedInChange(context, await makeFlexCluster(context, context.group, context.body)),
    isMadeUntagged: context.body.tags === undefined,
  }),
  showFlexCluster,
);
