import { door, operation, schemas } from "../declare.ts";
import { findGroupAccount, groupPathById, groupSide, showGroupAccount } from "./common.ts";

export const getGroupServiceAccount = operation(`GET ${groupPathById}`, {
  ...groupSide,
  summary: "Get a service account of a project",
  description:
    "Answers an account that holds a role in the project, with its roles there and its secrets masked. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2024-08-05": { reply: schemas.GroupServiceAccount } },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async (context) => ({
    account: await findGroupAccount(context),
    groupId: context.group.id,
  }),
  showGroupAccount,
);
