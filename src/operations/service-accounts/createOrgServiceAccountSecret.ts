import { makeSecret } from "../../changes/credentials.ts";
import { door, operation, schemas } from "../declare.ts";
import { findAccount, orgPathById, orgSide, showSecret } from "./common.ts";

export const createOrgServiceAccountSecret = operation(`POST ${orgPathById}/secrets`, {
  securityEvent: "credential-creation",
  ...orgSide,
  summary: "Make a secret for a service account",
  description:
    "An account has at most two secrets at once, and another one leaves the first seven more days at most. This answer is the only one that shows the secret. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  showsSecret: true,
  status: 201,
  body: schemas.ServiceAccountSecretRequest,
  versions: { "2024-08-05": { reply: schemas.ServiceAccountSecret } },
  errors: [
    "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
    "SERVICE_ACCOUNT_NOT_FOUND",
    "SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED",
  ],
}).handle(async (context) => {
  const { org, body, issue } = context;
  const account = await findAccount(context, org.id);
  return makeSecret(context, account, body.secretExpiresAfterHours, issue.clientSecret());
}, showSecret);
