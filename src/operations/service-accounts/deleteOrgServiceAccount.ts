import { removeCredential } from "../../changes/credentials.ts";
import { door, operation } from "../declare.ts";
import { findAccount, orgPathById, orgSide } from "./common.ts";

export const deleteOrgServiceAccount = operation(`DELETE ${orgPathById}`, {
  securityEvent: "credential-removal",
  ...orgSide,
  summary: "Delete a service account",
  description:
    "Deletes the account, its secrets, its tokens and its roles in the organization and in every project. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  versions: { "2024-08-05": {} },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => removeCredential(context, await findAccount(context, context.org.id)));
