// The large world of the growth bench in short: every list of it is read by indexes, on both engines.
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { growthOf, rareType, seed, world } from "../bench/growth-world.mjs";
import { createKeyring } from "../src/core/secrets/keyring.ts";
import { migrate } from "../src/core/store/migrate.ts";
import { type Reads, storeOver } from "../src/core/store/store.ts";
import { openDatabase } from "../src/server/open-store.ts";
import { complete } from "../src/testing/seed/complete.ts";
import { checkSeed } from "../src/testing/seed/document.ts";
import { plant } from "../src/testing/seed/plant.ts";
import { engines, skipReason } from "./support/engines.ts";
import { explaining } from "./support/explaining.ts";
import { createStorage, locationOf } from "./support/storage.ts";

const now = Date.parse("2026-08-10T03:04:53Z");
const { orgId, groupId, teamId, owner, account } = world;
const org = { id: orgId, name: "Acme" };
const group = { id: groupId, orgId, name: "project 1" };
const page = { includeCount: true, itemsPerPage: 100, pageNum: 1 };
const size = 4000;
const few = { ...page, itemsPerPage: 10 };
const deep = { ...page, pageNum: size / 100 };

/** The person whose lists are read; all events of the growth are of other people. */
const about = {
  username: "guest1@example.com",
  types: ["INVITED_TO_GROUP", "USER_ROLES_CHANGED_AUDIT"] as const,
  from: now - 1e10,
  to: now,
};

/** The lists with their lengths, which stay the same whatever grows around them; events apart. */
const lists: Readonly<Record<string, readonly [number, (tx: Reads) => Promise<{ length: number }>]>> = {
  "events of an organization": [100, async (tx) => (await tx.events.list({ orgId }, {}, page)).results],
  "events of a project": [100, async (tx) => (await tx.events.list({ groupId }, {}, page)).results],
  "events of a rare type": [
    5,
    async (tx) => (await tx.events.list({ orgId }, { types: [rareType] }, page)).results,
  ],
  "events of several types": [
    10,
    async (tx) => (await tx.events.list({ groupId }, { excludedTypes: [rareType] }, few)).results,
  ],
  "events of some days": [
    100,
    async (tx) => (await tx.events.list({ orgId }, { from: now - 1e10, to: now - 1e9 }, page)).results,
  ],
  "events of an export": [
    40,
    async (tx) =>
      (
        await tx.access.events(
          { orgId },
          { from: null, before: { at: now - 1e9, id: "g" }, limit: 40, isWanted: () => true },
        )
      ).events,
  ],
  "events by somebody in a team": [
    0,
    async (tx) =>
      (
        await tx.events.listOf(
          { orgId },
          {
            who: "",
            by: "ada",
            team: { id: teamId, name: "core" },
            types: [],
            from: null,
            to: null,
          },
          { skip: 0, limit: 50 },
        )
      ).events,
  ],
  "people of a review of access": [61, (tx) => tx.access.people(orgId, "", 80)],
  "the last page of events": [100, async (tx) => (await tx.events.list({ orgId }, {}, deep)).results],
  organizations: [1, (tx) => tx.orgs.around({ id: account.clientId.slice(-24), orgId: null })],
  projects: [
    40,
    async (tx) => (await tx.groups.visible({ principalId: account.clientId.slice(-24) }, page)).results,
  ],
  people: [81, (tx) => tx.members.current(org, now)],
  "invitations to an organization": [20, (tx) => tx.orgInvites.pending(org, now)],
  "invitations to a project": [20, (tx) => tx.invites.pendingInGroup(group, now)],
  "invitations by somebody": [800, (tx) => tx.invites.pendingBy(orgId, owner, now)],
  "invitations to somebody": [40, (tx) => tx.invites.pendingTo(orgId, "guest1@example.com", now)],
  "events about somebody in a project": [0, (tx) => tx.events.about({ groupId }, about)],
  "events about somebody in an organization": [0, (tx) => tx.events.about({ orgId }, about)],
  teams: [20, async (tx) => (await tx.teams.inOrg(orgId, page)).results],
  "API keys": [30, async (tx) => (await tx.apiKeys.inOrg(orgId, page)).results],
  "service accounts": [21, async (tx) => (await tx.serviceAccounts.inOrg(orgId, page)).results],
};

const sees = { alone: true, states: ["INVITED", "EXPIRED", "DECLINED", "REVOKED"] } as const;
const seeking = { words: [], sees };
const first = { order: "address", isReversed: false, size: 50 } as const;
const waiting = { orgIds: [orgId], groupIds: [groupId], ownIds: [groupId], now };
const inOrg = { orgId, groupId: null };
const inGroup = { orgId, groupId };

/** The reads of people for the console, while more and more people were invited. */
const people: Readonly<Record<string, (tx: Reads) => Promise<unknown>>> = {
  "a page of an organization": (tx) => tx.directory.page(inOrg, seeking, first, now),
  "a page of a project": (tx) => tx.directory.page(inGroup, seeking, first, now),
  "the counts of an organization": (tx) => tx.directory.counts(inOrg, seeking, now),
  "the counts of a project": (tx) => tx.directory.counts(inGroup, seeking, now),
  "what waits on the first page": (tx) => tx.figures.waiting(waiting),
};

