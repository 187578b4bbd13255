// Proves pages of lists that were read whole: searched, filtered, sorted as people do, and read from the first to the last.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { browse } from "./browse.ts";

const all = Array.from({ length: 120 }, (_, nth) => ({
  id: `id${nth}`,
  name: nth % 2 === 0 ? `Team ${nth}` : `team ${nth}`,
  people: nth % 7,
}));
type Row = (typeof all)[number];

const list = (query: Record<string, string>, rows: readonly Row[] = all) =>
  browse({ query: new URLSearchParams(query), language: "en" }, rows, {
    idOf: ({ id }) => id,
    texts: ({ id, name }) => [id, name],
    columns: [
      { by: "name", value: ({ name }) => name },
      { by: "people", value: ({ people }) => people },
    ],
    filters: [{ name: "people", has: ({ people }, value) => String(people) === value }],
  });

test("sorted as people do: numbers by their value, and without regard to case", () => {
  deepEqual(
    list({})
      .rows.slice(8, 12)
      .map(({ name }) => name),
    ["Team 8", "team 9", "Team 10", "team 11"],
  );
  equal(list({ sort: "-name" }).rows[0]?.name, "team 119");
});

test("searched by words that all stand somewhere, and filtered", () => {
  deepEqual(list({ q: " TEAM 11 " }).rows.map(({ name }) => name).length, 11);
  deepEqual([list({ q: "nothing" }).rows, list({ q: "nothing" }).total], [[], 0]);
  equal(list({ people: "3" }).total, 17);
});

test("gone through forwards and back, in each order, with each row once", () => {
  for (const sort of ["name", "-name", "people", "-people"]) {
    const there: string[] = [];
    let page = list({ sort, size: "25" });
    equal(page.previous, null);
    for (;;) {
      there.push(...page.rows.map(({ id }) => id));
      if (page.next === null) break;
      page = list({ sort, size: "25", after: page.next });
    }
    deepEqual([there.length, new Set(there).size], [120, 120]);
    const back: string[] = page.rows.map(({ id }) => id);
    while (page.previous !== null) {
      page = list({ sort, size: "25", before: page.previous });
      back.unshift(...page.rows.map(({ id }) => id));
    }
    deepEqual(back, there);
  }
});

test("a page goes on where it was, though its last row is gone", () => {
  const { next, rows } = list({ size: "25" });
  const gone = rows.at(-1)?.id;
  const after = list(
    { size: "25", after: next ?? "" },
    all.filter(({ id }) => id !== gone),
  );
  equal(after.rows[0]?.name, "team 25");
  equal(list({ after: "nonsense" }).rows.length, 50);
});
