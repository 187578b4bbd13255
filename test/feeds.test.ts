// Lists of events, on both engines: what a page and its count are, whatever is sealed, and which indexes they are read by.
import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { removalOf, sealBatch } from "../src/core/audit/chain.ts";
import type { AuditEvent, EventFilter, EventType } from "../src/core/domain/event.ts";
import { day } from "../src/core/domain/instant.ts";
import type { PageRequest } from "../src/core/domain/page.ts";
import { migrate } from "../src/core/store/migrate.ts";
import { storeOver } from "../src/core/store/store.ts";
import { openDatabase } from "../src/server/open-store.ts";
import { type EngineName, engines, skipReason } from "./support/engines.ts";
import { explaining } from "./support/explaining.ts";
import { numbered } from "./support/fill.ts";
import { createStorage, locationOf } from "./support/storage.ts";
import { ids } from "./support/world.ts";

const types = ["INVITED_TO_ORG", "INVITED_TO_GROUP", "JOINED_ORG", "TEAM_CREATED"] as const;
const dayOfStart = Date.UTC(2026, 7, 1);

/** Four days with a lot of the first type, less of the second, and few of the others; some in both feeds. */
const drawn = (id: string, number: number): AuditEvent => ({
  id,
  type: types[number % 50 === 0 ? 3 : number % 7 === 0 ? 2 : number % 3 === 0 ? 1 : 0] as EventType,
  at: dayOfStart + ((number * 7919) % 400) * (day / 100),
  actor: null,
  ...(number % 5 !== 0 && { orgId: number % 11 === 0 ? ids.otherOrg : ids.org }),
  ...(number % 2 === 0 && { groupId: ids.group }),
  details: {},
});

async function openFor(t: TestContext, engine: EngineName) {
  const { options } = await createStorage(t, engine);
  const database = await openDatabase(locationOf({ options }));
  t.after(() => database.close());
  await migrate(database);
  return database;
}

type Feed = { orgId: string } | { groupId: string };

const isIn = (of: Feed, event: AuditEvent) =>
  "orgId" in of ? event.orgId === of.orgId : event.groupId === of.groupId;

/** Computes a page without an index. */
function expectedPage(events: readonly AuditEvent[], of: Feed, filter: EventFilter, at: PageRequest) {
  const { types = [], excludedTypes = [], from = 0, to = Number.POSITIVE_INFINITY } = filter;
  const found = events
    .filter((event) => isIn(of, event) && event.at >= from && event.at <= to)
    .filter(({ type }) => (types.length === 0 || types.includes(type)) && !excludedTypes.includes(type))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const start = (at.pageNum - 1) * at.itemsPerPage;
  return {
    ids: found.slice(start, start + at.itemsPerPage).map(({ id }) => id),
    total: at.includeCount ? found.length : 0,
  };
}

const someTypes = fc.subarray([...types, "TEAM_DELETED" as const]);
const instant = fc.integer({ min: -50, max: 450 }).map((each) => dayOfStart + each * (day / 100));
const questions = {
  of: fc.constantFrom<Feed>({ orgId: ids.org }, { groupId: ids.group }, { orgId: ids.missing }),
  filter: fc.record(
    { types: someTypes, excludedTypes: someTypes, from: instant, to: instant },
    { requiredKeys: [] },
  ),
  at: fc.record({
    includeCount: fc.boolean(),
    itemsPerPage: fc.constantFrom(1, 10, 100, 500),
    pageNum: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 40 })),
  }),
};

