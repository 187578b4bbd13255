// The tables as Kysely sees them: those of the schema, in camelCase, with the columns that later migrations add.
import { table } from "./migration.ts";
import { accessTables } from "./schema/access.ts";
import { documentTables } from "./schema/documents.ts";
import { inviteTables } from "./schema/invites.ts";
import { peopleTables } from "./schema/people.ts";
import { recordTables } from "./schema/records.ts";

/** All tables, parents before children. `migrate` creates the first. */
export const tables = {
  meta: table({ key: "text primary key", value: "text not null" }),
  ...accessTables,
  ...inviteTables,
  ...peopleTables,
  ...recordTables,
  ...documentTables,
} as const;

type Camel<Name> = Name extends `${infer First}_${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;

type WordsIn<List extends string> = List extends `${infer First}', '${infer Rest}`
  ? First | WordsIn<Rest>
  : List;

/** The type of a column; both engines store a boolean as an integer. */
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
