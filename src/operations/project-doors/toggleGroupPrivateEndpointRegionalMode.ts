import { regionalModes } from "../../changes/project-doors.ts";
import { door, operation, schemas } from "../declare.ts";
import { endpoints, endpointsPath } from "./common.ts";

export const toggleGroupPrivateEndpointRegionalMode = operation(`PATCH ${endpointsPath}/regionalMode`, {
  ...endpoints,
  summary: "Set whether private endpoints are to be regional",
  description: "Is remembered, and decides nothing here. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  status: 202,
  body: schemas.ProjectSettingItemView,
  versions: { "2023-01-01": { reply: schemas.ProjectSettingItemView } },
}).handle(
  (context) => regionalModes.write(context, context.group, { enabled: context.body.enabled }),
  (kept) => kept,
);
