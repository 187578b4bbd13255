// Operations on database auditing.

import { atlas } from "../../core/operations/atlas.ts";
import { chooseAuditLog } from "./rules/settings.ts";
import { auditLogs } from "./settings.ts";

export const getGroupAuditLog = atlas("getGroupAuditLog", {}).handle(
  ({ group, ...reading }) => auditLogs.read(reading, group),
  (kept) => kept,
);

export const updateGroupAuditLog = atlas("updateGroupAuditLog", {
  locks: "group",
  errors: ["INVALID_ATTRIBUTE"],
}).handle(
  async (context) => {
    const { group, body, fault } = context;
    const before = await auditLogs.find(context, group);
    return auditLogs.replace(context, before, chooseAuditLog(before.document, body, fault));
  },
  (kept) => kept,
);
