// Organizations.
import type { RoleName } from "../contract/roles.ts";
import type { Org } from "../domain/org.ts";
import type { Scope } from "./connection.ts";
import { insertion, query } from "./query.ts";

const columns = [
  "id",
  "name",
  "created_at",
  "skip_default_alerts_settings",
  "api_access_list_required",
] as const;

const byId = query((db, at: { id: string }) => db.selectFrom("orgs").select(columns).where("id", "=", at.id));

const anyOrg = query((db, _: Record<string, never>) => db.selectFrom("orgs").select("id").limit(1));

const rolesIn = query((db, at: { orgId: string; principalId: string }) =>
  db
    .selectFrom("grants")
    .select("role")
    .where("org_id", "=", at.orgId)
    .where("principal_id", "=", at.principalId)
    .where("group_id", "is", null),
);

const insert = insertion("orgs", columns);

export const orgReads = {
  async find(scope: Scope, id: string): Promise<Org | undefined> {
    const row = await scope.first(byId, { id });
    return (
      row && {
        id: row.id,
        name: row.name,
        createdAt: row.created_at,
        skipDefaultAlertsSettings: row.skip_default_alerts_settings === 1,
        apiAccessListRequired: row.api_access_list_required === 1,
      }
    );
  },

  /** Organization roles a principal holds. */
  async rolesOf(scope: Scope, orgId: string, principalId: string): Promise<RoleName[]> {
    return (await scope.all(rolesIn, { orgId, principalId })).map(({ role }) => role as RoleName);
  },

  async exist(scope: Scope): Promise<boolean> {
    return (await scope.first(anyOrg, {})) !== undefined;
  },
};

export const orgWrites = {
  ...orgReads,

  async add(scope: Scope, org: Org): Promise<void> {
    await scope.change(insert, {
      id: org.id,
      name: org.name,
      created_at: org.createdAt,
      skip_default_alerts_settings: org.skipDefaultAlertsSettings ? 1 : 0,
      api_access_list_required: org.apiAccessListRequired ? 1 : 0,
    });
  },
};
