import { rolesInGroup } from "../../domain/credential.ts";
import { skipped } from "../../domain/page.ts";
import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { findAccount } from "./common.ts";

export const getOrgServiceAccountGroups = atlas("getOrgServiceAccountGroups", {
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async (context) => {
    const { org, query } = context;
    const { roles } = await findAccount(context, org.id);
    const groupIds = [...new Set(roles.flatMap(({ groupId }) => groupId ?? []))];
    const at = { ...query, includeCount: true };
    const results = groupIds
      .slice(skipped(at), skipped(at) + at.itemsPerPage)
      .map((groupId) => ({ groupId, roles: rolesInGroup(roles, groupId) }));
    return { ...at, results, total: groupIds.length };
  },
  showPageOf((group) => group),
);
