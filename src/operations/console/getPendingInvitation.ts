// Answers which invitation a pending user of an organization waits on: lists of people name the user only.
import { findMember, memberErrors, membersWith } from "../../changes/membership.ts";
import { door, operation } from "../declare.ts";
import { asIs, consoleRead } from "./common.ts";

export const getPendingInvitation = operation({
  ...consoleRead,
  id: "getPendingInvitation",
  path: "/console/orgs/{orgId}/users/{userId}/invitation",
  summary: "Get the invitation a person waits on",
  description: "The pending invitation of a user to the organization. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  errors: [...memberErrors, "INVITATION_ENDED"],
}).handle(async ({ tx, org, params, now, fault }) => {
  const member = findMember(await membersWith(tx, org, now, params.userId), params.userId, fault);
  if (member.status === "ACTIVE") throw fault("INVITATION_ENDED", { status: "ACCEPTED" });
  return { invitationId: member.invite.id };
}, asIs);
