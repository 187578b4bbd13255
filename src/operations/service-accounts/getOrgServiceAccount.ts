// Answers one service account of an organization.
import { OrgServiceAccount } from "../../contract/schemas/service-accounts.ts";
import { door } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { findAccount, orgPathById, orgSide } from "./common.ts";
import { showAccount } from "./views.ts";

export const getOrgServiceAccount = operation({
  id: "getOrgServiceAccount",
  method: "GET",
  path: orgPathById,
  ...orgSide,
  summary: "Get a service account of an organization",
  description:
    "Answers the account with its organization roles and its secrets masked. Needs Organization Read Only.",
  door: door.org("ORG_READ_ONLY"),
  versions: { "2024-08-05": { reply: OrgServiceAccount } },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async ({ tx, org, params, fault }) => findAccount(tx, { orgId: org.id, clientId: params.clientId }, fault),
  { "2024-08-05": showAccount },
);
