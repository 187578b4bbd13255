// Proves that SQLite's cache equals what a query would read: whatever changes, whoever changes it, and whatever is rolled back.
import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import type { Connection } from "./database.ts";
import { openFile } from "./driver.ts";
import { everything, hubs, Memory, rememberedTables, spoiledBy } from "./memory.ts";
import { migrate } from "./migrate.ts";
import { openSqlite } from "./sqlite.ts";

const grantsOf = (id: string, isRemembered = true) => ({
  sql: 'select "role" from "grants" where "principal_id" = ? order by "role"',
  values: [id],
  isRemembered,
});

async function open(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), "anteroom-memory-"));
  const file = join(folder, "store");
  const database = openSqlite(file);
  t.after(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });
  const run = async (connection: Connection, sql: string) => connection.change({ sql, values: [] });
  await database.write(async (connection) => {
    await run(connection, "create table principals (id text primary key)");
    await run(
      connection,
      "create table grants (principal_id text references principals (id) on delete cascade, role text)",
    );
    await run(connection, "create table events (id text)");
  });
  const rolesOf = async (connection: Connection, id: string, isRemembered = true) =>
    ((await connection.rows(grantsOf(id, isRemembered))) as { role: string }[]).map(({ role }) => role);
  return {
    database,
    file,
    rolesOf,
    write: (...statements: string[]) =>
      database.write(async (connection) => {
        for (const sql of statements) await run(connection, sql);
      }),
    read: (id: string) => database.read((connection) => rolesOf(connection, id)),
    run,
  };
}

const person = (id: string) => `insert into principals values ('${id}')`;
const grant = (id: string, role: string) => `insert into grants values ('${id}', '${role}')`;

test("the same rows are given until a change may alter them", async (t) => {
  const { write, database } = await open(t);
  await write(person("a"), grant("a", "OWNER"));
  const rows = () => database.read(async (connection) => connection.rows(grantsOf("a")));
  const first = await rows();
  await write("insert into events values ('1')", "update events set id = '2'");
  equal(await rows(), first);
  await write("delete from events");
  equal(await rows(), first);
  await write("delete from principals where id = 'b'");
  ok((await rows()) !== first);
});

test("a change is seen from its commit on: of its table, of one it hangs on, and of another process", async (t) => {
  const { write, read, file } = await open(t);
  await write(person("a"), grant("a", "OWNER"));
  deepEqual(await read("a"), ["OWNER"]);
  await write("update grants set role = 'READER'");
  deepEqual(await read("a"), ["READER"]);
  const other = openFile(file);
  other.exec("update grants set role = 'OTHER'");
  deepEqual(await read("a"), ["OTHER"]);
  other.close();
  await write("delete from principals");
  deepEqual(await read("a"), []);
});

test("what a unit has changed it sees at once, and nobody else before the commit, or after it is undone", async (t) => {
  const { database, write, read, rolesOf, run } = await open(t);
  await write(person("a"), grant("a", "OWNER"));
  deepEqual(await read("a"), ["OWNER"]);
  const failing = database.write(async (connection) => {
    deepEqual(await rolesOf(connection, "a"), ["OWNER"]);
    await run(connection, "delete from grants");
    deepEqual(await rolesOf(connection, "a"), []);
    deepEqual(await read("a"), ["OWNER"]);
    deepEqual(await rolesOf(connection, "a"), []);
    throw new Error("undone");
  });
  equal((await failing.catch((reason: Error) => reason.message)) as unknown, "undone");
  deepEqual(await read("a"), ["OWNER"]);
});

test("a revocation that is acknowledged lets nobody in, however it is raced", async (t) => {
  const { database, write, read, rolesOf } = await open(t);
  await write(person("a"));
  for (let round = 0; round < 500; round++) {
    await write(grant("a", "OWNER"));
    let isRevoked = false;
    const look = async () => {
      for (let time = 0; time < 4; time++) {
        const wasRevoked = isRevoked;
        const roles = await (time % 2 === 0
          ? read("a")
          : database.write((connection) => rolesOf(connection, "a")));
        if (wasRevoked) deepEqual(roles, []);
      }
    };
    const revoke = async () => {
      await write("delete from grants");
      isRevoked = true;
    };
    await Promise.all([look(), look(), revoke(), look(), look()]);
    deepEqual(await read("a"), []);
  }
});

