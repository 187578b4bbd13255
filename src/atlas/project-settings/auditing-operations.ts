// Operations on database auditing.

import { keepingOne } from "../../core/operations/keeping.ts";
import { asIs } from "./common.ts";
import { auditLogs } from "./kept.ts";
import { chooseAuditLog } from "./rules/settings.ts";

const auditing = keepingOne(auditLogs, asIs);

export const getGroupAuditLog = auditing.get("getGroupAuditLog");

export const updateGroupAuditLog = auditing.update(
  "updateGroupAuditLog",
  { errors: ["INVALID_ATTRIBUTE"] },
  ({ body, fault }, { document }) => chooseAuditLog(document, body, fault),
);
