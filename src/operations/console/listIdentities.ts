import { mayRelease } from "../../changes/identities.ts";
import { door, ObjectId, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listIdentities = operation("GET /console/orgs/{orgId}/users/{userId}/identities", {
  ...onPages,
  summary: "List the identities of the provider that have an account",
  description: "For those alone who own every organization of the person; nothing for others.",
  door: door.org("ORG_OWNER"),
  params: { userId: ObjectId },
}).handle(async ({ tx, caller, org, params: { userId } }) => {
  const isShown = (await tx.users.isInOrg(userId, org.id)) && (await mayRelease(tx, caller.id, userId));
  return { identities: isShown ? await tx.sessions.identitiesOf(userId) : [] };
}, asIs);
