// Settings of an organization, written past the API.
import type { Writes } from "../../src/core/store/store.ts";

export const settleOrg = (tx: Writes, orgId: string, document: object): void =>
  tx.documents.put({ id: orgId, orgId, kind: "settings", name: "", document, createdAt: 0 });

/** Returns the SQL that sets the settings of an organization. */
export const settlingOrg = (orgId: string, document: object): string =>
  `insert into documents (id, org_id, kind, name, document, created_at) values ('${orgId}', '${orgId}', 'settings', '', '${JSON.stringify(document)}', 0)`;
