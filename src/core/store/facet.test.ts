// Proves which statements the makers of facets send to the engine, and which values they return.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import type { Connection } from "./database.ts";
import { amends, changes, count, countsChanges, exists, many, one, paged, posts, Unit } from "./facet.ts";
import type { Builder, Statement } from "./query.ts";

/** Opens a unit whose every query finds `rows`, and whose every change affects as many. */
function openUnit(rows: object[]) {
  const sent: [how: string, sql: string, ...values: unknown[]][] = [];
  const note = (how: string, { sql, values }: Statement) => void sent.push([how, sql, ...values]);
  const connection: Connection = {
    engine: "sqlite",
    rows(statement) {
      note("rows", statement);
      return rows;
    },
    change(statement) {
      note("change", statement);
      return rows.length;
    },
    post: (statement) => note("post", statement),
    amend: (statement) => note("amend", statement),
  };
  return { unit: new Unit(connection), sent };
}

const named = (db: Builder, name: string) => db.selectFrom("orgs").select("id").where("name", "=", name);
const found = 'select "id" from "orgs" where "name" = ?';
const remove = (db: Builder, name: string) => db.deleteFrom("orgs").where("name", "=", name);
const removed = 'delete from "orgs" where "name" = ?';

test("rows are given as they are, or as they are shown", async () => {
  const { unit, sent } = openUnit([{ id: "a" }, { id: "b" }]);
  deepEqual(await many(named)(unit, "x"), [{ id: "a" }, { id: "b" }]);
  deepEqual(await many(named, (row) => row.id)(unit, "x"), ["a", "b"]);
  deepEqual(await one(named)(unit, "x"), { id: "a" });
  equal(await one(named, (row) => row.id)(unit, "x"), "a");
  equal(await exists(named)(unit, "x"), true);
  deepEqual(sent, Array(5).fill(["rows", found, "x"]));
});

test("no row is undefined, and does not exist", async () => {
  const { unit } = openUnit([]);
  equal(await one(named, (row) => row.id)(unit, "x"), undefined);
  equal(await exists(named)(unit, "x"), false);
});

test("a selection is counted, and paged in its order", async () => {
  const { unit, sent } = openUnit([{ id: "a", count: 7 }]);
  const select = (db: Builder, name: string) => named(db, name).orderBy("id");
  equal(await count(select)(unit, "x"), 7);
  const counted = ["rows", 'select count(*) as "count" from "orgs" where "name" = ?', "x"];
  deepEqual(sent, [counted]);
  const at = { itemsPerPage: 10, pageNum: 3, includeCount: true };
  const page = paged(select, (row) => row.id);
  deepEqual(await page(unit, "x", at), { ...at, results: ["a"], total: 7 });
  const rows = ["rows", `${found} order by "id" limit ? offset ?`, "x", 10, 20];
  deepEqual(sent.slice(1), [rows, counted]);
  deepEqual(await page(unit, "x", { ...at, includeCount: false }), {
    ...at,
    includeCount: false,
    results: ["a"],
    total: 0,
  });
  deepEqual(sent.slice(3), [rows]);
});

test("changes are posted, amended, counted, or asked whether they found a row", async () => {
  const { unit, sent } = openUnit([{}, {}]);
  posts(remove, remove)(unit, "x");
  amends(remove)(unit, "x");
  equal(await countsChanges(remove)(unit, "x"), 2);
  equal(await changes(remove)(unit, "x"), true);
  equal(await changes(remove)(openUnit([]).unit, "x"), false);
  deepEqual(
    sent,
    ["post", "post", "amend", "change", "change"].map((how) => [how, removed, "x"]),
  );
});

test("a function that is called after the end of its unit rejects", async () => {
  const { unit } = openUnit([]);
  unit.end();
  for (const run of [many(named), one(named), exists(named), changes(remove)]) {
    await rejects(run(unit, "x") as Promise<unknown>, /after its unit of work had ended/);
  }
});
