// What PostgreSQL is asked before it is known whether the caller may: sent early, and told to nobody who may not.
import { deepEqual, equal, rejects, throws } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { fault } from "../src/contract/errors.ts";
import { openDatabase } from "../src/server.ts";
import type { Connection } from "../src/store/connection.ts";
import { skipReason } from "./support/engines.ts";
import { createStorage, locationOf } from "./support/storage.ts";
import { ids, keys, startWorld } from "./support/world.ts";

const invitePath = `/api/atlas/v2/groups/${ids.group}/invites/${ids.invite}`;

test("SQLite is asked nothing ahead", async (t) => {
  const database = await openDatabase({ kind: "memory" });
  t.after(() => database.close());
  equal(await database.read(({ ahead }) => ahead), undefined);
  equal(await database.write(({ ahead }) => ahead), undefined);
});

test("what is asked ahead", { skip: skipReason("postgres") }, async (t) => {
  const database = await openDatabase(locationOf(await createStorage(t, "postgres")));
  t.after(() => database.close());
  /** Counts how often it was asked. */
  const question = { sql: "select nextval('asked') as times", values: [] };
  const change = { sql: "update changed set value = 1", values: [] };
  const lock = { sql: "select value from changed for update", values: [] };
  await database.write((connection) =>
    connection.change({ sql: "create table changed (value integer)", values: [] }),
  );
  const ask = async (connection: Connection) => (await connection.rows(question))[0];
  const begin = (connection: Connection) => void connection.ahead?.rows(question);
  t.beforeEach(() =>
    database.write(async (connection) => {
      await connection.change({ sql: "drop sequence if exists asked", values: [] });
      await connection.change({ sql: "create sequence asked", values: [] });
    }),
  );

  await t.test("is not answered there, and given once to who asks for it", () =>
    database.write(async (connection) => {
      const answered = connection.ahead?.rows(question);
      equal(await Promise.race([answered, wait(50, "no answer")]), "no answer");
      deepEqual(await ask(connection), { times: 1 });
      deepEqual(await ask(connection), { times: 2 });
    }),
  );

  await t.test("is another question with other values", () =>
    database.write(async (connection) => {
      const valued = (value: string) => ({ sql: "select $1::text as value", values: [value] });
      void connection.ahead?.rows(valued("one"));
      deepEqual(await connection.rows(valued("two")), [{ value: "two" }]);
      deepEqual(await connection.rows(valued("one")), [{ value: "one" }]);
    }),
  );

  const spoiling: Record<string, (connection: Connection) => unknown> = {
    "a change": (connection) => connection.change(change),
    "a change that nobody waits for": (connection) => connection.post(change),
    "a lock": (connection) => connection.post(lock, { mustFind: false }),
  };
  for (const [name, spoil] of Object.entries(spoiling)) {
    await t.test(`is asked anew after ${name}`, () =>
      database.write(async (connection) => {
        begin(connection);
        await spoil(connection);
        deepEqual(await ask(connection), { times: 2 });
      }),
    );
  }

  await t.test("changes nothing", () =>
    database.write(async ({ ahead }) => {
      throws(() => ahead?.change(change), /nothing is changed or locked ahead/);
      throws(() => ahead?.post(lock, { mustFind: true }), /nothing is changed or locked ahead/);
      throws(() => ahead?.amend(change), /nothing is changed or locked ahead/);
    }),
  );

  const broken = { sql: "select value from nowhere", values: [] };
  for (const kind of ["read", "write"] as const) {
    await t.test(`may fail where the rules refuse, in a unit that is to ${kind}`, async () => {
      const refused = database[kind](async (connection) => {
        const answered = connection.rows({ sql: "select 1", values: [] });
        void connection.ahead?.rows(broken);
        await answered;
        throw fault("USER_UNAUTHORIZED", {});
      });
      await rejects(refused, { code: "USER_UNAUTHORIZED" });
    });
    await t.test(`is the reason where it fails and the unit goes on, in one that is to ${kind}`, async () => {
      const failed = database[kind](async (connection) => {
        void connection.ahead?.rows(broken);
        await ask(connection);
      });
      await rejects(failed, /relation "nowhere" does not exist/);
    });
  }
});

async function block(t: TestContext, databaseUrl: string, sql: string) {
  const blocker = new pg.Client({ connectionString: databaseUrl });
  await blocker.connect();
  t.after(() => blocker.end());
  await blocker.query("begin");
  await blocker.query(sql);
  return blocker;
}

test("requests that ask ahead", { skip: skipReason("postgres") }, async (t) => {
  const storage = await createStorage(t, "postgres");
  const url = storage.flags[1] ?? "";
  const world = await startWorld(t, storage.options);
  const codeOf = async (asked: ReturnType<typeof world.as>) => {
    const { status, headers } = await asked;
    return `${status} ${headers["x-error-code"] ?? ""}`.trim();
  };
  const get = { method: "GET", path: invitePath };
  const patch = { method: "PATCH", path: invitePath, body: { roles: ["GROUP_OWNER"] } };

  await t.test("who may not is refused without waiting for what was asked, who may is not", async (t) => {
    const blocker = await block(t, url, "lock table invites in access exclusive mode");
    equal(await codeOf(world.as(keys.groupReader, get)), "401 USER_UNAUTHORIZED");
    equal(await codeOf(world.as(keys.stranger, get)), "401 USER_CANNOT_ACCESS_GROUP");
    equal(await codeOf(world.as(keys.groupReader, patch)), "401 USER_UNAUTHORIZED");
    const answered = codeOf(world.as(keys.groupOwner, get));
    equal(await Promise.race([answered, wait(200, "not yet")]), "not yet");
    await blocker.query("rollback");
    equal(await answered, "200");
  });

  await t.test("a stranger asks nothing ahead that would keep an organization waiting", async (t) => {
    const blocker = await block(t, url, "lock table invites in access exclusive mode");
    const invite = { method: "POST", path: `/api/atlas/v2/orgs/${ids.org}/invites` };
    const body = { username: "new@example.com", roles: ["ORG_MEMBER"] };
    equal(await codeOf(world.as(keys.stranger, { ...invite, body })), "401 USER_CANNOT_ACCESS_ORG");
    const rename = { method: "PATCH", path: `/api/atlas/v2/orgs/${ids.org}`, body: { name: "Acme" } };
    const renamed = codeOf(world.as(keys.owner, rename));
    equal(await Promise.race([renamed, wait(1_000, "not yet")]), "200");
    await blocker.query("rollback");
  });

  await t.test("what they find is what there is once they have their lock", async (t) => {
    const blocker = await block(t, url, `select id from groups where id = '${ids.group}' for update`);
    const changed = codeOf(world.as(keys.groupOwner, patch));
    equal(await Promise.race([changed, wait(200, "not yet")]), "not yet");
    await blocker.query(`update invites set status = 'REVOKED', ended_at = 1 where id = '${ids.invite}'`);
    await blocker.query("commit");
    equal(await changed, "404 RESOURCE_NOT_FOUND");
  });

  await t.test("a role that is taken away before they have it opens nothing", async (t) => {
    const blocker = await block(t, url, `select id from groups where id = '${ids.group}' for update`);
    const changed = codeOf(world.as(keys.groupOwner, patch));
    equal(await Promise.race([changed, wait(200, "not yet")]), "not yet");
    await blocker.query(
      `delete from grants where principal_id in (select id from api_keys where public_key = '${keys.groupOwner.publicKey}')`,
    );
    await blocker.query("commit");
    equal(await changed, "401 USER_CANNOT_ACCESS_GROUP");
  });
});
