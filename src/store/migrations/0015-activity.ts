// Lists of people by their last activity, out of one index: the instant is copied beside what makes somebody be in a list, as
// names are (see migration 13). And the indexes of lists again, with the column of their own condition at the end: SQLite looks
// that up in the row otherwise.

const copies = [
  ["grants", "principal_id"],
  ["team_members", "user_id"],
] as const;

/** -1 for somebody who never was active. */
const lastOf = (whose: string) => `(select coalesce(last_auth_at, -1) from users where id = ${whose})`;

const renewing = copies.map(
  ([table, whose]) =>
    `update ${table} set last_auth_at = coalesce(new.last_auth_at, -1) where ${whose} = new.id;`,
);

const fill = (row: string) =>
  copies.map(
    ([table, whose]) => `update ${table} set last_auth_at = ${lastOf(`${table}.${whose}`)}
      where ${row} in (select ${table}.${row} from ${table} join users on users.id = ${table}.${whose}
        where ${table}.last_auth_at is null limit 1000)`,
  );
const [sqliteFills, postgresFills] = [fill("rowid"), fill("ctid")];

export const activity = {
  name: "0015-activity",
  statements: [
    // Null for a credential, and for a person until it is filled.
    ...copies.map(([table]) => `alter table ${table} add column last_auth_at bigint`),
    ...copies.flatMap(([table, whose]) => [
      {
        sqlite: `create trigger ${table}_activity after insert on ${table} when new.last_auth_at is null begin
          update ${table} set last_auth_at = ${lastOf(`new.${whose}`)} where rowid = new.rowid;
        end`,
        postgres: `create or replace function ${table}_activity() returns trigger language plpgsql as $$
          begin
            if new.last_auth_at is null then new.last_auth_at := ${lastOf(`new.${whose}`)}; end if;
            return new;
          end $$`,
      },
      {
        postgres: `create trigger ${table}_activity before insert on ${table}
          for each row execute function ${table}_activity()`,
      },
    ]),
    {
      sqlite: `create trigger users_activity after update of last_auth_at on users begin ${renewing.join(" ")} end`,
      postgres: `create or replace function users_activity() returns trigger language plpgsql as $$
        begin ${renewing.join(" ")} return null; end $$`,
    },
    {
      postgres: `create trigger users_activity after update of last_auth_at on users
        for each row execute function users_activity()`,
    },
    `create index if not exists people_in_org_by_activity on grants (org_id, last_auth_at, username_key, role, names, group_id)
      where group_id is null and username_key is not null`,
    `create index if not exists people_in_group_by_activity on grants (group_id, last_auth_at, username_key, role, names)
      where group_id is not null and username_key is not null`,
    {
      sqlite: `create index if not exists people_in_org_alone on grants (org_id, username_key, role, names, group_id)
      where group_id is null and username_key is not null`,
    },
    {
      sqlite: `create index if not exists invites_to_org_alone on invites (org_id, username_key, created_at, id, status, expires_at, group_id)
      where group_id is null`,
    },
  ],
  fills: copies.map((_, nth) => ({ sqlite: sqliteFills[nth] ?? "", postgres: postgresFills[nth] ?? "" })),
};