/** The indexes by which SQLite answers the reads: in the order of addresses as far as is shown, or by a key. */
const ways = [
  "roleGrants USING COVERING INDEX invite_group_roles_listed (group_id=? AND username_key>?)",
  "given USING COVERING INDEX invite_group_roles_listed (group_id=? AND username_key=?)",
  "invite_group_roles USING COVERING INDEX invite_group_roles_listed (group_id=? AND username_key=?)",
  "invite_group_roles USING COVERING INDEX sqlite_autoindex_invite_group_roles_1 (invite_id=? AND group_id=?)",
  "invites USING INDEX invites_listed_in_group (group_id=? AND username_key=?)",
  "invites USING INDEX invites_listed_in_org (org_id=? AND username_key=?)",
  "invites USING COVERING INDEX invites_waiting_for_group (group_id=? AND expires_at>?)",
  "invites USING INDEX invites_waiting_for_org (org_id=? AND expires_at>?)",
  "invites USING INDEX sqlite_autoindex_invites_1 (id=?)",
  "newer USING COVERING INDEX invites_listed_in_group (group_id=? AND username_key=? AND created_at>?)",
  "newer USING COVERING INDEX invites_listed_in_org (org_id=? AND username_key=? AND created_at>?)",
  "newer USING INDEX sqlite_autoindex_invites_1 (id=?)",
  "newest USING COVERING INDEX invites_listed_in_group (group_id=?)",
  "newest USING COVERING INDEX invites_listed_in_org (org_id=?)",
  "newest USING INDEX sqlite_autoindex_invites_1 (id=?)",
];

/**
 * The tables that are read from one end to the other; PostgreSQL does so with tables on few pages, whatever indexes there are.
 */
const scans = {
  sqlite:
    /SCAN (events(?! USING COVERING INDEX events_unsealed)|invites|orgs|groups|users|grants|teams|api_keys|principals)\b.*/g,
  postgres: /Seq Scan on (events|invites)\b.*/g,
};

for (const engine of engines) {
  test(`lists of a large world on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const { options } = await createStorage(t, engine);
    const database = await openDatabase(locationOf({ options }));
    t.after(() => database.close());
    await migrate(database);
    const plans: string[] = [];
    const store = storeOver(explaining(database, engine, plans));
    await plant(complete(checkSeed(seed), now), { store, keyring: createKeyring(randomBytes(32)), now });
    await database.write(async (connection) => {
      // The growth has events of its own, most of them sealed, as a server seals those of a seed soon.
      await connection.change({
        sql: engine === "sqlite" ? "delete from events" : "truncate events",
        values: [],
      });
      for (const sql of growthOf(engine, size, now)) await connection.change({ sql, values: [] });
    });

    await t.test("mail that waits is read no further than it is asked for", async () => {
      plans.length = 0;
      await store.read((tx) => tx.outbox.due(now, 5));
      match(plans[0] ?? "", /outbox_due/);
      doesNotMatch(plans[0] ?? "", /(^|-> +)Sort|TEMP B-TREE/);
    });

    for (const [name, list] of Object.entries(people)) {
      // PostgreSQL chooses by what is in its tables: here it is few.
      const skip = engine !== "sqlite" && "bench/growth.mjs measures it";
      await t.test(`of invitations, ${name} reads what it shows`, { skip }, async () => {
        plans.length = 0;
        await store.read(list);
        const read = plans.flatMap(
          (plan) => plan.match(/(?<=(?:SEARCH|SCAN) )(?:invite|newe|roleGrants|given).*/g) ?? [],
        );
        ok(read.length > 0);
        deepEqual(
          read.filter((way) => !ways.includes(way)),
          [],
        );
      });
    }

    for (const [name, [count, list]] of Object.entries(lists)) {
      // PostgreSQL scans the few events that are here; of 200,000, with statistics, it takes the index.
      const skip = engine !== "sqlite" && name === "events by somebody in a team" && "too few events";
      await t.test(`${name} are read by indexes`, { skip }, async () => {
        plans.length = 0;
        equal((await store.read(list)).length, count);
        deepEqual(
          plans.flatMap((plan) => plan.match(scans[engine]) ?? []),
          [],
        );
      });
    }
  });
}

test("PostgreSQL compiles no statement: a search of many people, which it takes for dear, would be compiled anew each time", {
  skip: skipReason("postgres"),
}, async (t) => {
  const database = await openDatabase(locationOf(await createStorage(t, "postgres")));
  t.after(() => database.close());
  const rows = await Promise.all(
    [1, 2, 3].map(() => database.read((connection) => connection.rows({ sql: "show jit", values: [] }))),
  );
  deepEqual(rows.flat(), [{ jit: "off" }, { jit: "off" }, { jit: "off" }]);
});
