import { setRegionalMode } from "../../changes/clusters.ts";
import { atlas } from "../atlas.ts";

export const toggleGroupPrivateEndpointRegionalMode = atlas("toggleGroupPrivateEndpointRegionalMode", {
  holds: "group",
  errors: ["INVALID_CLUSTER_CONFIGURATION"],
}).handle(
  (context) => setRegionalMode(context, context.group, context.body.enabled),
  (kept) => kept,
);
