import { regionalModes } from "../../changes/project-doors.ts";
import { door, operation, schemas } from "../declare.ts";
import { endpoints, endpointsPath } from "./common.ts";

export const getGroupPrivateEndpointRegionalMode = operation(`GET ${endpointsPath}/regionalMode`, {
  ...endpoints,
  summary: "Get whether private endpoints are regional",
  description: "False in a new project. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: schemas.ProjectSettingItemView } },
}).handle(
  ({ group, ...reading }) => regionalModes.read(reading, group),
  (kept) => kept,
);
