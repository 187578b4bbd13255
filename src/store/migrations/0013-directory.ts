// What lists of people are sorted and searched by, beside the roles and the teams that make somebody be in them: a page of a
// hundred thousand then reads one index, and no other row. Triggers keep the copies, so that nothing that gives a role, in
// this version or the one before, can leave somebody out of a list.

/** Of a person: given and family name, in either order, without regard to case as far as the engine knows letters. */
const names = (of: string) =>
  `lower(${of}.first_name || ' ' || ${of}.last_name || ' ' || ${of}.last_name || ${of}.first_name)`;

/** The tables with copies, and the column that says whose they are. */
const copies = [
  ["grants", "principal_id"],
  ["team_members", "user_id"],
] as const;

const copying = copies.flatMap(([table, whose]) => [
  {
    sqlite: `create trigger ${table}_directory after insert on ${table} when new.username_key is null begin
      update ${table} set
        username_key = (select username_key from users where id = new.${whose}),
        names = (select ${names("users")} from users where id = new.${whose})
      where rowid = new.rowid;
    end`,
    postgres: `create or replace function ${table}_directory() returns trigger language plpgsql as $$
      begin
        if new.username_key is null then
          select username_key, ${names("users")} into new.username_key, new.names from users where id = new.${whose};
        end if;
        return new;
      end $$`,
  },
  {
    postgres: `create trigger ${table}_directory before insert on ${table}
      for each row execute function ${table}_directory()`,
  },
]);

const renaming = copies.map(
  ([table, whose]) => `update ${table} set names = ${names("new")} where ${whose} = new.id;`,
);

const added = copies.flatMap(([table]) => [
  // Null for a credential, and for a person until it is filled.
  `alter table ${table} add column username_key text`,
  `alter table ${table} add column names text`,
]);

/** Rows of before, a thousand at a time. */
const filling = copies.map(([table, whose]) => {
  const fill = (row: string) => `update ${table} set
    username_key = (select username_key from users where id = ${table}.${whose}),
    names = (select ${names("users")} from users where id = ${table}.${whose})
    where ${row} in (select ${table}.${row} from ${table} join users on users.id = ${table}.${whose}
      where ${table}.username_key is null limit 1000)`;
  return { sqlite: fill("rowid"), postgres: fill("ctid") };
});

export const directory = {
  name: "0013-directory",
  statements: [
    ...added,
    ...copying,
    {
      sqlite: `create trigger users_directory after update of first_name, last_name on users begin ${renaming.join(" ")} end`,
      postgres: `create or replace function users_directory() returns trigger language plpgsql as $$
        begin ${renaming.join(" ")} return null; end $$`,
    },
    {
      postgres: `create trigger users_directory after update of first_name, last_name on users
        for each row execute function users_directory()`,
    },

    `create index if not exists people_in_org on grants (org_id, username_key, role, names)
      where group_id is null and username_key is not null`,
    `create index if not exists people_in_group on grants (group_id, username_key, role, names)
      where group_id is not null and username_key is not null`,
    `create index if not exists people_in_team on team_members (team_id, username_key, names)`,
    // The newest of each address comes first.
    `create index if not exists invites_of_address_in_org on invites (org_id, username_key, created_at, id, status, expires_at)
      where group_id is null`,
    `create index if not exists invites_of_address_in_group on invites (group_id, username_key, created_at, id, status, expires_at)
      where group_id is not null`,
  ],
  fills: filling,
};
