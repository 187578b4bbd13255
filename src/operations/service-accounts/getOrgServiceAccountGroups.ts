import { rolesIn } from "../../domain/credential.ts";
import { skipped } from "../../domain/page.ts";
import { door, operation, schemas, showPageOf } from "../declare.ts";
import { countedPaging, findAccount, orgPathById, orgSide } from "./common.ts";

export const getOrgServiceAccountGroups = operation(`GET ${orgPathById}/groups`, {
  ...orgSide,
  summary: "List the projects of a service account",
  description: "The projects the account holds roles in, with those roles. Needs Organization Read Only.",
  door: door.org("ORG_READ_ONLY"),
  query: { ...countedPaging },
  versions: { "2024-08-05": { reply: schemas.ServiceAccountGroupPage } },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async (context) => {
    const { org, query } = context;
    const { roles } = await findAccount(context, org.id);
    const groupIds = [...new Set(roles.flatMap(({ groupId }) => groupId ?? []))];
    const at = { ...query, includeCount: true };
    const results = groupIds
      .slice(skipped(at), skipped(at) + at.itemsPerPage)
      .map((groupId) => ({ groupId, roles: rolesIn(roles, groupId) }));
    return { ...at, results, total: groupIds.length };
  },
  showPageOf((group) => group),
);
