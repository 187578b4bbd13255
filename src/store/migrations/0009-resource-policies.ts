// Resource policies of organizations.
import { creating, type Migration, tableWith } from "../migration.ts";

export const policyTables = {
  // `document` is JSON.
  resource_policies: tableWith(["unique (org_id, name)"], {
    id: "text primary key check (length(id) = 24)",
    org_id: "text not null references orgs (id) on delete cascade",
    name: "text not null",
    document: "text not null",
    created_at: "bigint not null",
  }),
};

export const resourcePolicies: Migration = {
  name: "0009-resource-policies",
  statements: creating(policyTables),
};
