// Answers one account by its id, as the older API does it.
import { limitSets } from "../../contract/limits.ts";
import { CloudAppUser } from "../../contract/schemas/users.ts";
import { signedIn } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { findAccount, usersPath } from "./accounts.ts";
import { envelope, lifetime, pretty, tag, userId } from "./membership.ts";
import { showAccount } from "./views.ts";

export const getUser = operation({
  id: "getUser",
  method: "GET",
  path: `${usersPath}/{userId}`,
  tag,
  summary: "Get an account by its id",
  description:
    "An account that belongs to the caller's organization or is invited to it, with its roles there. Others are not found.",
  door: signedIn(),
  limit: limitSets.users,
  status: 200,
  params: { userId },
  query: { envelope, pretty },
  successor: "getOrgUser",
  versions: { "2023-01-01": { ...lifetime, reply: CloudAppUser } },
  errors: ["USER_NOT_FOUND"],
}).handle(
  async ({ params, fault, ...asking }) => {
    const account = await findAccount(asking, ({ id }) => id === params.userId);
    if (account === undefined) throw fault("USER_NOT_FOUND", { userId: params.userId });
    return account;
  },
  { "2023-01-01": showAccount },
);
