import { requireRecentSignIn } from "../../changes/changing.ts";
import { mayRelease } from "../../changes/identities.ts";
import { releaseSecondFactor as release } from "../../changes/second-factor.ts";
import { door, ObjectId, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const releaseSecondFactor = operation("POST /console/orgs/{orgId}/users/{userId}", {
  ...onPages,
  securityEvent: "second-factor-release",
  summary: "Release a person from the second factor",
  description:
    "Removes all passkeys and recovery codes of a person who lost them, and ends the person's sessions. Only an owner of every organization that the person is in may: others have to ask the operator.",
  door: door.org("ORG_OWNER"),
  params: { userId: ObjectId },
  errors: ["PASSKEY_NOT_FOUND", "USER_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async ({ tx, org, params: { userId }, caller, now, isRecent, record, mail, fault }) => {
  requireRecentSignIn({ isRecent });
  const user = await tx.users.find(userId);
  if (user === undefined || !(await tx.users.isInOrg(userId, org.id))) {
    throw fault("USER_NOT_FOUND", { userId });
  }
  if (!(await mayRelease(tx, caller.id, userId))) throw fault("USER_UNAUTHORIZED", {});
  tx.locks.person(userId);
  if (!(await tx.passkeys.has(userId))) throw fault("PASSKEY_NOT_FOUND", {});
  await release({ tx, mail, now, record }, user, caller.remoteAddress.ip ?? null);
  return {};
}, asIs);
