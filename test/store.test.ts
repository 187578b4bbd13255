// Tests what the store guarantees, on both engines alike.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import { sealBatch } from "../src/core/audit/chain.ts";
import type { RoleName } from "../src/core/contract/roles.ts";
import { draftInvite } from "../src/core/domain/invite.ts";
import { createKeyring } from "../src/core/secrets/keyring.ts";
import { mintId } from "../src/core/secrets/mint.ts";
import type { Database } from "../src/core/store/database.ts";
import { migrate, migrations } from "../src/core/store/migrate.ts";
import { type Reads, type Store, storeOver, type Writes } from "../src/core/store/store.ts";
import { openDatabase, openStore } from "../src/server/open-store.ts";
import { plant } from "../src/testing/seed/plant.ts";
import { engines, skipReason } from "./support/engines.ts";
import { pluck } from "./support/pluck.ts";
import { createStorage, locationOf, type TestStorage } from "./support/storage.ts";
import { account, ids, invited, keys, seed } from "./support/world.ts";

const now = Date.parse("2026-08-10T03:04:53Z");
const group = { id: ids.group, orgId: ids.org, name: "payments" };
const roles = ["GROUP_READ_ONLY"] as const;

const invite = (username: string) =>
  draftInvite({ id: mintId(now), group, username, roles, inviter: "somebody", now });

const toOrg = {
  userId: mintId(now),
  orgId: ids.org,
  orgName: "Acme",
  status: "PENDING",
  roles: ["ORG_MEMBER"],
} as const;

type Row = Readonly<Record<string, unknown>>;
type Rows = Record<string, readonly Row[]>;

/** Table by table, in an order that does not depend on when a row was written. */
const inOrder = (rows: Rows): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([table, some]) => [
      table,
      some.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ]),
  );

/** Reads all rows. */
const contents = async (store: Store): Promise<Rows> =>
  inOrder((await store.read((tx) => tx.dump.take())) as Rows);

/** Returns the contents without the rows that `hangs` picks. */
const without = (contents: Rows, hangs: (table: string, row: Row) => boolean): Rows =>
  Object.fromEntries(
    Object.entries(contents).map(([table, rows]) => [table, rows.filter((row) => !hangs(table, row))]),
  );

