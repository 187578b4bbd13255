import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { orgPath, orgSide, showKey } from "./common.ts";

export const listOrgApiKeys = operation(`GET ${orgPath}`, {
  ...orgSide,
  summary: "List the API keys of an organization",
  description:
    "Every key of the organization, newest first, with its roles in every scope and its private key masked. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: { ...paging },
  versions: { "2023-01-01": { reply: schemas.ApiKeyPage } },
}).handle(async ({ tx, org, query }) => tx.apiKeys.inOrg(org.id, query), showPageOf(showKey));
