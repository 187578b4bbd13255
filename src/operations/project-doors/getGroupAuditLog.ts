import { auditLogs } from "../../changes/project-doors.ts";
import { door, operation, schemas } from "../declare.ts";
import { auditing, auditPath } from "./common.ts";

export const getGroupAuditLog = operation(`GET ${auditPath}`, {
  ...auditing,
  summary: "Get what the databases of a project write into their audit logs",
  description: "What was set, or that nothing is written. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  versions: { "2023-01-01": { reply: schemas.AuditLog } },
}).handle(
  ({ group, ...reading }) => auditLogs.read(reading, group),
  (kept) => kept,
);
