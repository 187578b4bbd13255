// The tables of documents of organizations, projects and federations, and of the users and roles that deployments have for
// them.
import { type Step, tableWith } from "../migration.ts";

export const documentTables = {
  // `document` is JSON. It belongs to a project, to an organization, or to a federation; a provider of a federation belongs to
  // no organization, while a connection and a role mapping do. A federation exists while it has a connection. `name` identifies
  // it in paths, among documents of its kind: empty for a kind with only one, the issuer of a provider. No answer shows
  // `sealed_secret`. From `ends_at` on the document no longer exists.
  documents: tableWith(["check ((group_id is null) <> (org_id is null and federation_id is null))"], {
    id: "text primary key check (length(id) = 24)",
    group_id: "text references groups (id) on delete cascade",
    org_id: "text references orgs (id) on delete cascade",
    federation_id: "text check (length(federation_id) = 24)",
    kind: "text not null",
    name: "text not null",
    document: "text not null",
    sealed_secret: "text",
    created_at: "bigint not null",
    ends_at: "bigint",
  }),
  // `group_names` is a JSON list of the provider's groups that the mappings name. `declined_at` is when the person said "not
  // now".
  federation_offers: tableWith(["primary key (user_id, org_id)"], {
    user_id: "text not null references users (id) on delete cascade",
    org_id: "text not null references orgs (id) on delete cascade",
    issuer: "text not null",
    group_names: "text not null",
    offered_at: "bigint not null",
    declined_at: "bigint",
  }),
  // No foreign key: what a project left in a deployment stays known until it is dropped there. `applied` says what was created,
  // and `is_begun` that a command was sent whose outcome is unknown; `version` grows with each command. `waits_since`, `due_at`
  // and `tries` are about what is still to be done.
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
  `create unique index documents_of_group on documents (group_id, kind, name) where group_id is not null`,
  `create unique index documents_of_org on documents (org_id, kind, name) where org_id is not null`,
  `create index documents_listed on documents (group_id, kind, created_at, id) where group_id is not null`,
  `create index documents_ending on documents (ends_at) where ends_at is not null`,
  `create index documents_federated on documents (federation_id, kind, created_at, id) where federation_id is not null`,
  `create index documents_federated_named on documents (kind, name) where federation_id is not null`,
  `create index provisions_of_group on provisions (group_id)`,
  `create index provisions_waiting on provisions (deployment, due_at) where waits_since is not null`,
];
