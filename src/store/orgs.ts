// Organizations.
import type { RoleName } from "../contract/roles.ts";
import type { Org } from "../domain/org.ts";
import type { Scope } from "./connection.ts";
import { insertion, query } from "./query.ts";
import type { Tables } from "./tables.ts";

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

const update = query((db, to: { id: string; name: string; skip: 0 | 1; required: 0 | 1 }) =>
  db
    .updateTable("orgs")
    .set({ name: to.name, skip_default_alerts_settings: to.skip, api_access_list_required: to.required })
    .where("id", "=", to.id),
);

const remove = query((db, at: { id: string }) => db.deleteFrom("orgs").where("id", "=", at.id));

/** The keys and service accounts that belong to the organization; its people belong to themselves. */
const removeKeys = query((db, at: { id: string }) =>
  db
    .deleteFrom("principals")
    .where("id", "in", (keys) => keys.selectFrom("api_keys").select("id").where("org_id", "=", at.id)),
);
const removeAccounts = query((db, at: { id: string }) =>
  db
    .deleteFrom("principals")
    .where("id", "in", (all) => all.selectFrom("service_accounts").select("id").where("org_id", "=", at.id)),
);

type DocumentKind = Tables["org_documents"]["kind"];

const documentOf = query((db, at: { orgId: string; kind: DocumentKind }) =>
  db
    .selectFrom("org_documents")
    .select("document")
    .where("org_id", "=", at.orgId)
    .where("kind", "=", at.kind),
);

const clearDocument = query((db, at: { orgId: string; kind: DocumentKind }) =>
  db.deleteFrom("org_documents").where("org_id", "=", at.orgId).where("kind", "=", at.kind),
);

const insertDocument = insertion("org_documents", ["org_id", "kind", "document"]);

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

  /** Settings that were written down, as they were written; nothing when none were. */
  async document(scope: Scope, orgId: string, kind: DocumentKind): Promise<object | undefined> {
    const row = await scope.first(documentOf, { orgId, kind });
    return row && JSON.parse(row.document);
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
  /** Writes the name and the two settings that are columns. */
  async update(scope: Scope, org: Org): Promise<void> {
    await scope.change(update, {
      id: org.id,
      name: org.name,
      skip: org.skipDefaultAlertsSettings ? 1 : 0,
      required: org.apiAccessListRequired ? 1 : 0,
    });
  },

  async writeDocument(scope: Scope, orgId: string, kind: DocumentKind, document: object): Promise<void> {
    await scope.change(clearDocument, { orgId, kind });
    await scope.change(insertDocument, { org_id: orgId, kind, document: JSON.stringify(document) });
  },

  async clearDocument(scope: Scope, orgId: string, kind: DocumentKind): Promise<void> {
    await scope.change(clearDocument, { orgId, kind });
  },

  /** Removes the organization, its credentials and all that hangs on it; accounts of people stay. */
  async remove(scope: Scope, id: string): Promise<void> {
    await scope.change(removeKeys, { id });
    await scope.change(removeAccounts, { id });
    await scope.change(remove, { id });
  },
};