test("remembered or not, every unit of any mixture reads the same", async (t) => {
  const { database, write, rolesOf, run } = await open(t);
  await write(person("a"), person("b"));
  const id = fc.constantFrom("a", "b");
  const change = fc.oneof(
    fc.record({ id, role: fc.constantFrom("OWNER", "READER") }).map((of) => grant(of.id, of.role)),
    id.map((of) => `delete from grants where principal_id = '${of}'`),
    id.map((of) => `update grants set role = role || '+' where principal_id = '${of}'`),
    fc.constant("insert into events values ('1')"),
  );
  const unit = fc.record({
    writes: fc.boolean(),
    steps: fc.array(fc.oneof(change, id), { maxLength: 5 }),
    fails: fc.boolean(),
  });
  const perform = ({ writes, steps, fails }: { writes: boolean; steps: string[]; fails: boolean }) =>
    database[writes ? "write" : "read"](async (connection) => {
      for (const step of steps) {
        if (step.length === 1) {
          deepEqual(await rolesOf(connection, step), await rolesOf(connection, step, false));
        } else if (writes) {
          await run(connection, step);
        }
      }
      if (fails) throw new Error("undone");
    }).catch((reason: Error) => equal(reason.message, "undone"));
  await fc.assert(
    fc.asyncProperty(fc.array(unit, { maxLength: 12 }), async (units) => {
      await Promise.all(units.map(perform));
    }),
    { numRuns: 300 },
  );
});

test("a change of one table leaves what is read of others, even within its unit", async (t) => {
  const { write, database } = await open(t);
  await write("create table invites (id text)", person("a"), grant("a", "OWNER"));
  const ids = { sql: 'select "id" from "invites"', values: [], isRemembered: true };
  const look = () =>
    database.read(async (connection) => [await connection.rows(grantsOf("a")), await connection.rows(ids)]);
  const [grants, invites] = await look();
  await database.write(async (connection) => {
    connection.change({ sql: "insert into invites values ('1')", values: [] });
    equal(await connection.rows(grantsOf("a")), grants);
    deepEqual(await connection.rows(ids), [{ id: "1" }]);
  });
  const [sameGrants, otherInvites] = await look();
  equal(sameGrants, grants);
  deepEqual([invites, otherInvites], [[], [{ id: "1" }]]);
  await write("delete from invites");
  deepEqual(await look(), [grants, []]);
});

test("what may be remembered is read from few tables", () => {
  const memory = new Memory(() => 1);
  const read = { sql: 'select "id" from "events"', values: [] };
  throws(() => memory.recall(memory.enter(), new Set(), read, () => []), /what is read of events/);
});

test("a change spoils its table, and everything where it may reach others", () => {
  const spoiled = (sql: string) => spoiledBy(sql) ?? "nothing";
  for (const sql of [
    'insert into "events" values (1)',
    'update "users" set "first_name" = ?',
    'insert into "principals" values (1)',
    'delete from "links" where "expires_at" <= ?',
  ]) {
    equal(spoiled(sql), "nothing");
  }
  for (const verb of ["insert into", "update", "delete from"]) equal(spoiled(`${verb} "grants" `), "grants");
  equal(spoiled('delete from "invites" where "id" in (select 1)'), "invites");
  for (const sql of [
    'delete from "principals"',
    'update "groups" set "org_id" = ?',
    "drop table events",
    "with old as (select 1) delete from grants",
    "UPDATE x",
  ]) {
    equal(spoiled(sql), everything);
  }
});

test("whatever a remembered table hangs on, however far, is known as a hub", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "anteroom-memory-"));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, "anteroom.db");
  const database = openSqlite(path);
  await migrate(database);
  await database.close();
  const file = openFile(path, { isReadOnly: true });
  const parents = file.prepare('select distinct "table" as "parent" from pragma_foreign_key_list(?)');
  const parentsOf = (table: string) => parents.all([table]).map((row) => (row as { parent: string }).parent);
  const found = new Set<string>();
  const climb = (table: string) => {
    for (const parent of parentsOf(table)) {
      if (found.has(parent)) continue;
      found.add(parent);
      climb(parent);
    }
  };
  for (const table of rememberedTables) climb(table);
  file.close();
  deepEqual([...found].sort(), [...hubs].sort());
});
