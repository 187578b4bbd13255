// What was made in deployments for the database users and roles of projects, and what is still to be made, changed or dropped there.
import { creating, type Migration, tableWith } from "../migration.ts";

export const provisionTables = {
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

export const provisions: Migration = {
  name: "0010-provisions",
  statements: [
    ...creating(provisionTables),
    `create index provisions_of_group on provisions (group_id)`,
    `create index provisions_waiting on provisions (deployment, due_at) where waits_since is not null`,
  ],
};