/** A database with the seed in it, and a table of every kind that is filled. */
async function plantedDatabase(
  t: TestContext,
  storage: TestStorage,
): Promise<{ database: Database; store: Store }> {
  const database = await openDatabase(locationOf(storage));
  t.after(() => database.close());
  await migrate(database);
  const store = storeOver(database);
  await plant(seed, { store, keyring: createKeyring(randomBytes(32)), now });
  await store.write(async (tx) => {
    const teamId = mintId(now);
    await tx.teams.add({ id: teamId, orgId: ids.org, name: "ops", createdAt: now }, []);
    await tx.teams.assign({ teamId, orgId: ids.org, groupId: ids.group }, ["GROUP_READ_ONLY"]);
    await tx.groups.replaceTags(ids.group, [
      { key: "team", value: "core" },
      { key: "env", value: "test" },
    ]);
    await tx.orgInvites.add({
      ...invite("rich@example.com"),
      ...toOrg,
      groupRoles: [{ groupId: ids.group, role: "GROUP_OWNER" }],
      teamIds: [teamId],
    });
    await tx.credentials.spendDigest("nonce", 1, now + 1);
    await tx.buckets.take({ keyHash: "somebody", capacity: 5, cost: 1, now });
    const kept = { name: "", document: {}, createdAt: now };
    const federationId = mintId(now);
    tx.documents.put({ ...kept, id: mintId(now), orgId: ids.org, kind: "settings" });
    tx.documents.put({ ...kept, id: mintId(now), groupId: ids.group, kind: "settings" });
    tx.documents.add({ ...kept, id: mintId(now), orgId: ids.org, federationId, kind: "connectedOrg" });
    tx.documents.add({ ...kept, id: mintId(now), federationId, kind: "identityProvider" });
    await tx.groupLimits.write(ids.group, "atlas.project.deployment.clusters", 1);
    await tx.meta.set("demo", "false");
    const person = await tx.users.byAddress("owner@example.com");
    const userId = person?.id ?? "";
    const about = { inviteId: ids.invite };
    const browser = { id: mintId(now), userAgent: "Firefox/146.0", remoteAddress: "127.0.0.1" };
    await tx.sessions.begin({ ...browser, hash: "session", userId, createdAt: now });
    await tx.sessions.identify({ issuer: "https://id.example.com", subject: "ada", userId, now });
    const offered = { userId, orgId: ids.org };
    tx.federationOffers.make(offered, "https://id.example.com", ["mates"], now);
    const passkey = { id: mintId(now), credentialId: "credential", userId, publicKey: "key", counter: 0 };
    await tx.passkeys.add({ ...passkey, name: "Laptop", createdAt: now, lastUsedAt: now });
    tx.passkeys.replaceCodes(userId, ["code"]);
    await tx.passkeys.spend("challenge", { expiresAt: now + 1, now });
    await tx.outbox.add({ id: mintId(now), about, now });
    await tx.outbox.addLink({ hash: "link", about, expiresAt: now + 1 });
    const common = { id: mintId(now), at: now, actor: null };
    await tx.events.add({ ...common, type: "GROUP_CREATED", orgId: ids.org, groupId: ids.group });
    const events = await tx.eventSeals.stillWaiting([common.id]);
    const batch = { id: mintId(now), orgId: ids.org, madeAt: now, last: undefined, events };
    await tx.eventSeals.add(sealBatch(randomBytes(32), batch), [common.id]);
  });
  return { database, store };
}

