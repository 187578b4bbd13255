import { receiptIn } from "../../changes/leavers.ts";
import { door, operation } from "../declare.ts";
import { aboutReceipt, asIs } from "./common.ts";

export const getGroupReceipt = operation("GET /console/groups/{groupId}/receipts/{receiptId}", {
  ...aboutReceipt,
  summary: "Get the receipt of a removal from a project",
  description: "It is part of the event of the removal, and sealed with it. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  errors: ["EVENT_NOT_FOUND"],
}).handle(async ({ tx, group, params: { receiptId: eventId }, fault }) => {
  const event = await tx.events.find(eventId);
  const receipt = event?.groupId === group.id ? await receiptIn(tx, event) : undefined;
  if (receipt === undefined) throw fault("EVENT_NOT_FOUND", { eventId, groupId: group.id });
  return receipt;
}, asIs);
