import { atlas } from "../atlas.ts";
import { findGroupAccount, showGroupAccount } from "./common.ts";

export const getGroupServiceAccount = atlas("getGroupServiceAccount", {
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async (context) => ({
    account: await findGroupAccount(context),
    groupId: context.group.id,
  }),
  showGroupAccount,
);