for (const engine of engines) {
  test(`the store on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const storage = await createStorage(t, engine);
    const { database, store } = await plantedDatabase(t, storage);
    const start = await store.read((tx) => tx.dump.take());
    const planted = await contents(store);
    t.beforeEach(() => store.write((tx) => tx.dump.restore(start)));

    await t.test("the planted world has a row in every table", () => {
      deepEqual(
        Object.entries(planted).filter(([, rows]) => rows.length === 0),
        [],
      );
    });

    await t.test("a dump puts everything back, whatever happened meanwhile", async () => {
      const dump = await store.read((tx) => tx.dump.take());
      await store.write(async (tx) => {
        await tx.groups.remove(ids.group);
        await tx.credentials.sweepDigestUses(now + 1);
        await tx.invites.end(ids.otherInvite, "ACCEPTED", now);
        await tx.meta.set("demo", "true");
      });
      await store.write((tx) => tx.dump.restore(dump));
      deepEqual(await contents(store), planted);
    });

    await t.test("an empty dump empties the store, and it can be planted anew", async () => {
      await store.write((tx) => tx.dump.restore({}));
      ok(Object.values(await contents(store)).every((rows) => rows.length === 0));
      await plant(seed, { store, keyring: createKeyring(randomBytes(32)), now });
      equal(await store.read((tx) => tx.orgs.exist()), true);
    });

    await t.test("a dump may have more rows than a statement has room for", async () => {
      await store.write(async (tx) => {
        for (let number = 0; number < 1201; number++) await tx.credentials.spendDigest("many", number, now);
      });
      const many = await contents(store);
      await store.write(async (tx) => tx.dump.restore(await tx.dump.take()));
      deepEqual(await contents(store), many);
    });

    await t.test("a project takes with it what hangs on it, and leaves everything else", async () => {
      await store.write((tx) => tx.groups.remove(ids.group));
      const hangs = (table: string, row: Row) =>
        (table === "groups" && row.id === ids.group) ||
        (table !== "events" && row.groupId === ids.group) ||
        (["links", "outbox"].includes(table) && row.inviteId === ids.invite);
      deepEqual(await contents(store), without(planted, hangs));
    });

    await t.test("a moved project takes its people and invitations, and leaves the rest", async () => {
      await store.write((tx) => tx.groupMoves.move(ids.group, ids.otherOrg));
      const people = new Set(planted.users?.map(({ id }) => id));
      const stays = (table: string, row: Row) =>
        row.groupId === ids.group &&
        (["teamGrants", "inviteGroupRoles"].includes(table) ||
          (table === "grants" && !people.has(row.principalId)));
      const moves = (table: string, row: Row) =>
        (table === "groups" && row.id === ids.group) ||
        (["grants", "invites"].includes(table) && row.groupId === ids.group);
      const moved = Object.entries(without(planted, stays)).map(([table, rows]) => [
        table,
        rows.map((row) => (moves(table, row) ? { ...row, orgId: ids.otherOrg } : row)),
      ]);
      deepEqual(await contents(store), inOrder(Object.fromEntries(moved)));
    });

    await t.test("an organization takes with it what hangs on it, and leaves everything else", async () => {
      await database.write((connection) =>
        connection.change({ sql: `delete from orgs where id = '${ids.org}'`, values: [] }),
      );
      const of = (table: string) =>
        new Set((planted[table] ?? []).filter((row) => row.orgId === ids.org).map(({ id }) => id));
      const owned = new Set([...of("groups"), ...of("teams"), ...of("invites"), ...of("serviceAccounts")]);
      const owners = ["groupId", "teamId", "inviteId", "serviceAccountId"];
      const hangs = (table: string, row: Row) =>
        !["events", "eventSeals"].includes(table) &&
        ((table === "orgs" && row.id === ids.org) ||
          row.orgId === ids.org ||
          owners.some((column) => owned.has(row[column])));
      deepEqual(await contents(store), without(planted, hangs));
    });

    for (const [name, find] of [
      ["an API key", async (tx: Reads) => (await tx.credentials.apiKey(keys.elsewhere.publicKey))?.id],
      ["a service account", async () => account.clientId.slice(-24)],
      ["a user", async (tx: Reads) => (await tx.users.byAddress("owner@example.com"))?.id],
    ] as const) {
      await t.test(`${name} takes with it what hangs on it, and leaves everything else`, async () => {
        const id = (await store.read(find)) ?? "";
        await database.write((connection) =>
          connection.change({ sql: `delete from principals where id = '${id}'`, values: [] }),
        );
        const columns = ["id", "principalId", "serviceAccountId", "userId"];
        const left = await contents(store);
        deepEqual(
          left,
          without(planted, (_, row) => columns.some((column) => row[column] === id)),
        );
        ok((left.principals?.length ?? 0) < (planted.principals?.length ?? 0));
      });
    }

    await t.test("an invitation ends once", async () => {
      const endings = await Promise.all(
        (["ACCEPTED", "DECLINED", "REVOKED", "EXPIRED"] as const).map((status) =>
          store.write((tx) => tx.invites.end(ids.invite, status, now)),
        ),
      );
      deepEqual(endings.toSorted(), [false, false, false, true]);
    });

    await t.test("a team's roles in all its projects are known together, each once", async () => {
      await store.write(async (tx) => {
        const at = { teamId: ids.team, orgId: ids.org };
        const second = {
          ...group,
          id: mintId(now),
          name: "second",
          createdAt: now,
          tags: [],
          withDefaultAlertsSettings: true,
        };
        deepEqual(await tx.teams.rolesOf(ids.team), []);
        await tx.groups.add(second);
        await tx.teams.assign({ ...at, groupId: ids.group }, ["GROUP_READ_ONLY"]);
        await tx.teams.assign({ ...at, groupId: second.id }, ["GROUP_READ_ONLY", "GROUP_OWNER"]);
        deepEqual(await tx.teams.rolesOf(ids.team), ["GROUP_OWNER", "GROUP_READ_ONLY"]);
      });
    });

    await t.test("roles are found with their holders: in org, project, or by a team", async () => {
      await store.write(async (tx) => {
        const teamId = ids.team;
        await tx.teams.assign({ teamId, orgId: ids.org, groupId: ids.group }, ["GROUP_DATA_ACCESS_ADMIN"]);
      });
      const inGroup = { orgId: ids.org, groupId: ids.group };
      const find = async (scope: typeof inGroup | { orgId: string; groupId: null }, role: RoleName) => {
        const held = await store.read((tx) => tx.grants.held(scope, { roles: [role] }));
        return held.map(({ principal, groupId, team }) => [
          principal.kind,
          principal.name,
          groupId,
          team?.name,
        ]);
      };
      deepEqual(await find(inGroup, "GROUP_READ_ONLY"), [
        ["API_KEY", keys.groupReader.publicKey, ids.group, undefined],
      ]);
      deepEqual(await find(inGroup, "GROUP_DATA_ACCESS_ADMIN"), [
        ["USER", "owner@example.com", ids.group, "core"],
      ]);
      const owners = await find({ orgId: ids.org, groupId: null }, "ORG_OWNER");
      deepEqual(owners.map(([, name]) => name).sort(), [
        keys.elsewhere.publicKey,
        account.clientId,
        keys.owner.publicKey,
        "owner@example.com",
      ]);
      deepEqual(await find({ orgId: ids.org, groupId: null }, "GROUP_READ_ONLY"), []);
      const owner = (await store.read((tx) => tx.users.byAddress("owner@example.com")))?.id ?? "";
      const own = await store.read((tx) => tx.grants.held(inGroup, { principalId: owner }));
      deepEqual(own.map(({ role }) => role).sort(), ["GROUP_DATA_ACCESS_ADMIN", "GROUP_OWNER", "ORG_OWNER"]);
      deepEqual(await store.read((tx) => tx.grants.held(inGroup, { roles: [] })), []);
      const elsewhere = await store.read((tx) => tx.credentials.named(keys.elsewhere.publicKey));
      deepEqual([...(elsewhere?.accessList ?? [])].sort(), ["192.0.2.0/24", "2001:db8::1/128"]);
      equal((await store.read((tx) => tx.credentials.named(account.clientId)))?.orgId, ids.org);
      equal(await store.read((tx) => tx.credentials.named("nobodys1")), undefined);
    });

    await t.test("a unit that throws leaves nothing, and its error arrives as it was thrown", async () => {
      const reason = new Error("changed my mind");
      const unit = store.write(async (tx) => {
        await tx.invites.end(ids.invite, "REVOKED", now);
        await tx.invites.add(invite(invited));
        await tx.groups.remove(ids.otherGroup);
        throw reason;
      });
      await rejects(unit, (thrown) => thrown === reason);
      deepEqual(await contents(store), planted);
    });

    await t.test("units at once: those that throw leave nothing, the others everything", async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, number) =>
          store.write(async (tx) => {
            await tx.invites.add(invite(`unit${number}@example.com`));
            if (number % 2 === 1) throw new Error("odd");
          }),
        ),
      );
      deepEqual(
        pluck(outcomes, "status"),
        Array.from({ length: 20 }, (_, number) => (number % 2 === 1 ? "rejected" : "fulfilled")),
      );
      const pending = await store.read((tx) =>
        tx.invites.pendingInGroup({ id: ids.group, orgId: ids.org, name: "payments" }, now),
      );
      const kept = pending.map(({ username }) => username).filter((username) => username.startsWith("unit"));
      const even = Array.from({ length: 10 }, (_, index) => `unit${index * 2}@example.com`);
      deepEqual(kept.toSorted(), even.toSorted());
    });

    await t.test("a statement after its unit has ended is refused", async () => {
      for (const open of [store.read, store.write]) {
        let leaked: Writes | undefined;
        await open(async (tx: unknown) => {
          leaked = tx as Writes;
        });
        await rejects(async () => leaked?.orgs.exist(), /after its unit of work had ended/);
      }
    });

    await t.test("a unit that reads sees one state throughout", async () => {
      const count = (tx: Reads) => tx.invites.countPending(group, now);
      const seen = await store.read(async (tx) => {
        const before = await count(tx);
        await store.write((other) => other.invites.add(invite("meanwhile@example.com")));
        return [before, await count(tx)];
      });
      deepEqual(seen, [1, 1]);
      equal(await store.read(count), 2);
    });

    await t.test("a unit that reads cannot write", async () => {
      await rejects(
        database.read((connection) => connection.change({ sql: "delete from events", values: [] })),
        /read-?only/,
      );
      deepEqual(await contents(store), planted);
    });
  });

  test(`the schema on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    await t.test("is brought up to date once, by the process that comes first", async (t) => {
      const storage = await createStorage(t, engine);
      const database = await openDatabase(locationOf(storage));
      t.after(() => database.close());
      const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(database)));
      deepEqual(
        applied.flat(),
        migrations.map(({ name }) => name),
      );
      deepEqual(await migrate(database), []);
    });

    await t.test("of a newer Anteroom is refused", async (t) => {
      const storage = await createStorage(t, engine);
      const database = await openDatabase(locationOf(storage));
      t.after(() => database.close());
      await migrate(database);
      const sql = "insert into migrations (name) values ('9999-tomorrow!')";
      await database.write((connection) => connection.change({ sql, values: [] }));
      const reason = await openStore(locationOf(storage)).catch((reason: Error) => reason);
      ok(reason instanceof Error);
      match(reason.message, /written by a newer Anteroom .*9999-tomorrow.*update Anteroom/);
    });
  });
}

