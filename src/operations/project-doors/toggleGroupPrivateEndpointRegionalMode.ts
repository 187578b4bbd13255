import { setRegionalMode } from "../../changes/clusters.ts";
import { door, operation, schemas } from "../declare.ts";
import { endpoints, endpointsPath } from "./common.ts";

export const toggleGroupPrivateEndpointRegionalMode = operation(`PATCH ${endpointsPath}/regionalMode`, {
  ...endpoints,
  summary: "Set whether private endpoints are to be regional",
  description:
    "While it is set, the project takes no new replica sets; it is refused where there are some. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  status: 202,
  body: schemas.ProjectSettingItemView,
  versions: { "2023-01-01": { reply: schemas.ProjectSettingItemView } },
  errors: ["INVALID_CLUSTER_CONFIGURATION"],
}).handle(
  (context) => setRegionalMode(context, context.group, context.body.enabled),
  (kept) => kept,
);
