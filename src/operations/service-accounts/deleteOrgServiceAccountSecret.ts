import { removeSecret } from "../../changes/credentials.ts";
import { door, operation } from "../declare.ts";
import { findAccount, orgPathById, orgSide } from "./common.ts";

export const deleteOrgServiceAccountSecret = operation(`DELETE ${orgPathById}/secrets/{secretId}`, {
  securityEvent: "credential-removal",
  ...orgSide,
  summary: "Delete a secret of a service account",
  description:
    "No more tokens are given for the secret, and those given already are refused from the next request on. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  versions: { "2024-08-05": {} },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND", "SERVICE_ACCOUNT_SECRET_NOT_FOUND"],
}).handle(async (context) => {
  const { org, params } = context;
  await removeSecret(context, await findAccount(context, org.id), params.secretId);
});
