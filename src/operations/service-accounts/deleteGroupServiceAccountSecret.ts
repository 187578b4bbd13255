// Deletes a secret of a service account of a project.
import { limitSets } from "../../contract/limits.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import {
  clientId,
  envelope,
  findGroupAccount,
  groupId,
  groupPathById,
  pretty,
  secretId,
  tag,
} from "./accounts.ts";
import { removeSecret } from "./acts.ts";

export const deleteGroupServiceAccountSecret = operation({
  id: "deleteGroupServiceAccountSecret",
  method: "DELETE",
  path: `${groupPathById}/secrets/{secretId}`,
  tag,
  summary: "Delete a secret of a service account",
  description:
    "No more tokens are given for the secret; those given already live out their hour. Needs Project Owner.",
  door: group("GROUP_OWNER"),
  limit: limitSets.groupServiceAccounts,
  status: 204,
  params: { groupId, clientId, secretId },
  query: { envelope, pretty },

  versions: { "2024-08-05": {} },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND", "SERVICE_ACCOUNT_SECRET_NOT_FOUND"],
}).handle(
  async (context) => {
    const { tx, group, params, fault } = context;
    await removeSecret(context, await findGroupAccount(tx, group, params.clientId, fault), params.secretId);
  },
  { "2024-08-05": null },
);
