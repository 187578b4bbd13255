// The form of a migration, and of its tables.

/** The SQL for both engines, for each, or for one alone. */
export type Step = string | { readonly sqlite?: string; readonly postgres?: string };

export interface Migration {
  /** The name; it ends in `!` if a version that does not know the migration cannot continue. All others only add. */
  readonly name: string;
  /** The migration with which a released version stopped using what this one removes; for a name that ends in `!`. */
  readonly since?: string;
  readonly statements: readonly Step[];
  /** The statements that fill new columns, some rows at a time each time they run; the migration ends when no row is left. */
  readonly fills?: readonly Step[];
}

/** SQL by the name of a column. */
type Columns = Readonly<Record<string, string>>;

export interface Table<Some extends Columns = Columns> {
  readonly columns: Some;
  /** The constraints on several columns together. */
  readonly constraints: readonly string[];
}

export const tableWith = <const Some extends Columns>(
  constraints: readonly string[],
  columns: Some,
): Table<Some> => ({ columns, constraints });

export const table = <const Some extends Columns>(columns: Some): Table<Some> => tableWith([], columns);

export const creating = (tables: Readonly<Record<string, Table>>): string[] =>
  Object.entries(tables).map(([name, { columns, constraints }]) => {
    const parts = Object.entries(columns).map(([column, sql]) => `${column} ${sql}`);
    return `create table ${name} (${[...parts, ...constraints].join(", ")})`;
  });
