// Lists the API keys of an organization.
import { ApiKeyPage } from "../../contract/schemas/api-keys.ts";
import { paging } from "../../contract/schemas/common.ts";
import { door } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import { orgPath, orgSide } from "./common.ts";
import { showKey } from "./views.ts";

export const listOrgApiKeys = operation({
  id: "listOrgApiKeys",
  method: "GET",
  path: orgPath,
  ...orgSide,
  summary: "List the API keys of an organization",
  description:
    "Every key of the organization, newest first, with its roles in every scope and its private key masked. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: { ...paging },
  versions: { "2023-01-01": { reply: ApiKeyPage } },
}).handle(async ({ tx, org, query }) => tx.apiKeys.inOrg(org.id, query), {
  "2023-01-01": (page, showing) => showPage(page, showing, (key) => showKey(key, showing)),
});
