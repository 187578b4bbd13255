// Federations: the identity providers that several organizations share, which of them each uses, and the roles that groups give.
import { creating, type Migration, table } from "../migration.ts";

export const federationTables = {
  // A federation is there while it has a connected organization. `document` is JSON; `name` the issuer of a provider, or empty.
  federation_parts: table({
    id: "text primary key check (length(id) = 24)",
    federation_id: "text not null check (length(federation_id) = 24)",
    org_id: "text references orgs (id) on delete cascade",
    kind: "text not null check (kind in ('identityProvider', 'connectedOrg', 'roleMapping'))",
    name: "text not null",
    document: "text not null",
    created_at: "bigint not null",
  }),
};

/** A column of `grants`. `mapped`: 1 where a sign-in by a role mapping gave the role, and may take it. */
export const mappedColumns = { mapped: "integer" } as const;

export const federation: Migration = {
  name: "0008-federation",
  statements: [
    ...creating(federationTables),
    `create index federation_parts_listed on federation_parts (federation_id, kind, created_at, id)`,
    `create index federation_parts_named on federation_parts (kind, name)`,
    `create index federation_parts_of on federation_parts (org_id, kind)`,
    `create unique index federation_of on federation_parts (org_id) where kind = 'connectedOrg'`,
    `alter table grants add column mapped integer`,
  ],
};
