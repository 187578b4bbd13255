import { refuseBeyond } from "../../changes/changing.ts";
import { makeSecret } from "../../changes/credentials.ts";
import { atlas } from "../atlas.ts";
import { findGroupAccount, showSecret } from "./common.ts";

export const createGroupServiceAccountSecret = atlas("createGroupServiceAccountSecret", {
  securityEvent: "credential-creation",
  showsSecret: true,
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
