import { removeSecret } from "../../changes/credentials.ts";
import { atlas } from "../atlas.ts";
import { findAccount } from "./common.ts";

export const deleteOrgServiceAccountSecret = atlas("deleteOrgServiceAccountSecret", {
  securityEvent: "credential-removal",
  errors: ["SERVICE_ACCOUNT_NOT_FOUND", "SERVICE_ACCOUNT_SECRET_NOT_FOUND"],
}).handle(async (context) => {
  const { org, params } = context;
  await removeSecret(context, await findAccount(context, org.id), params.secretId);
});
