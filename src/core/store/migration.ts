// The form of a migration, and of the tables that it makes.

/** SQL for both engines, or for each its own, or for one alone. */
export type Step = string | { readonly sqlite?: string; readonly postgres?: string };

export interface Migration {
  /** Ends in `!` where a version that does not know it cannot go on; all others only add. */
  readonly name: string;
  /** The migration, for a name that ends in `!`, with which a released version stopped using what this one removes. */
  readonly since?: string;
  readonly statements: readonly Step[];
  /** Fills what the statements made, some rows at a time, each time it runs; the migration ends once none is left to fill. */
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
