import { makeFlexCluster, makeFlexErrors } from "../../changes/clusters.ts";
import { placedInChange } from "../clusters/common.ts";
import { door, operation, schemas } from "../declare.ts";
import { path, shared, showFlexCluster } from "./common.ts";

export const createGroupFlexCluster = operation(`POST ${path}`, {
  ...shared,
  summary: "Create a flex cluster in a project",
  description:
    "The cluster is CREATING for a while and then IDLE; no machine is started. Its database is the one that whoever runs the server names. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  status: 201,
  body: schemas.FlexClusterDescriptionCreate20241113,
  versions: { "2024-11-13": { reply: schemas.FlexClusterDescription20241113 } },
  errors: [...makeFlexErrors],
}).handle(
  async (context) => ({
    ...placedInChange(context, await makeFlexCluster(context, context.group, context.body)),
    isMadeUntagged: context.body.tags === undefined,
  }),
  showFlexCluster,
);
