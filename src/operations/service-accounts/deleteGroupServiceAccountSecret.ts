import { refuseBeyond } from "../../changes/changing.ts";
import { removeSecret } from "../../changes/credentials.ts";
import { door, operation } from "../declare.ts";
import { findGroupAccount, groupPathById, groupSide } from "./common.ts";

export const deleteGroupServiceAccountSecret = operation(`DELETE ${groupPathById}/secrets/{secretId}`, {
  securityEvent: "credential-removal",
  ...groupSide,
  summary: "Delete a secret of a service account",
  description:
    "No more tokens are given for the secret, and those given already are refused from the next request on. Needs Project Owner, and every role that the account holds elsewhere: it loses the secret there too.",
  door: door.group("GROUP_OWNER"),
  versions: { "2024-08-05": {} },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND", "SERVICE_ACCOUNT_SECRET_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { group, params } = context;
  const account = await findGroupAccount(context);
  await refuseBeyond(context, account, group);
  await removeSecret(context, account, params.secretId);
});
