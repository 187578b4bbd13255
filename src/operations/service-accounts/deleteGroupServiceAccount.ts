import { changeRoles } from "../../changes/credentials.ts";
import { door, operation } from "../declare.ts";
import { findGroupAccount, groupPathById, groupSide } from "./common.ts";

export const deleteGroupServiceAccount = operation(`DELETE ${groupPathById}`, {
  securityEvent: "credential-removal",
  ...groupSide,
  summary: "Remove a service account from a project",
  description:
    "Takes every role in the project from the account; the account itself and its other roles stay. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  versions: { "2024-08-05": {} },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => changeRoles(context, await findGroupAccount(context), context.group.id, []));
