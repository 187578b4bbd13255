// Takes a service account out of a project.
import { toClientId } from "../../contract/client-id.ts";
import { door } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { findGroupAccount, groupPathById, groupSide } from "./common.ts";

export const deleteGroupServiceAccount = operation({
  id: "deleteGroupServiceAccount",
  method: "DELETE",
  path: groupPathById,
  ...groupSide,
  summary: "Remove a service account from a project",
  description:
    "Takes every role in the project from the account; the account itself and its other roles stay. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  status: 204,
  versions: { "2024-08-05": {} },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async ({ tx, group, params, now, fault, record }) => {
    const account = await findGroupAccount(tx, group, params.clientId, fault);
    await tx.grants.replace(account.id, { orgId: group.orgId, groupId: group.id }, [], now);
    const details = { clientId: toClientId(account.id) };
    await record("SERVICE_ACCOUNT_REMOVED_FROM_GROUP", { groupId: group.id, details });
  },
  { "2024-08-05": null },
);
