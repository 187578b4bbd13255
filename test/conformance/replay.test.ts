// Real Atlas was recorded to answer as Anteroom does, but for the rows of recorded-differences.ts, which all excuse something.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { rowsLeft, rowsOf } from "./recorded-differences.ts";
import { sourceNames, sources } from "./recordings.ts";
import { count, judge, replay } from "./replay.ts";

const fewest = { selection: 200, cli: 560, provider: 180 };

for (const source of sourceNames) {
  const { read, named } = sources[source];
  test(`recorded answers: ${source}`, {
    skip: read === undefined && `SKIPPED: name them in ${named}`,
  }, async (t) => {
    const { outcomes, absent } = await replay(source);
    t.diagnostic(`${JSON.stringify(count(outcomes))}, and ${absent} of operations that are not here`);
    ok(outcomes.length >= fewest[source]);
    deepEqual(judge(source, outcomes), { unexcused: [], unused: [] });
  });
}

test("the rows only become fewer", () => {
  deepEqual(Object.fromEntries(sourceNames.map((source) => [source, rowsOf(source).length])), rowsLeft);
});
