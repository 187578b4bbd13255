import { customDns } from "../../changes/project-doors.ts";
import { atlas } from "../atlas.ts";

export const getGroupAwsCustomDns = atlas("getGroupAwsCustomDns", {}).handle(
  ({ group, ...reading }) => customDns.read(reading, group),
  (kept) => kept,
);
