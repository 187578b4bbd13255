import { auditLogs } from "../../changes/project-doors.ts";
import { atlas } from "../atlas.ts";

export const getGroupAuditLog = atlas("getGroupAuditLog", {}).handle(
  ({ group, ...reading }) => auditLogs.read(reading, group),
  (kept) => kept,
);
