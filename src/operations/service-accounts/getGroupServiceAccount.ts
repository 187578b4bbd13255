// Answers one service account of a project.
import { limitSets } from "../../contract/limits.ts";
import { GroupServiceAccount } from "../../contract/schemas/service-accounts.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import {
  clientId,
  envelope,
  findGroupAccount,
  groupId,
  groupPathById,
  pretty,
  showGroupAccount,
  tag,
} from "./accounts.ts";

export const getGroupServiceAccount = operation({
  id: "getGroupServiceAccount",
  method: "GET",
  path: groupPathById,
  tag,
  summary: "Get a service account of a project",
  description:
    "Answers an account that holds a role in the project, with its roles there and its secrets masked. Needs Project Read Only.",
  door: group("GROUP_READ_ONLY"),
  limit: limitSets.groupServiceAccounts,
  status: 200,
  params: { groupId, clientId },
  query: { envelope, pretty },

  versions: { "2024-08-05": { reply: GroupServiceAccount } },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async ({ tx, group, params, fault }) => ({
    account: await findGroupAccount(tx, group, params.clientId, fault),
    groupId: group.id,
  }),
  { "2024-08-05": showGroupAccount },
);
