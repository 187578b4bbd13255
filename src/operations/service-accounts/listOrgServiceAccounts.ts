// Lists the service accounts of an organization.
import { limitSets } from "../../contract/limits.ts";
import { OrgServiceAccountPage } from "../../contract/schemas/service-accounts.ts";
import { org } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import {
  countedPaging,
  envelope,
  includeSystemManaged,
  orgId,
  orgPath,
  pretty,
  showAccount,
  tag,
} from "./accounts.ts";

export const listOrgServiceAccounts = operation({
  id: "listOrgServiceAccounts",
  method: "GET",
  path: orgPath,
  tag,
  summary: "List the service accounts of an organization",
  description:
    "Every account of the organization, newest first, with its secrets masked. Needs Organization Read Only.",
  door: org("ORG_READ_ONLY"),
  limit: limitSets.orgServiceAccounts,
  status: 200,
  params: { orgId },
  query: { envelope, pretty, includeSystemManaged, ...countedPaging },

  versions: { "2024-08-05": { reply: OrgServiceAccountPage } },
  errors: [],
}).handle(async ({ tx, org, query }) => tx.serviceAccounts.inOrg(org.id, { ...query, includeCount: true }), {
  "2024-08-05": (page, showing) => showPage(page, showing, showAccount),
});
