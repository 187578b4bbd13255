import { atlas } from "../atlas.ts";
import { findAccount, showAccount } from "./common.ts";

export const getOrgServiceAccount = atlas("getOrgServiceAccount", {
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle((context) => findAccount(context, context.org.id), showAccount);
