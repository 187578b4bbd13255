// Lists the addresses a service account of an organization may be used from.
import { limitSets } from "../../contract/limits.ts";
import { ServiceAccountEntryPage } from "../../contract/schemas/service-accounts.ts";
import { org } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import { clientId, envelope, findAccount, orgId, orgPathById, paging, pretty, tag } from "./accounts.ts";
import { showEntry } from "./acts.ts";

export const listOrgServiceAccountAccessList = operation({
  id: "listOrgServiceAccountAccessList",
  method: "GET",
  path: `${orgPathById}/accessList`,
  tag,
  summary: "List the access list of a service account",
  description:
    "Addresses and networks, oldest first. An empty list means any, unless the organization demands a list. Needs Organization Read Only.",
  door: org("ORG_READ_ONLY"),
  limit: limitSets.orgServiceAccounts,
  status: 200,
  params: { orgId, clientId },
  query: { envelope, pretty, ...paging },

  versions: { "2024-08-05": { reply: ServiceAccountEntryPage } },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async ({ tx, org, params, query, fault }) => {
    const account = await findAccount(tx, { orgId: org.id, clientId: params.clientId }, fault);
    return tx.accessLists.page(account.id, query);
  },
  { "2024-08-05": (page, showing) => showPage(page, showing, showEntry) },
);