test("a unit that changes what another has ended meanwhile runs again, and keeps nothing of its first time", {
  skip: skipReason("postgres"),
}, async (t) => {
  const { store } = await plantedDatabase(t, await createStorage(t, "postgres"));
  const mine = invite("raced@example.com");
  await store.write((tx) => tx.invites.add(mine));
  const page = { pageNum: 1, itemsPerPage: 10, includeCount: true };
  const countEvents = async () =>
    (await store.read((tx) => tx.events.list({ groupId: ids.group }, {}, page))).total;
  const seeded = await countEvents();
  const seen: boolean[] = [];
  await store.write(async (tx) => {
    const found = await tx.invites.pendingById(group, mine.id, now);
    seen.push(found !== undefined);
    if (found === undefined) return;
    await store.write((other) => other.invites.end(mine.id, "REVOKED", now));
    await tx.events.add({ id: mintId(now), type: "GROUP_CREATED", at: now, actor: null, groupId: ids.group });
    await tx.invites.replaceRoles(found, ["GROUP_OWNER"], now);
  });
  deepEqual(seen, [true, false]);
  deepEqual((await store.read((tx) => tx.invites.holdingsOf(mine))).roles, roles);
  equal(await countEvents(), seeded);
});

test("a unit that meets a full disk says so, though what was sent behind it fails in another way", {
  skip: skipReason("postgres"),
}, async (t) => {
  const storage = await createStorage(t, "postgres");
  const { store } = await plantedDatabase(t, storage);
  const { id } = invite("full@example.com");
  await store.write((tx) => tx.invites.add({ ...invite("full@example.com"), id }));
  await storage.rows(`create function fill() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
  await storage.rows(
    "create trigger full_disk before update on invites for each row execute function fill()",
  );
  const fails = () =>
    rejects(
      store.write(async (tx) => {
        const ending = tx.invites.end(id, "REVOKED", now);
        for (const type of ["GROUP_CREATED", "GROUP_DELETED"] as const) {
          await tx.events.add({ id: mintId(now), type, at: now, actor: null, groupId: ids.group });
        }
        await ending;
      }),
      { code: "SERVICE_UNAVAILABLE", parameters: ["The database is full"] },
    );
  // On several connections: the second event goes without its text where the first was to bring it.
  await Promise.all(Array.from({ length: 12 }, fails));
});
