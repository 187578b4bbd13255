// Deletes a service account, with its roles in every project.
import { toClientId } from "../../contract/client-id.ts";
import { door } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { findAccount, orgPathById, orgSide } from "./common.ts";

export const deleteOrgServiceAccount = operation({
  id: "deleteOrgServiceAccount",
  method: "DELETE",
  path: orgPathById,
  ...orgSide,
  summary: "Delete a service account",
  description:
    "Deletes the account, its secrets, its tokens and its roles in the organization and in every project. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  status: 204,
  versions: { "2024-08-05": {} },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async ({ tx, org, params, fault, record }) => {
    const account = await findAccount(tx, { orgId: org.id, clientId: params.clientId }, fault);
    const about = { orgId: org.id, details: { clientId: toClientId(account.id) } };
    await tx.serviceAccounts.remove(account.id);
    await record("SERVICE_ACCOUNT_DELETED", about);
    // As recorded, the end of each secret is told as well.
    for (const _ of account.secrets) await record("SERVICE_ACCOUNT_SECRET_DELETED", about);
  },
  { "2024-08-05": null },
);
