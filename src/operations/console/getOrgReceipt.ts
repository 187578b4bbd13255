import { receiptIn } from "../../changes/leavers.ts";
import { door, operation } from "../declare.ts";
import { aboutReceipt, asIs } from "./common.ts";

export const getOrgReceipt = operation("GET /console/orgs/{orgId}/receipts/{receiptId}", {
  ...aboutReceipt,
  summary: "Get the receipt of a removal from an organization",
  description: "It is part of the event of the removal, and sealed with it. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  errors: ["ORG_EVENT_NOT_FOUND"],
}).handle(async ({ tx, org, params: { receiptId: eventId }, fault }) => {
  const event = await tx.events.find(eventId);
  const receipt = event?.orgId === org.id ? await receiptIn(tx, event) : undefined;
  if (receipt === undefined) throw fault("ORG_EVENT_NOT_FOUND", { eventId, orgId: org.id });
  return receipt;
}, asIs);
