import { describeLeaver, leaverErrors } from "../../changes/leavers.ts";
import { door, operation } from "../declare.ts";
import { aboutLeaver, asIs } from "./common.ts";

export const getOrgLeaver = operation("GET /console/orgs/{orgId}/leavers/{userId}", {
  ...aboutLeaver,
  summary: "Say what a person loses who leaves an organization, and what they made there",
  description:
    "Roles, teams and projects; API keys, service accounts and pending invitations. Of one who has left, when and by whom. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  errors: leaverErrors,
}).handle(async (context) => describeLeaver(context, { org: context.org }, context.params.userId), asIs);
