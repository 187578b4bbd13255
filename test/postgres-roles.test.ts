// Tests a server whose PostgreSQL role may read and write rows, and no more: with the SQL of docs/guides/production.md, run as
// it is written but for the names.
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import pg from "pg";
import { type OperationId, operations } from "../src/atlas/index.ts";
import { migrations } from "../src/core/store/migrate.ts";
import { anteroom, type Ended, run } from "./support/command.ts";
import { readDocuments } from "./support/documents.ts";
import { serverUrl, skipReason } from "./support/engines.ts";
import { compose, isLetIn, startNestedWorld } from "./support/nested.ts";
import { startProcess } from "./support/process.ts";
import { createFolder } from "./support/storage.ts";
import { composeCalls } from "./tables/calls.ts";

const guide = (await readDocuments()).find(({ path }) => path === "docs/guides/production.md");
const [makeRoles = "", giveRights = "", keepMigrations = "", addRole = "", ...others] = (guide?.blocks ?? [])
  .filter(({ language }) => language === "sql")
  .map(({ text }) => text);

const lacksTools =
  spawnSync("pg_dump", ["--version"]).error !== undefined && "SKIPPED: install pg_dump to run this";

/** The error that a role without a right gets. */
const denied = { code: "42501" };

interface Place {
  /** The name in place of `anteroom`, of the database and of its owner. */
  readonly name: string;
  /** The URL of the database, as one role or as the superuser. */
  url(role?: string): string;
  readonly owner: string;
  readonly serving: string;
  /** Runs statements of the guide one after the other, as psql would, in this database or before it is there. */
  run(text: string, where?: "inside" | "outside"): Promise<void>;
  /** Runs one statement in the database. */
  ask(role: string | undefined, sql: string): Promise<unknown[]>;
  migrate(role: string): Promise<Ended>;
}

/** Names that nobody has; what is made under them is removed when the test ends. */
function createPlace(t: TestContext): Place {
  const name = `anteroom_${randomBytes(6).toString("hex")}`;
  const serving = `${name}_serve`;
  const url = (role?: string, database = name) => {
    const address = new URL(serverUrl());
    address.pathname = `/${database}`;
    if (role !== undefined) [address.username, address.password] = [role, name];
    return address.href;
  };
  const query = async (address: string, ...statements: string[]) => {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      let rows: unknown[] = [];
      for (const each of statements) ({ rows } = await client.query(each));
      return rows;
    } finally {
      await client.end();
    }
  };
  t.after(() =>
    query(
      serverUrl(),
      `drop database if exists ${name} with (force)`,
      `drop role if exists ${serving}`,
      `drop role if exists ${name}`,
    ),
  );
  return {
    name,
    url,
    owner: name,
    serving,
    async run(text, where = "inside") {
      const statements = text.replaceAll("anteroom", name).split(/;\s*/).filter(Boolean);
      await query(where === "inside" ? url() : serverUrl(), ...statements);
      // As `\password` does; a server that trusts everybody needs none.
      for (const [, role] of text.replaceAll("anteroom", name).matchAll(/create role (\w+)/g)) {
        await query(serverUrl(), `alter role ${role} password '${name}'`);
      }
    },
    ask: (role, sql) => query(url(role), sql),
    migrate: (role) => anteroom(["migrate"], { env: envOf(url(role)) }),
  };
}

const envOf = (url: string) => ({
  ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642",
  ANTEROOM_DATABASE_URL: url,
});
const serve = ["serve", "--port", "0"];

/** The one sentence that a start ends with. */
const refusal = (why: string) =>
  `anteroom: the schema of the database is not the newest, and this role may not change it (${why}); run \`anteroom migrate\` with the --database-url of the role that owns the tables\n`;

test("the guide has the SQL that is run here", () => {
  ok([makeRoles, giveRights, keepMigrations, addRole].every((text) => text !== ""));
  deepEqual(others, []);
});

