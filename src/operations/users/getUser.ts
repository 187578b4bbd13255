import { door, olderLifetime, operation, schemas } from "../declare.ts";
import { findAccount, ofAccounts, showAccount, usersPath } from "./common.ts";

export const getUser = operation(`GET ${usersPath}/{userId}`, {
  ...ofAccounts,
  summary: "Get an account by its id",
  description:
    "An account that belongs to an organization of the caller's, with its roles there. Others are not found, invited ones either.",
  door: door.signedIn,
  successor: "getOrgUser",
  versions: { "2023-01-01": { ...olderLifetime, reply: schemas.CloudAppUser } },
  errors: ["USER_NOT_FOUND"],
}).handle(async ({ params, fault, ...asking }) => {
  const account = await findAccount(asking, ({ id }) => id === params.userId);
  if (account === undefined) throw fault("USER_NOT_FOUND", { userId: params.userId });
  return account;
}, showAccount);