for (const engine of engines) {
  test(`feeds on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const store = storeOver(await openFor(t, engine));
    const events = numbered(3000, drawn);
    await store.write(async (tx) => {
      for (const event of events) await tx.events.add(event);
    });
    const key = randomBytes(32);
    let last: ReturnType<typeof sealBatch> | undefined;
    const seal = (from: number, to: number) =>
      store.write(async (tx) => {
        const batch = await tx.eventSeals.stillWaiting(events.slice(from, to).map(({ id }) => id));
        const id = (from + 1).toString(16).padStart(24, "f");
        last = sealBatch(key, { id, orgId: ids.org, madeAt: dayOfStart, last, events: batch });
        await tx.eventSeals.add(
          last,
          batch.map((event) => event.id),
        );
        return last;
      });
    const asBefore = (kept: readonly AuditEvent[], numRuns: number) =>
      fc.assert(
        fc.asyncProperty(questions.of, questions.filter, questions.at, async (of, filter, at) => {
          const { results, total } = await store.read((tx) => tx.events.list(of, filter, at));
          deepEqual({ ids: results.map(({ id }) => id), total }, expectedPage(kept, of, filter, at));
        }),
        { numRuns },
      );

    await t.test("pages and counts are right while nothing is sealed", () => asBefore(events, 60));
    await t.test("pages and counts are right while a part is sealed", async () => {
      for (let from = 0; from < 2000; from += 200) await seal(from, from + 200);
      await asBefore(events, 100);
    });
    await t.test("pages and counts are right when all is sealed", async () => {
      for (let from = 2000; from < 3000; from += 200) await seal(from, from + 200);
      await asBefore(events, 100);
    });
    await t.test("pages and counts are right when retention has removed the first ones", async () => {
      const chain = await store.read((tx) => tx.eventSeals.after(ids.org, 0, 5));
      await store.write(async (tx) => {
        for (const each of chain) await tx.eventSeals.removeEvents(each.id, removalOf(key, each));
      });
      await asBefore(events.slice(1000), 100);
    });
    await t.test("no count stays of what is gone", async () => {
      const chain = await store.read((tx) => tx.eventSeals.after(ids.org, 5, 10));
      await store.write(async (tx) => {
        for (const each of chain) await tx.eventSeals.removeEvents(each.id, removalOf(key, each));
      });
      await asBefore([], 10);
      const { eventDays } = await store.read((tx) => tx.dump.take());
      deepEqual(eventDays, []);
    });
  });
}

const count = 20_000;
const rows = `with recursive numbers(i) as (select 1 union all select i + 1 from numbers where i < ${count})`;
const hexOf = {
  sqlite: (i: string) => `printf('%024x', ${i})`,
  postgres: (i: string) => `lpad(to_hex(${i}), 24, '0')`,
};
const sealed = "case when i <= 19900 then 'f' end";

for (const engine of engines) {
  test(`plans of feeds on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const database = await openFor(t, engine);
    await database.write(async (connection) => {
      const run = (sql: string) => connection.change({ sql, values: [] });
      for (const column of ["org_id", "group_id"]) {
        const shift = column === "org_id" ? "0" : String(count);
        await run(
          `insert into events (id, type, at, ${column}, details, seal_id) ${rows}
           select ${hexOf[engine](`i + ${shift}`)}, case when i % 5000 = 0 then 'TEAM_CREATED' else 'INVITED_TO_ORG' end,
             ${dayOfStart} + i * 60000, '${column === "org_id" ? ids.org : ids.group}', '{}', ${sealed} from numbers`,
        );
      }
      for (const table of ["event_totals", "event_days"]) {
        const day = table === "event_days";
        await run(
          `insert into ${table} (feed, type, count${day ? ", day" : ""}) values ('org/${ids.org}', 'INVITED_TO_ORG', 19897${day ? ", 20000" : ""})`,
        );
      }
      if (engine === "postgres") await run("analyze");
    });
    const plans: string[] = [];
    const store = storeOver(explaining(database, engine, plans));
    const plansOf = async (of: Feed, filter: EventFilter, at: Partial<PageRequest> = {}) => {
      plans.length = 0;
      const request = { includeCount: true, itemsPerPage: 100, pageNum: 1, ...at };
      const { results } = await store.read((tx) => tx.events.list(of, filter, request));
      return { plans: [...plans], results };
    };

    for (const [feed, of] of [
      ["org", { orgId: ids.org }],
      ["group", { groupId: ids.group }],
    ] as const) {
      const isWhole =
        engine === "sqlite" ? /SCAN events(?! USING COVERING INDEX events_unsealed)/ : /Seq Scan on events/;
      const isSorted = engine === "sqlite" ? /TEMP B-TREE FOR (?!GROUP BY)/ : /Sort/;

      await t.test(`the first page of ${feed} and its count read an index in its order`, async () => {
        const { plans } = await plansOf(of, {});
        equal(plans.length, 2);
        const [counts = "", page = ""] = plans;
        match(counts, /events_unsealed/);
        match(page, new RegExp(`events_in_${feed}\\b`));
        for (const plan of plans) doesNotMatch(plan, isWhole);
        doesNotMatch(page, isSorted);
      });

      await t.test(`a rare type of ${feed} is read by the index of types`, async () => {
        const { plans, results } = await plansOf(of, { types: ["TEAM_CREATED"] });
        equal(results.length, 4);
        const page = plans.at(-1) ?? "";
        match(page, new RegExp(`events_in_${feed}_of_type`));
        doesNotMatch(page, isWhole);
        doesNotMatch(page, isSorted);
      });
    }
  });
}
