import { refuseBeyond } from "../../changes/changing.ts";
import { removeSecret } from "../../changes/credentials.ts";
import { atlas } from "../atlas.ts";
import { findGroupAccount } from "./common.ts";

export const deleteGroupServiceAccountSecret = atlas("deleteGroupServiceAccountSecret", {
  securityEvent: "credential-removal",
  errors: ["SERVICE_ACCOUNT_NOT_FOUND", "SERVICE_ACCOUNT_SECRET_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { group, params } = context;
  const account = await findGroupAccount(context);
  await refuseBeyond(context, account, group);
  await removeSecret(context, account, params.secretId);
});
