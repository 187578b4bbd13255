import { requireRecentSignIn } from "../../changes/changing.ts";
import { mayRelease, release } from "../../changes/identities.ts";
import { door, ObjectId, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const releaseIdentity = operation("POST /console/orgs/{orgId}/users/{userId}/identities", {
  ...onPages,
  securityEvent: "identity-release",
  summary: "Release an account from the person of the provider who signs in to it",
  description:
    "The next person of the provider who has the address takes the account. Ends its sessions, mails the person, and writes an event for each organization of the person. Needs Organization Owner in all of them, and a recent sign-in.",
  door: door.org("ORG_OWNER"),
  params: { userId: ObjectId },
  errors: ["USER_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { tx, caller, org, params, fault } = context;
  const { userId } = params;
  const user = (await tx.users.isInOrg(userId, org.id)) ? await tx.users.find(userId) : undefined;
  if (user === undefined) throw fault("USER_NOT_FOUND", { userId });
  if (!(await mayRelease(tx, caller.id, userId))) throw fault("USER_UNAUTHORIZED", {});
  requireRecentSignIn(context);
  return { released: await release(context, user, caller.remoteAddress.ip ?? null) };
}, asIs);
