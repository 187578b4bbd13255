import { makeSecret } from "../../changes/credentials.ts";
import { atlas } from "../atlas.ts";
import { findAccount, showSecret } from "./common.ts";

export const createOrgServiceAccountSecret = atlas("createOrgServiceAccountSecret", {
  securityEvent: "credential-creation",
  showsSecret: true,
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
