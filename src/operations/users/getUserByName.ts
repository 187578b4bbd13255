import { door, ofAddress, olderLifetime, operation, schemas, Type } from "../declare.ts";
import { findAccount, ofAccounts, showAccount, usersPath } from "./common.ts";

export const getUserByName = operation(`GET ${usersPath}/byName/{userName}`, {
  ...ofAccounts,
  summary: "Get an account by its address",
  description:
    "An account that belongs to an organization of the caller's, with its roles there. Others are not found, invited ones either. Case does not matter.",
  door: door.signedIn,
  params: { userName: Type.String({ description: "E-mail address of the account." }) },
  successor: "listOrgUsers",
  versions: { "2023-01-01": { ...olderLifetime, reply: schemas.CloudAppUser } },
  errors: ["USERNAME_NOT_FOUND"],
}).handle(async ({ params, fault, ...asking }) => {
  const account = await findAccount(asking, ofAddress(params.userName));
  if (account === undefined) throw fault("USERNAME_NOT_FOUND", { username: params.userName });
  return account;
}, showAccount);
