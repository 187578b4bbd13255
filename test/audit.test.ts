// Events are sealed in chains: whatever is done to them past the server is found, and what the server does is not.
import { deepEqual, equal, match, notEqual, rejects } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { verifyAudit } from "../src/cli/audit.ts";
import { rotateSecret } from "../src/cli/stores.ts";
import { sealBatch } from "../src/core/audit/chain.ts";
import { day, minute } from "../src/core/domain/instant.ts";
import { createKeyring } from "../src/core/secrets/keyring.ts";
import { mintId } from "../src/core/secrets/mint.ts";
import { migrate } from "../src/core/store/migrate.ts";
import { type Store, storeOver } from "../src/core/store/store.ts";
import { agreeOnSecret, openDatabase } from "../src/server/open-store.ts";
import { plant } from "../src/testing/seed/plant.ts";
import { anteroom } from "./support/command.ts";
import { engines, skipReason } from "./support/engines.ts";
import { invitesPath } from "./support/invites.ts";
import { startProcess } from "./support/process.ts";
import {
  findings,
  forging,
  keyring,
  masters,
  now,
  open,
  otherOrg,
  problems,
  record,
  seal,
  sealerOf,
  secret,
  settingsOf,
  tamper,
} from "./support/sealed.ts";
import { createFolder, createStorage, locationOf, type TestStorage } from "./support/storage.ts";
import { ids, invited, keys, seed, sendAs } from "./support/world.ts";

const fresh = "4c1e1ce07a93b264e1f0957c3ab8d642";

async function plantWithoutEvents(store: Store): Promise<void> {
  await plant(seed, { store, keyring, now });
  await store.write(async (tx) => tx.dump.restore({ ...(await tx.dump.take()), events: [] }));
}

/** A store with the world in it, and three seals of its organization with two events each. */
async function createSealed(t: TestContext, storage: TestStorage): Promise<Store> {
  const store = await open(t, storage);
  await agreeOnSecret(store, keyring);
  await plantWithoutEvents(store);
  for (const at of [now, now + day, now + 2 * day]) {
    await record(store, { orgId: ids.org }, 2, at);
    await seal(store, at);
  }
  return store;
}

const nth = (sequence: number) => `(select id from event_seals where sequence = ${sequence})`;
const first = (sequence: number) => `(select min(id) from events where seal_id = ${nth(sequence)})`;
const second = (sequence: number) => `(select max(id) from events where seal_id = ${nth(sequence)})`;

/** The changes made past the server, each with what the verification finds. */
const tamperings: Readonly<Record<string, readonly [sql: string, found: readonly string[]]>> = {
  "an event is changed": [
    `update events set target_username = 'eve@example.com' where id = ${first(2)}`,
    ["seal 2: event X was changed"],
  ],
  "an event is given to another organization": [
    `update events set org_id = '${otherOrg}' where id = ${first(2)}`,
    ["seal 2: event X was changed"],
  ],
  "an event is deleted": [`delete from events where id = ${first(2)}`, ["seal 2: event X is missing"]],
  "an event is inserted": [
    `insert into events (id, type, at, details, seal_id) values ('c0123456789abcdef012345c', 'JOINED_ORG', 1, '{}', ${nth(2)})`,
    ["seal 2: event X was added"],
  ],
  "an event gets another id": [
    `update events set id = 'c0123456789abcdef012345c' where id = ${first(2)}`,
    ["seal 2: event X is missing", "seal 2: event X was added"],
  ],
  "two events are swapped": [
    `update events set target_username = case target_username when '0@example.com' then '1@example.com' else '0@example.com' end
     where seal_id = ${nth(2)}`,
    ["seal 2: event X was changed", "seal 2: event X was changed"],
  ],
  "events of two seals are exchanged": [
    `update events set seal_id = case seal_id when ${nth(1)} then ${nth(2)} else ${nth(1)} end
     where seal_id in (${nth(1)}, ${nth(2)})`,
    [
      "seal 1: event X is missing",
      "seal 1: event X is missing",
      "seal 1: event X was added",
      "seal 1: event X was added",
      "seal 2: event X was added",
      "seal 2: event X was added",
      "seal 2: event X is missing",
      "seal 2: event X is missing",
    ],
  ],
  "an event is taken out of its seal": [
    `update events set seal_id = null where id = ${second(2)}`,
    ["seal 2: event X is missing"],
  ],
  "a seal is deleted": [`delete from event_seals where sequence = 2`, ["seal 2 is missing", "2 orphans"]],
  "the last seal is deleted": [`delete from event_seals where sequence = 3`, ["2 orphans"]],
  "a seal says another time": [
    `update event_seals set through_at = through_at + 1 where sequence = 2`,
    ["seal 2: the seal itself was changed"],
  ],
  "a seal says that it has another event": [
    `update event_seals set contents = replace(contents, ' ', ' 0') where sequence = 2`,
    ["seal 2: the seal itself was changed"],
  ],
  "a seal is put after another one": [
    `update event_seals set previous = '' where sequence = 3`,
    ["seal 3: it was made after another seal 2", "seal 3: the seal itself was changed"],
  ],
  "events are removed as if by retention": [
    `delete from events where seal_id = ${nth(2)};
     update event_seals set contents = null, removal = digest where sequence = 2`,
    ["seal 2: its 2 events were removed, and not by retention"],
  ],
  "the key is deleted": [
    `delete from meta where key = 'audit-key'`,
    [1, 2, 3].map((seal) => `seal ${seal}: the seal itself was changed`),
  ],
  "something else that was sealed takes the place of the key": [
    `update meta set value = (select min(sealed_ha1) from api_keys) where key = 'audit-key'`,
    [1, 2, 3].map((seal) => `seal ${seal}: the seal itself was changed`),
  ],
};

