// Operations on database auditing.
import { auditLogs } from "../../changes/project-doors.ts";
import { chooseAuditLog } from "../../domain/project-doors.ts";
import { atlas } from "../atlas.ts";

export const getGroupAuditLog = atlas("getGroupAuditLog", {}).handle(
  ({ group, ...reading }) => auditLogs.read(reading, group),
  (kept) => kept,
);

export const updateGroupAuditLog = atlas("updateGroupAuditLog", {
  holds: "group",
  errors: ["INVALID_ATTRIBUTE"],
}).handle(
  async (context) => {
    const { group, body, fault } = context;
    const before = await auditLogs.find(context, group);
    return auditLogs.replace(context, before, chooseAuditLog(before.document, body, fault));
  },
  (kept) => kept,
);
