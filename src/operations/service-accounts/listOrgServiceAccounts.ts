import { door, operation, schemas, showPageOf } from "../declare.ts";
import { countedPaging, includeSystemManaged, orgPath, orgSide, showAccount } from "./common.ts";

export const listOrgServiceAccounts = operation(`GET ${orgPath}`, {
  ...orgSide,
  summary: "List the service accounts of an organization",
  description:
    "Every account of the organization, newest first, with its secrets masked. Needs Organization Read Only.",
  door: door.org("ORG_READ_ONLY"),
  query: { includeSystemManaged, ...countedPaging },
  versions: { "2024-08-05": { reply: schemas.OrgServiceAccountPage } },
}).handle(
  async ({ tx, org, query }) => tx.serviceAccounts.inOrg(org.id, { ...query, includeCount: true }),
  showPageOf(showAccount),
);
