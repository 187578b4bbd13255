// Rows put past the server into a stage's database, for what no operation makes, or not so many of.
import type { tables } from "../../src/core/store/tables.ts";
import { expiry, now, type Stage } from "./stage.ts";
import { ids } from "./world.ts";

type Tables = typeof tables;
type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

const at = Date.parse(now);
const key = ({ username }: Row): Row => ({ username_key: String(username).toLowerCase() });

/** The values of columns of a row that does not set them; columns that are null by default are left to the database. */
const defaults: { readonly [Table in keyof Tables]?: (row: Row) => Row } = {
  grants: () => ({ org_id: ids.org, created_at: at }),
  groups: () => ({ org_id: ids.org, created_at: at, with_default_alerts_settings: 1 }),
  invites: (row) => ({
    org_id: ids.org,
    ...key(row),
    inviter_username: "somebody",
    status: "PENDING",
    created_at: at,
    expires_at: Date.parse(expiry),
    amended_at: at,
  }),
  access_entries: () => ({ created_at: at }),
  team_grants: () => ({ org_id: ids.org, group_id: ids.group }),
  teams: () => ({ org_id: ids.org, created_at: at }),
  users: (row) => ({ ...key(row), first_name: "", last_name: "", created_at: at }),
};

const literal = (value: string | number | null): string =>
  typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);

/** Inserts rows, with defaults for what they do not say. */
export function fill<Table extends keyof Tables>(
  stage: Stage,
  table: Table,
  ...rows: readonly { readonly [Column in keyof Tables[Table]["columns"]]?: Value }[]
): void {
  const whole = rows.map((row) => ({ ...defaults[table]?.(row as Row), ...row }) as Row);
  const columns = Object.keys(whole[0] ?? {});
  const values = whole.map((row) => `(${columns.map((column) => literal(row[column] ?? null)).join()})`);
  stage.execute(`insert into ${table} (${columns.join()}) values ${values.join()}`);
}

/** Makes a row for each number from 1, with an id that contains it. */
export const numbered = <Row>(count: number, row: (id: string, number: number) => Row): Row[] =>
  Array.from({ length: count }, (_, index) => row((index + 1).toString(16).padStart(24, "0"), index + 1));

/** Invites so many addresses to the seeded project, or to its organization. */
export function inviteMany(stage: Stage, count: number, to: "group" | "org"): void {
  const where = (id: string) => (to === "group" ? { group_id: ids.group } : { user_id: id });
  const row = (id: string, number: number) => ({ id, username: `${number}@example.com`, ...where(id) });
  fill(stage, "invites", ...numbered(count, row));
}

/** Ids of the rows a query finds. */
export const idsOf = (stage: Stage, sql: string): string[] =>
  (stage.rows(sql) as { id: string }[]).map(({ id }) => id);
