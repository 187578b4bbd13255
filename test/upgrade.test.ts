// A store is brought to the newest schema from each schema before it, and a server whose schema a newer version has changed says so.
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { createAnteroom } from "../src/embedded.ts";
import { openDatabase, openStore } from "../src/server/open-store.ts";
import type { Database } from "../src/store/database.ts";
import { migrate, migrations } from "../src/store/migrate.ts";
import { type EngineName, engines, skipReason } from "./support/engines.ts";
import { createStorage, locationOf } from "./support/storage.ts";
import { ids, seed } from "./support/world.ts";

/** The first release has at least these. */
const first = 3;

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

const inviteId = (nth: number) => `5${String(nth).padStart(23, "0")}`;
/** What versions before the newest write of an invitation to the organization that gives a role in a project. */
const invite = (nth: number, status: string) => [
  `insert into invites (id, org_id, user_id, username, username_key, inviter_username, status, created_at, expires_at, amended_at)
    values ('${inviteId(nth)}', '${ids.org}', '${inviteId(nth)}', 'P${nth}', 'p${nth}', 'owner', '${status}', 1, 2, 1)`,
  `insert into invite_group_roles (invite_id, group_id, role) values ('${inviteId(nth)}', '${ids.group}', 'GROUP_OWNER')`,
];
const world = [
  `insert into orgs (id, name, created_at, skip_default_alerts_settings, api_access_list_required) values ('${ids.org}', 'Acme', 1, 0, 0)`,
  `insert into groups (id, org_id, name, created_at, with_default_alerts_settings) values ('${ids.group}', '${ids.org}', 'payments', 1, 0)`,
];
const listed = "select invite_id, username_key from invite_group_roles order by invite_id";

for (const engine of engines) {
  const skip = skipReason(engine);

  for (let known = first; known < migrations.length; known++) {
    const from = migrations[known - 1]?.name ?? "";
    test(`from ${from} on ${engine}: all that was there, and what servers of then go on to write`, {
      skip,
    }, async (t) => {
      const { database } = await begin(t, engine);
      await migrate(database, { all: migrations.slice(0, known) });
      await run(
        database,
        ...world,
        ...invite(1, "PENDING"),
        ...invite(2, "ACCEPTED"),
        ...invite(3, "REVOKED"),
      );
      deepEqual(
        await migrate(database),
        migrations.slice(known).map(({ name }) => name),
      );
      await run(
        database,
        ...invite(4, "PENDING"),
        ...invite(5, "PENDING"),
        `update invites set status = 'ACCEPTED' where id = '${inviteId(5)}'`,
      );
      deepEqual(
        await ask(database, listed),
        ["p1", null, "p3", "p4", null].map((usernameKey, index) => ({
          inviteId: inviteId(index + 1),
          usernameKey,
        })),
      );
      deepEqual(await ask(database, "select name from orgs"), [{ name: "Acme" }]);
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
        /skips a version: .* 9999-drops! takes away\. Migrate with the version whose schema is 9998-adds/,
      );
      deepEqual(await migrate(database, { all: [...migrations, adds] }), [adds.name]);
      deepEqual(await migrate(database, { all }), [drops.name]);
    } else deepEqual(await migrate(database, { all }), [adds.name, drops.name]);
  });
}
