// Builders of plain statements about one table: the values that columns are compared with, or set to, are their arguments.
import type {
  DeleteQueryBuilder,
  DeleteResult,
  SelectQueryBuilder,
  UpdateQueryBuilder,
  UpdateResult,
} from "kysely";
import type { Instant } from "../domain/instant.ts";
import type { Builder } from "./query.ts";
import type { Tables } from "./tables.ts";

type Column<Table extends keyof Tables> = keyof Tables[Table] & string;
type TablesWith<Name extends string> = {
  [Table in keyof Tables]: Name extends keyof Tables[Table] ? Table : never;
}[keyof Tables];

/** The values that columns are compared with, in order: nothing is equal to null. */
type Values<Row, Columns extends readonly (keyof Row)[]> = {
  readonly [Index in keyof Columns]: NonNullable<Row[Columns[Index]]>;
};

interface Rows<Some> {
  where(column: never, is: "=", value: never): Some;
}

const matching = <Some extends Rows<Some>>(
  all: Some,
  columns: readonly string[],
  values: readonly unknown[],
) => columns.reduce((some, column, index) => some.where(column as never, "=", values[index] as never), all);

/** Selects columns of the rows whose `keys` have the values of the arguments. */
export const selection =
  <Table extends keyof Tables, Shown extends Column<Table>, const Keys extends readonly Column<Table>[]>(
    table: Table,
    columns: readonly Shown[],
    ...keys: Keys
  ) =>
  (
    db: Builder,
    ...values: Values<Tables[Table], Keys>
  ): SelectQueryBuilder<Tables, Table, Pick<Tables[Table], Shown>> =>
    matching(db.selectFrom(table as never).select(columns as never), keys, values) as never;

/** Removes the rows whose `keys` have the values of the arguments. */
export const removal =
  <Table extends keyof Tables, const Keys extends readonly Column<Table>[]>(table: Table, ...keys: Keys) =>
  (db: Builder, ...values: Values<Tables[Table], Keys>): DeleteQueryBuilder<Tables, Table, DeleteResult> =>
    matching(db.deleteFrom(table as never), keys, values) as never;

/** Removes the rows that have expired at an instant. */
export const expiry =
  <Table extends TablesWith<"expiresAt">>(table: Table) =>
  (db: Builder, now: Instant): DeleteQueryBuilder<Tables, Table, DeleteResult> =>
    db.deleteFrom(table as "links").where("expiresAt", "<=", now) as never;

/** Sets one column of the row with an id. */
export const setting =
  <Table extends TablesWith<"id">, Changed extends Column<Table>>(table: Table, column: Changed) =>
  (
    db: Builder,
    id: string,
    value: Tables[Table][Changed],
  ): UpdateQueryBuilder<Tables, Table, Table, UpdateResult> =>
    db
      .updateTable(table as "orgs")
      .set({ [column]: value })
      .where("id", "=", id) as never;
