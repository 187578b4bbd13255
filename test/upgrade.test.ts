// A store is brought to the newest schema from each schema before it, and a server whose schema a newer version has changed
// says so.
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Database } from "../src/core/store/database.ts";
import { migrate, migrations } from "../src/core/store/migrate.ts";
import type { Migration } from "../src/core/store/migration.ts";
import { openDatabase, openStore } from "../src/server/open-store.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { type EngineName, engines, skipReason } from "./support/engines.ts";
import { createStorage, locationOf } from "./support/storage.ts";
import { ids, seed } from "./support/world.ts";

async function begin(t: TestContext, engine: EngineName) {
  const storage = await createStorage(t, engine);
  const database = await openDatabase(locationOf(storage));
  t.after(() => database.close());
  return { storage, database };
}

const run = (database: Database, ...statements: string[]) =>
  database.write(async (connection) => {
    for (const sql of statements) await connection.change({ sql, values: [] });
  });

const ask = (database: Database, sql: string) =>
  database.read((connection) => connection.rows({ sql, values: [] }));

const world = [
  `insert into orgs (id, name, created_at, skip_default_alerts_settings, api_access_list_required) values ('${ids.org}', 'Acme', 1, 0, 0)`,
];
/** The number of projects: a fill takes three steps for them. */
const count = 2500;
const groupsFor = (engine: EngineName) => {
  const id = engine === "sqlite" ? "printf('a%023d', i)" : "'a' || lpad(i::text, 23, '0')";
  return `insert into groups (id, org_id, name, created_at, with_default_alerts_settings)
    with recursive numbers(i) as (select 1 union all select i + 1 from numbers where i < ${count})
    select ${id}, '${ids.org}', 'group ' || i, 1, 0 from numbers`;
};

/**
 * A migration as a next version could have it: a column that is filled for rows that are there, and by a trigger for those of
 * servers of the version before.
 */
const tomorrow: Migration = {
  name: "9999-labels",
  statements: [
    "alter table groups add column label text",
    {
      sqlite: `create trigger groups_labelled after insert on groups when new.label is null begin
        update groups set label = upper(name) where id = new.id;
      end`,
      postgres: `create or replace function groups_labelled() returns trigger language plpgsql as $$
        begin new.label := coalesce(new.label, upper(new.name)); return new; end $$`,
    },
    {
      postgres:
        "create trigger groups_labelled before insert on groups for each row execute function groups_labelled()",
    },
    "create index if not exists groups_by_label on groups (label)",
  ],
  fills: [
    "update groups set label = upper(name) where id in (select id from groups where label is null limit 1000)",
  ],
};
const all = [...migrations, tomorrow];

for (const engine of engines) {
  const skip = skipReason(engine);

  for (let known = 1; known < all.length; known++) {
    test(`from ${all[known - 1]?.name} on ${engine}: all that was there, and what servers of then go on to write`, {
      skip,
    }, async (t) => {
      const { database } = await begin(t, engine);
      await migrate(database, { all: all.slice(0, known) });
      await run(database, ...world, groupsFor(engine));
      deepEqual(
        await migrate(database, { all }),
        all.slice(known).map(({ name }) => name),
      );
      await run(
        database,
        `insert into groups (id, org_id, name, created_at, with_default_alerts_settings) values ('${ids.group}', '${ids.org}', 'later', 1, 0)`,
      );
      deepEqual(await ask(database, "select count(*) as n from groups where label = upper(name)"), [
        { n: count + 1 },
      ]);
      deepEqual(await ask(database, "select name from orgs"), [{ name: "Acme" }]);
      deepEqual(
        await ask(database, "select name from migrations order by name"),
        all.map(({ name }) => ({ name })),
      );
      deepEqual(await migrate(database, { all }), []);
    });
  }

  test(`a server begins and goes on with a newer schema on ${engine} that only adds`, { skip }, async (t) => {
    const { storage, database } = await begin(t, engine);
    await migrate(database);
    await run(
      database,
      "alter table orgs add column note text",
      "insert into migrations (name) values ('9999-notes')",
    );
    const server = await createAnteroom({ ...storage.options, seed });
    t.after(() => server.close());
    equal((await server.fetch(`/api/atlas/v2/orgs/${ids.org}`)).status, 401);
  });

  test(`with one on ${engine} that takes away, it is not begun, and answers 503 where it runs`, {
    skip,
  }, async (t) => {
    const { storage, database } = await begin(t, engine);
    const server = await createAnteroom({ ...storage.options, seed });
    t.after(() => server.close());
    const list = () => server.atlas.listOrgTeams({ orgId: ids.org });
    equal((await list()).totalCount, 1);
    await run(
      database,
      "alter table teams rename to crews",
      "insert into migrations (name) values ('9999-crews!')",
    );
    const newest = migrations.at(-1)?.name;
    const flaw = `was written by a newer Anteroom \\(its schema is 9999-crews!, that of version [\\d.]+ is ${newest}\\); update Anteroom`;
    await rejects(list(), (reason: { status: number; errorCode: string; detail: string }) => {
      equal(reason.status, 503);
      match(reason.detail, new RegExp(`The database ${flaw}`));
      return true;
    });
    // What is still there is answered.
    equal((await server.atlas.getOrg({ orgId: ids.org })).name, "Acme");
    await rejects(openStore(locationOf(storage)), new RegExp(`the database ${flaw}`));
  });

  test(`no version is skipped on ${engine} while servers may use what is taken away`, { skip }, async (t) => {
    const { database } = await begin(t, engine);
    const adds = { name: "9998-adds", statements: ["alter table orgs add column title text"] };
    const drops = {
      name: "9999-drops!",
      since: adds.name,
      statements: ["alter table orgs drop column most_users"],
    };
    await migrate(database);
    const all = [...migrations, adds, drops];
    if (engine === "postgres") {
      await rejects(
        migrate(database, { all }),
        /skips a version: .* 9999-drops! removes\. Migrate with the version whose schema is 9998-adds/,
      );
      deepEqual(await migrate(database, { all: [...migrations, adds] }), [adds.name]);
      deepEqual(await migrate(database, { all }), [drops.name]);
    } else deepEqual(await migrate(database, { all }), [adds.name, drops.name]);
  });
}
