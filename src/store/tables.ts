// The tables as Kysely sees them: what the migrations declare, in camelCase. What a later migration adds is added to these types.
import { accessTables } from "./migrations/0001-access.ts";
import { recordTables } from "./migrations/0002-records.ts";
import { codeTables } from "./migrations/0003-codes.ts";
import { noticeColumns } from "./migrations/0004-notices.ts";
import { listedColumns } from "./migrations/0005-listed-invites.ts";
import { passkeyTables, proofColumns } from "./migrations/0006-passkeys.ts";
import { resourceTables } from "./migrations/0007-resources.ts";
import { federationTables, mappedColumns } from "./migrations/0008-federation.ts";
import { policyTables } from "./migrations/0009-resource-policies.ts";
import { provisionTables } from "./migrations/0010-provisions.ts";
import { offerTables } from "./migrations/0011-federation-offers.ts";
import { lacksFactorColumns } from "./migrations/0012-lines-without-factor.ts";

/** All tables, parents before children. `migrate` makes the first. */
export const tables = {
  meta: { columns: { key: "text primary key", value: "text not null" } },
  ...accessTables,
  grants: { columns: { ...accessTables.grants.columns, ...mappedColumns } },
  invite_group_roles: { columns: { ...accessTables.invite_group_roles.columns, ...listedColumns } },
  ...recordTables,
  ...codeTables,
  authorization_codes: { columns: { ...codeTables.authorization_codes.columns, ...lacksFactorColumns } },
  device_grants: { columns: { ...recordTables.device_grants.columns, ...lacksFactorColumns } },
  command_lines: { columns: { ...recordTables.command_lines.columns, ...lacksFactorColumns } },
  outbox: { columns: { ...recordTables.outbox.columns, ...noticeColumns } },
  sessions: { columns: { ...recordTables.sessions.columns, ...proofColumns } },
  ...passkeyTables,
  ...resourceTables,
  ...federationTables,
  ...policyTables,
  ...provisionTables,
  ...offerTables,
} as const;

type Camel<Name> = Name extends `${infer First}_${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;

type WordsIn<List extends string> = List extends `${infer First}', '${infer Rest}`
  ? First | WordsIn<Rest>
  : List;

/** Both engines keep truth as an integer. */
type ValueOf<Sql> = Sql extends `${string} in (0, 1)${string}`
  ? 0 | 1
  : Sql extends `${string} in ('${infer List}')${string}`
    ? WordsIn<List>
    : Sql extends `text${string}`
      ? string
      : number;

type IsRequired<Sql> = Sql extends `${string}not null${string}` | `${string}primary key${string}`
  ? true
  : false;

type RowOf<Columns> = {
  [Name in keyof Columns as Camel<Name>]: IsRequired<Columns[Name]> extends true
    ? ValueOf<Columns[Name]>
    : ValueOf<Columns[Name]> | null;
};

export type Tables = {
  [Name in keyof typeof tables as Camel<Name>]: RowOf<(typeof tables)[Name]["columns"]>;
};