for (const engine of engines) {
  test(`events on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    await t.test("go to the chain of their organization, or of the one that has their project", async (t) => {
      const store = await open(t, await createStorage(t, engine));
      await plantWithoutEvents(store);
      await record(store, { orgId: ids.org }, 2);
      await record(store, { groupId: ids.group }, 3, now + day);
      await record(store, { orgId: otherOrg }, 1);
      await record(store, { groupId: otherOrg }, 1);
      const nothing = { chains: [], orphans: 0, looked: null, problems: [] };
      deepEqual(await findings(store), { ...nothing, waiting: 7, waitingSince: now });
      await seal(store, now + day);
      await record(store, { orgId: otherOrg }, 1, now + day);
      const { chains, waiting } = await findings(store);
      equal(waiting, 1);
      deepEqual(
        chains.map(({ orgId, kept, wholeThrough, problems }) => ({ orgId, kept, wholeThrough, problems })),
        [
          { orgId: "", kept: 1, wholeThrough: now, problems: [] },
          { orgId: ids.org, kept: 5, wholeThrough: now + day + 2000, problems: [] },
          { orgId: otherOrg, kept: 1, wholeThrough: now, problems: [] },
        ].sort((a, b) => (a.orgId < b.orgId ? -1 : 1)),
      );
    });

    await t.test("cannot be tampered with unnoticed", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await createSealed(t, storage);
      deepEqual(await problems(store), []);
      const before = await store.read((tx) => tx.dump.take());
      for (const [what, [sql, found]] of Object.entries(tamperings)) {
        await t.test(what, async () => {
          await tamper(storage, sql);
          const seen = await problems(store);
          await store.write((tx) => tx.dump.restore(before));
          deepEqual(seen, found);
          deepEqual(await problems(store), [], "a snapshot that is put back is whole");
        });
      }
    });

    await t.test("cannot be sealed by who has no key, and takes that of the store away", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await open(t, storage);
      await record(store, { orgId: ids.org }, 2);
      await store.write(async (tx) => {
        const of = (await tx.eventSeals.waiting("", 2)).map(({ id }) => id);
        const events = await tx.eventSeals.stillWaiting(of);
        const batch = { id: mintId(now), orgId: ids.org, madeAt: now, last: undefined, events };
        await tx.eventSeals.add(sealBatch(Buffer.alloc(0), batch), of);
      });
      deepEqual(await problems(store), ["seal 1: the seal itself was changed"]);
    });

    await t.test("with impossible times are sealed with the others, and found", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await createSealed(t, storage);
      const last = now + 2 * day;
      const forged = [9000000000000000, last - 365 * day, last - 11 * minute, last + 11 * minute];
      const times = engine === "sqlite" ? [...forged, "'x'", "1.5"] : forged;
      for (const [index, at] of times.entries()) await tamper(storage, forging(`c${index}`, at));
      await record(store, { orgId: ids.org }, 1, last - 9 * minute);
      await record(store, { orgId: otherOrg }, 1, last);
      await seal(store, last);
      deepEqual(
        await problems(store),
        times.map(() => "seal 4: event X says a time at which it cannot have been written"),
      );
      const { chains, waiting } = await findings(store);
      deepEqual([waiting, chains.map(({ kept }) => kept)], [0, [6 + times.length + 1, 1]]);
      equal(await verifyAudit(settingsOf(storage), masters), false);
    });

    await t.test("that cannot be sealed delay no other organization's, and are missed", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await open(t, storage);
      await agreeOnSecret(store, keyring);
      await record(store, { orgId: otherOrg }, 1, now - day);
      await seal(store, now - day);
      await tamper(
        storage,
        `create unique index damage on event_seals (org_id) where org_id = '${otherOrg}'`,
      );
      await record(store, { orgId: otherOrg }, 300, now - 5 * minute);
      await record(store, { orgId: ids.org }, 1);
      const sealer = sealerOf(store);
      await sealer.look();
      equal(sealer.failures.length, 3);
      const { chains, waiting } = await findings(store);
      const kept = Object.fromEntries(chains.map((chain) => [chain.orgId, chain.kept]));
      deepEqual({ waiting, kept }, { waiting: 300, kept: { [ids.org]: 1, [otherOrg]: 1 } });
      const settings = settingsOf(storage);
      equal(await verifyAudit(settings, masters, {}, async () => {}), false);
      await tamper(storage, "drop index damage");
      equal(await verifyAudit(settings, masters, {}, () => seal(store)), true, "at the second look");
    });

    await t.test("without an id are missed", { skip: engine !== "sqlite" }, async (t) => {
      const storage = await createStorage(t, engine);
      const store = await createSealed(t, storage);
      await tamper(storage, forging(null, now));
      await seal(store, now + 2 * day);
      equal(await verifyAudit(settingsOf(storage), masters, {}, async () => {}), false);
    });

    await t.test("are sealed once when two processes do so at once, while others write", async (t) => {
      const storage = await createStorage(t, engine);
      const stores = [await open(t, storage), await open(t, storage)] as const;
      for (const orgId of [ids.org, otherOrg]) await record(stores[0], { orgId }, 450);
      const sealers = stores.map((store) => sealerOf(store));
      const writes = Array.from({ length: 20 }, () => record(stores[1], { orgId: ids.org }, 1));
      await Promise.all([...sealers.map((sealer) => sealer.look()), ...writes]);
      await Promise.all(sealers.map((sealer) => sealer.close()));
      deepEqual(
        sealers.flatMap(({ failures }) => failures),
        [],
      );
      const { chains, waiting, orphans } = await findings(stores[0]);
      deepEqual({ waiting, orphans }, { waiting: 0, orphans: 0 });
      deepEqual(
        chains.map(({ orgId, kept, problems }) => ({ orgId, kept, problems })),
        [
          { orgId: ids.org, kept: 470, problems: [] },
          { orgId: otherOrg, kept: 450, problems: [] },
        ],
      );
    });

    await t.test("cost their writers one statement each", async (t) => {
      const database = await openDatabase(locationOf(await createStorage(t, engine)));
      t.after(() => database.close());
      await migrate(database);
      let statements = 0;
      const store = storeOver({
        ...database,
        write: (work) =>
          database.write((connection) =>
            work({
              engine: connection.engine,
              rows: (statement) => {
                statements++;
                return connection.rows(statement);
              },
              change: (statement) => {
                statements++;
                return connection.change(statement);
              },
              post: (statement, options) => {
                statements++;
                connection.post(statement, options);
              },
              amend: (statement) => {
                statements++;
                connection.amend(statement);
              },
            }),
          ),
      });
      await record(store, { orgId: ids.org }, 10);
      equal(statements, 10);
    });

    await t.test("that are older are removed batch by batch, and the chain stays whole", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await createSealed(t, storage);
      const [before] = (await findings(store)).chains;
      await sealerOf(store, 30, now + 31 * day + day / 2).look();
      const [after] = (await findings(store)).chains;
      deepEqual([after?.kept, after?.removed, after?.problems], [2, 4, []]);
      deepEqual(after?.whole, before?.whole);
      deepEqual(await storage.rows("select count(*) as n from events"), [{ n: 2 }]);
      await tamper(storage, "update events set at = 0 where id = (select min(id) from events)");
      const sealer = sealerOf(store, 30, now + 90 * day);
      await sealer.look();
      match(
        String(sealer.failures),
        /no longer removed: those of seal 3 .* were changed: event \w+ was changed/,
      );
      deepEqual(await storage.rows("select count(*) as n from events"), [{ n: 2 }]);
    });

    await t.test("stay sealed when the master secret is replaced", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await createSealed(t, storage);
      const before = await findings(store);
      await store.close();
      await rotateSecret(settingsOf(storage), {
        current: fresh,
        previous: secret,
      });
      const again = await open(t, storage);
      deepEqual(await findings(again, createKeyring(Buffer.from(fresh))), before);
      notEqual((await findings(again)).chains[0]?.problems.length, 0, "the old secret opens the key no more");
    });

    await t.test("begin a new chain after a reset", async (t) => {
      const store = await createSealed(t, await createStorage(t, engine));
      await store.write((tx) => tx.dump.restore({}));
      const nothing = { chains: [], orphans: 0, looked: null, problems: [] };
      deepEqual(await findings(store), { ...nothing, waiting: 0, waitingSince: null });
      await record(store, { orgId: ids.org }, 1);
      await seal(store);
      const { chains } = await findings(store);
      deepEqual(
        chains.map(({ kept, problems }) => ({ kept, problems })),
        [{ kept: 1, problems: [] }],
      );
    });

    await t.test("are sealed by a server, and verified by a command", async (t) => {
      const storage = await createStorage(t, engine);
      const file = join(createFolder(t), "seed.json");
      writeFileSync(file, JSON.stringify(seed));
      const env = { ANTEROOM_SECRET: secret };
      const args = ["serve", ...storage.flags, "--port", "0", "--seed", file];
      const server = await startProcess(t, args, env);
      const body = { username: invited, roles: ["GROUP_OWNER"] };
      const reply = await sendAs(server.url, keys.owner, { method: "PATCH", path: invitesPath, body });
      equal(reply.status, 200, reply.text);
      await server.stop();
      match(
        server.output(),
        new RegExp(`"orgId":"${ids.org}","seal":1,"events":\\d+,.*"msg":"events sealed"`),
      );

      const ask = (...more: string[]) => anteroom(["audit", "verify", ...storage.flags, ...more], { env });
      const whole = await ask();
      deepEqual([whole.code, whole.stderr], [0, ""]);
      const line = new RegExp(
        `^organization ${ids.org}: whole up to \\d{4}-\\S+Z: \\d+ events? in ([12]) seals?; head ([0-9a-f]{64})$`,
        "m",
      );
      match(whole.stdout, line);
      const [, seals = "", head = ""] = line.exec(whole.stdout) ?? [];

      // As a file has them, with line breaks.
      const expected = await ask("--expect", `${head}\n`);
      const found = `expected ${head}: seal ${seals} of organization ${ids.org}\n`;
      deepEqual([expected.code, expected.stdout], [0, `${whole.stdout}${found}`]);

      await tamper(storage, "update events set actor_name = 'somebody else'");
      const broken = await ask("--expect", head);
      equal(broken.code, 1);
      const changed =
        /: BROKEN, nothing is whole; head of what is whole: none\n {2}seal 1: event \w{24} was changed$/m;
      match(broken.stdout, changed);
      match(broken.stdout, /BROKEN, no seal that is whole has it$/m);
    });

    await t.test("cannot forge lines of the command with their ids", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await createSealed(t, storage);
      await store.close();
      const forged = "\norganization x: whole";
      // Twenty-four signs, the last of which steers a terminal.
      const id = `c\n  seal 9: fine ${"x".repeat(6)}\u009b`;
      await tamper(
        storage,
        `insert into event_seals (id, org_id, sequence, event_count, through_at, made_at, previous, contents, contents_hash, digest)
         values ('d0123456789abcdef012345d', '${forged}\u001b[2J', 1, 1, 1, 1, '', '', '', '');
         update events set id = '${id}' where id = ${first(2)}`,
      );
      const { code, stdout } = await anteroom(["audit", "verify", ...storage.flags], {
        env: { ANTEROOM_SECRET: secret },
      });
      equal(code, 1, stdout);
      match(stdout, /^organization "\\norganization x: whole\\u001b\[2J": BROKEN/m);
      match(stdout, /^ {2}seal 2: event ".*\\u009b" was added$/m);
      deepEqual(stdout.match(/[^ -~\n]|^organization x.*$|^ {2}seal 9.*$/gm), null);
    });

    await t.test("whose end was cut off are missed by who kept a head", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await createSealed(t, storage);
      const [head = ""] = (await findings(store)).chains.flatMap(({ whole }) => whole.slice(-1));
      const settings = settingsOf(storage);
      equal(await verifyAudit(settings, masters, { expected: [head] }), true);
      await tamper(
        storage,
        `delete from events where seal_id = ${nth(3)}; delete from event_seals where sequence = 3`,
      );
      equal(await verifyAudit(settings, masters), true);
      equal(await verifyAudit(settings, masters, { expected: [head] }), false);
      await rejects(
        verifyAudit(settings, masters, { expected: ["abc"] }),
        /--expect abc: a head has 64 hexadecimal digits/,
      );
    });
  });
}
