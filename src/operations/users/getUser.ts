import { atlas } from "../atlas.ts";
import { findAccount, showAccount } from "./common.ts";

export const getUser = atlas("getUser", {
  errors: ["USER_NOT_FOUND"],
}).handle(async ({ params, fault, ...asking }) => {
  const account = await findAccount(asking, ({ id }) => id === params.userId);
  if (account === undefined) throw fault("USER_NOT_FOUND", { userId: params.userId });
  return account;
}, showAccount);
