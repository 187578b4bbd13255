import { leaverErrors, takeLeaver } from "../../changes/leavers.ts";
import { door, operation } from "../declare.ts";
import { aboutLeaver, asIs, withLeaver } from "./common.ts";

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
