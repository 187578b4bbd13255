// Answers one service account of an organization.
import { limitSets } from "../../contract/limits.ts";
import { OrgServiceAccount } from "../../contract/schemas/service-accounts.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { clientId, envelope, findAccount, orgId, orgPathById, pretty, showAccount, tag } from "./accounts.ts";

export const getOrgServiceAccount = operation({
  id: "getOrgServiceAccount",
  method: "GET",
  path: orgPathById,
  tag,
  summary: "Get a service account of an organization",
  description:
    "Answers the account with its organization roles and its secrets masked. Needs Organization Read Only.",
  door: org("ORG_READ_ONLY"),
  limit: limitSets.orgServiceAccounts,
  status: 200,
  params: { orgId, clientId },
  query: { envelope, pretty },

  versions: { "2024-08-05": { reply: OrgServiceAccount } },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async ({ tx, org, params, fault }) => findAccount(tx, { orgId: org.id, clientId: params.clientId }, fault),
  { "2024-08-05": showAccount },
);
