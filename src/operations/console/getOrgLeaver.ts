import { describeLeaver, leaverErrors } from "../../changes/leavers.ts";
import { door, operation } from "../declare.ts";
import { aboutLeaver, asIs } from "./common.ts";

export const getOrgLeaver = operation("GET /console/orgs/{orgId}/leavers/{userId}", {
  ...aboutLeaver,
  summary: "Say what a person who leaves an organization loses, and what they made there",
  description:
    "Roles, teams and projects; API keys, service accounts and pending invitations. If the person has left, says when and who removed them. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  errors: leaverErrors,
}).handle(async (context) => describeLeaver(context, { org: context.org }, context.params.userId), asIs);
