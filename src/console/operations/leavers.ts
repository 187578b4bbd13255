// Operations of pages on people who leave.
import { describeLeaver, leaverErrors, receiptIn, takeLeaver } from "../../atlas/users/leavers.ts";
import { orgOf } from "../../core/changes/scopes.ts";
import { door, operation } from "../../core/operations/declare.ts";
import { aboutLeaver, aboutReceipt, asIs, withLeaver } from "./common.ts";

export const getGroupLeaver = operation("GET /console/groups/{groupId}/leavers/{userId}", {
  ...aboutLeaver,
  summary: "Say what a person who leaves a project loses, and what they made that works in it",
  description:
    "Lists invitations for owners of the project alone. If the person has left, says when and who removed them. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  errors: leaverErrors,
}).handle(async (context) => {
  const { tx, group, params } = context;
  return describeLeaver(context, { org: await orgOf(tx, group), group }, params.userId);
}, asIs);

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

export const getOrgLeaver = operation("GET /console/orgs/{orgId}/leavers/{userId}", {
  ...aboutLeaver,
  summary: "Say what a person who leaves an organization loses, and what they made there",
  description:
    "Roles, teams and projects; API keys, service accounts and pending invitations. If the person has left, says when and who removed them. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  errors: leaverErrors,
}).handle(async (context) => describeLeaver(context, { org: context.org }, context.params.userId), asIs);

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

export const removeGroupLeaver = operation("POST /console/groups/{groupId}/leavers/{userId}", {
  ...aboutLeaver,
  securityEvent: "leaving",
  summary: "Remove a person from a project, with some of what they made",
  description:
    "The API keys and service accounts that `codes` names lose their roles in the project, and so do the invitations. What is refused stays, and the receipt says why. Needs Project Access Manager; for accounts and invitations, Project Owner.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  body: withLeaver,
  errors: [...leaverErrors, "ROLE_ABOVE_OWN", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { tx, group, params, body } = context;
  return takeLeaver(context, { org: await orgOf(tx, group), group }, params.userId, body.codes);
}, asIs);

export const removeOrgLeaver = operation("POST /console/orgs/{orgId}/leavers/{userId}", {
  ...aboutLeaver,
  securityEvent: "leaving",
  summary: "Remove a person from an organization, with some of what they made",
  description:
    "Deletes the API keys and service accounts that `codes` names, and revokes the invitations. What is refused stays, and the receipt says why. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: withLeaver,
  errors: [...leaverErrors, "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { org, params, body } = context;
  return takeLeaver(context, { org }, params.userId, body.codes);
}, asIs);
