// Answers which invitation a pending user of an organization waits on: lists of people name the user only.
import { findMember, memberErrors } from "../../changes/membership.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const getPendingInvitation = operation("GET /console/orgs/{orgId}/users/{userId}/invitation", {
  ...onPages,
  summary: "Get the invitation a person waits on",
  description: "The pending invitation of a user to the organization. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  errors: [...memberErrors, "INVITATION_ENDED"],
}).handle(async (context) => {
  const member = await findMember(context, context.org, context.params.userId);
  if (member.status === "ACTIVE") throw context.fault("INVITATION_ENDED", { status: "ACCEPTED" });
  return { invitationId: member.invite.id };
}, asIs);