test("two roles on a new database", { skip: skipReason("postgres") }, async (t) => {
  const place = createPlace(t);
  await place.run(makeRoles, "outside");
  await place.run(giveRights);

  await t.test("no start before the owner made the tables", async () => {
    const { code, stderr } = await anteroom(serve, { env: envOf(place.url(place.serving)) });
    deepEqual([code, stderr], [1, refusal("permission denied for schema public")]);
  });

  await t.test("the owner makes them", async () => {
    const { code, stdout } = await place.migrate(place.owner);
    deepEqual([code, stdout], [0, `Applied ${migrations.map(({ name }) => name).join(", ")}.\n`]);
    await place.run(keepMigrations);
  });

  await t.test("a server starts with the role that may not create, alter or truncate tables", async (t) => {
    const server = await startProcess(t, serve, envOf(place.url(place.serving)));
    equal((await fetch(`${server.url}/readyz`)).status, 200);
    await server.stop();
    for (const sql of [
      "create table own (id text)",
      "create function own() returns int language sql as 'select 1'",
      "create schema own",
      "create temporary table own (id text)",
      "alter table orgs add column own text",
      "drop table orgs",
      "truncate orgs",
      "insert into migrations (name) values ('9999-own')",
      "delete from migrations",
    ]) {
      await rejects(place.ask(place.serving, sql), (reason: Error & { code?: string }) => {
        equal(reason.code, denied.code, sql);
        return true;
      });
    }
  });

  await t.test("every operation works with it", async (t) => {
    // The world below has a secret of its own.
    await place.ask(undefined, "delete from meta");
    const storage = {
      options: { databaseUrl: place.url(place.serving) },
      flags: [],
      rows: (sql: string) => place.ask(undefined, sql),
    };
    const world = await startNestedWorld(t, { storage });
    const calls = composeCalls(world.things);
    for (const id of Object.keys(operations) as OperationId[]) {
      const call = calls[id];
      for (const [first, prepared] of call.before ?? []) await world.askAs("own", compose(first, prepared));
      const reply = await world.askAs("own", compose(id, call));
      ok(isLetIn(reply), `${id}: ${reply.text}`);
      if (operations[id].method !== "GET" || call.before !== undefined) await world.rewind();
    }
  });

  await t.test("no start where the guide was followed by half, and one sentence says so", async () => {
    for (const table of ["migrations", "meta"]) {
      await place.ask(undefined, `revoke all on ${table} from ${place.serving}`);
      const { code, stderr } = await anteroom(serve, { env: envOf(place.url(place.serving)) });
      await place.ask(undefined, `grant select, insert, update on ${table} to ${place.serving}`);
      const sentence = `anteroom: the role of --database-url lacks a right (permission denied for table ${table}); give it those of docs/guides/production.md\n`;
      deepEqual([code, stderr], [1, sentence]);
    }
  });

  await t.test("it may use a table that a later migration makes", async () => {
    await place.ask(place.owner, "create table tomorrow (id text)");
    await place.ask(place.serving, "insert into tomorrow values ('one')");
    deepEqual(await place.ask(place.serving, "select * from tomorrow"), [{ id: "one" }]);
  });

  await t.test("no start with a schema that is behind, nor does `migrate` with this role", async () => {
    const last = migrations.at(-1)?.name;
    await place.ask(place.owner, `delete from migrations where name = '${last}'`);
    for (const { code, stderr } of [
      await anteroom(serve, { env: envOf(place.url(place.serving)) }),
      await place.migrate(place.serving),
    ]) {
      deepEqual([code, stderr], [1, refusal("permission denied for schema public")]);
    }
  });
});

test("a second role for a database that is there", { skip: skipReason("postgres") }, async (t) => {
  const place = createPlace(t);
  await place.run(makeRoles.replace("create role anteroom_serve login;", ""), "outside");
  equal((await place.migrate(place.owner)).code, 0);
  await place.run(addRole);
  const server = await startProcess(t, serve, envOf(place.url(place.serving)));
  equal((await fetch(`${server.url}/readyz`)).status, 200);
  await rejects(place.ask(place.serving, "create table own (id text)"), denied);
  await rejects(place.ask(place.serving, "delete from migrations"), denied);
  equal((await place.migrate(place.owner)).code, 0);

  await t.test("keeps its rights in a dump that the owner puts back", { skip: lacksTools }, async (t) => {
    const file = join(createFolder(t), "anteroom.dump");
    const url = place.url(place.owner);
    const made = await run("pg_dump", ["--format=custom", "--file", file, url]);
    equal(made.code, 0, made.stderr);
    await server.stop();
    const options = ["--clean", "--if-exists", "--no-owner", "--single-transaction"];
    const back = await run("pg_restore", [...options, "--dbname", url, file]);
    equal(back.code, 0, back.stderr);
    await (await startProcess(t, serve, envOf(place.url(place.serving)))).stop();
    await place.run(keepMigrations);
    await rejects(place.ask(place.serving, "delete from migrations"), denied);
    await place.ask(place.owner, "create table tomorrow (id text)");
    deepEqual(await place.ask(place.serving, "select * from tomorrow"), []);
  });
});
