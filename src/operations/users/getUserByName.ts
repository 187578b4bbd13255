import { atlas } from "../atlas.ts";
import { ofAddress } from "../declare.ts";
import { findAccount, showAccount } from "./common.ts";

export const getUserByName = atlas("getUserByName", {
  errors: ["USERNAME_NOT_FOUND"],
}).handle(async ({ params, fault, ...asking }) => {
  const account = await findAccount(asking, ofAddress(params.userName));
  if (account === undefined) throw fault("USERNAME_NOT_FOUND", { username: params.userName });
  return account;
}, showAccount);
