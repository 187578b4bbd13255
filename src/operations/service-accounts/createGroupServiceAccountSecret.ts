import { refuseBeyond } from "../../changes/changing.ts";
import { makeSecret } from "../../changes/credentials.ts";
import { door, operation, schemas } from "../declare.ts";
import { findGroupAccount, groupPathById, groupSide, showSecret } from "./common.ts";

export const createGroupServiceAccountSecret = operation(`POST ${groupPathById}/secrets`, {
  securityEvent: "credential-creation",
  ...groupSide,
  summary: "Make a secret for a service account",
  description:
    "An account has at most two secrets at once, and another one leaves the first seven more days at most. This answer is the only one that shows the secret. Needs Project Owner, and every role that the account holds elsewhere: the holder of its secret has those too.",
  door: door.group("GROUP_OWNER"),
  showsSecret: true,
  status: 201,
  body: schemas.ServiceAccountSecretRequest,
  versions: { "2024-08-05": { reply: schemas.ServiceAccountSecret } },
  errors: [
    "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
    "SERVICE_ACCOUNT_NOT_FOUND",
    "SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED",
    "USER_UNAUTHORIZED",
  ],
}).handle(async (context) => {
  const { group, body, issue } = context;
  const account = await findGroupAccount(context);
  await refuseBeyond(context, account, group);
  return makeSecret(context, account, body.secretExpiresAfterHours, issue.clientSecret());
}, showSecret);
