// Answers one account by its address, as the older API does it.
import * as Type from "typebox";
import { CloudAppUser } from "../../contract/schemas/users.ts";
import { olderLifetime } from "../../contract/versions.ts";
import { door } from "../../domain/access.ts";
import { ofAddress } from "../../domain/address.ts";
import { operation } from "../operation.ts";
import { findAccount, ofAccounts, usersPath } from "./common.ts";
import { showAccount } from "./views.ts";

export const getUserByName = operation({
  id: "getUserByName",
  method: "GET",
  path: `${usersPath}/byName/{userName}`,
  ...ofAccounts,
  summary: "Get an account by its address",
  description:
    "An account that belongs to the caller's organization or is invited to it, with its roles there. Others are not found. Case does not matter.",
  door: door.signedIn,
  params: { userName: Type.String({ description: "E-mail address of the account." }) },
  successor: "listOrgUsers",
  versions: { "2023-01-01": { ...olderLifetime, reply: CloudAppUser } },
  errors: ["USERNAME_NOT_FOUND"],
}).handle(
  async ({ params, fault, ...asking }) => {
    const account = await findAccount(asking, ofAddress(params.userName));
    if (account === undefined) throw fault("USERNAME_NOT_FOUND", { username: params.userName });
    return account;
  },
  { "2023-01-01": showAccount },
);
