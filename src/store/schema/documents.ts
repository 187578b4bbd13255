// What organizations, projects and federations keep as documents, and what deployments hold for it.
import { type Step, table, tableWith } from "../migration.ts";

export const documentTables = {
  org_documents: tableWith(["primary key (org_id, kind)"], {
    org_id: "text not null references orgs (id) on delete cascade",
    kind: "text not null check (kind in ('settings', 'delegation', 'maintenance'))",
    document: "text not null",
  }),
  group_documents: tableWith(["primary key (group_id, kind)"], {
    group_id: "text not null references groups (id) on delete cascade",
    kind: "text not null check (kind in ('settings'))",
    document: "text not null",
  }),
  // `document` is JSON. `name` is what paths name it by, among those of its kind; `sealed_secret` no answer shows. From `ends_at` on it is gone.
  group_resources: tableWith(["unique (group_id, kind, name)"], {
    id: "text primary key check (length(id) = 24)",
    group_id: "text not null references groups (id) on delete cascade",
    kind: "text not null",
    name: "text not null",
    document: "text not null",
    sealed_secret: "text",
    created_at: "bigint not null",
    ends_at: "bigint",
  }),
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
  // `document` is JSON.
  resource_policies: tableWith(["unique (org_id, name)"], {
    id: "text primary key check (length(id) = 24)",
    org_id: "text not null references orgs (id) on delete cascade",
    name: "text not null",
    document: "text not null",
    created_at: "bigint not null",
  }),
  // `group_names` is a JSON list: those of the provider's groups that the mappings name. `declined_at` is when the person said "not now".
  federation_offers: tableWith(["primary key (user_id, org_id)"], {
    user_id: "text not null references users (id) on delete cascade",
    org_id: "text not null references orgs (id) on delete cascade",
    issuer: "text not null",
    group_names: "text not null",
    offered_at: "bigint not null",
    declined_at: "bigint",
  }),
  // No foreign key: what a project left in a deployment is known until it is dropped there. `applied` tells what was made, and `is_begun` that
  // a command was sent whose outcome is not known; `version` grows with each. `waits_since`, `due_at` and `tries` are of what is still to be done.
  provisions: tableWith(["unique (deployment, group_id, kind, name)"], {
    id: "text primary key check (length(id) = 24)",
    deployment: "text not null",
    group_id: "text not null",
    kind: "text not null check (kind in ('USER', 'ROLE'))",
    name: "text not null",
    mark: "text not null",
    applied: "text",
    is_begun: "integer not null check (is_begun in (0, 1))",
    lacks_roles: "integer not null check (lacks_roles in (0, 1))",
    version: "bigint not null",
    sealed_secret: "text",
    waits_since: "bigint",
    due_at: "bigint not null",
    tries: "integer not null",
    problem: "text",
  }),
};

export const documentStatements: readonly Step[] = [
  `create index group_resources_listed on group_resources (group_id, kind, created_at, id)`,
  `create index group_resources_ending on group_resources (ends_at) where ends_at is not null`,
  `create index federation_parts_listed on federation_parts (federation_id, kind, created_at, id)`,
  `create index federation_parts_named on federation_parts (kind, name)`,
  `create index federation_parts_of on federation_parts (org_id, kind)`,
  `create unique index federation_of on federation_parts (org_id) where kind = 'connectedOrg'`,
  `create index provisions_of_group on provisions (group_id)`,
  `create index provisions_waiting on provisions (deployment, due_at) where waits_since is not null`,
];
