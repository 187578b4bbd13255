import { removeCredential } from "../../changes/credentials.ts";
import { atlas } from "../atlas.ts";
import { findAccount } from "./common.ts";

export const deleteOrgServiceAccount = atlas("deleteOrgServiceAccount", {
  securityEvent: "credential-removal",
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => removeCredential(context, await findAccount(context, context.org.id)));
