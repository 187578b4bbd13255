import { auditLogs } from "../../changes/project-doors.ts";
import { chooseAuditLog } from "../../domain/project-doors.ts";
import { door, operation, schemas } from "../declare.ts";
import { auditing, auditPath } from "./common.ts";

export const updateGroupAuditLog = operation(`PATCH ${auditPath}`, {
  ...auditing,
  summary: "Set what the databases of a project write into their audit logs",
  description:
    "Is remembered, and decides nothing here. What is not sent stays; a filter is kept as the text that it is. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  status: 202,
  body: schemas.AuditLog,
  versions: { "2023-01-01": { reply: schemas.AuditLog } },
  errors: ["INVALID_ATTRIBUTE"],
}).handle(
  async (context) => {
    const { group, body, fault } = context;
    const before = await auditLogs.find(context, group);
    return auditLogs.replace(context, before, chooseAuditLog(before.document, body, fault));
  },
  (kept) => kept,
);
