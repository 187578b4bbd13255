import { regionalModes } from "../../changes/project-doors.ts";
import { atlas } from "../atlas.ts";

export const getGroupPrivateEndpointRegionalMode = atlas("getGroupPrivateEndpointRegionalMode", {}).handle(
  ({ group, ...reading }) => regionalModes.read(reading, group),
  (kept) => kept,
);
