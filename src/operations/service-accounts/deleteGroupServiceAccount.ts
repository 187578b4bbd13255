import { changeRoles } from "../../changes/credentials.ts";
import { atlas } from "../atlas.ts";
import { findGroupAccount } from "./common.ts";

export const deleteGroupServiceAccount = atlas("deleteGroupServiceAccount", {
  securityEvent: "credential-removal",
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => changeRoles(context, await findGroupAccount(context), context.group.id, []));
