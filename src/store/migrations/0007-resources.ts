// What projects keep for the databases behind them: who may reach these, and what watches them.
import { creating, type Migration, tableWith } from "../migration.ts";

export const resourceTables = {
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
};

export const resources: Migration = {
  name: "0007-resources",
  statements: [
    ...creating(resourceTables),
    `create index group_resources_listed on group_resources (group_id, kind, created_at, id)`,
    `create index group_resources_ending on group_resources (ends_at) where ends_at is not null`,
  ],
};
