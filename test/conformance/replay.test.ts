// Real Atlas was recorded to answer as Anteroom does, but for the rows of recorded-differences.ts, which all excuse something.
import { deepEqual, ok } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { readSpec } from "../../src/core/spec/files.ts";
import { rowsLeft, rowsOf } from "./recorded-differences.ts";
import { sourceNames, sources } from "./recordings.ts";
import { count, equalIn, judge, replay } from "./replay.ts";

/** The operations that gave a recorded answer, by any source. */
const equalAnswers = new Set<string>();
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
    for (const id of equalIn(outcomes)) equalAnswers.add(id);
  });
}

test("the grade `recorded` is that of the operations with an answer of equal status and shape", {
  skip:
    sourceNames.some((source) => sources[source].read === undefined) && "SKIPPED: not all sources are here",
}, () => {
  const recorded = Object.entries(readSpec("grades")).filter(([, grade]) => grade === "recorded");
  deepEqual(
    recorded.map(([id]) => id),
    [...equalAnswers].sort(),
  );
});

/** The operations whose class in a list of Atlas's operations allows the grade `kept`. */
const classes = join(dirname(process.env.ANTEROOM_OFFICIAL ?? ""), "rest-classes.tsv");

test("only what keeps and what stands still has the grade `kept`", {
  skip: !existsSync(classes) && "SKIPPED: no list of classes beside ANTEROOM_OFFICIAL",
}, () => {
  const rows = readFileSync(classes, "utf8").trim().split("\n");
  const classOf = new Map(rows.map((row) => row.split("\t").slice(0, 2) as [string, string]));
  const kept = Object.entries(readSpec("grades")).filter(([, grade]) => grade === "kept");
  deepEqual(
    kept
      .map(([id]) => [id, classOf.get(id)])
      .filter(([, known]) => known !== undefined && !/kept|static/.test(known)),
    [],
  );
});

test("the rows only become fewer", () => {
  deepEqual(Object.fromEntries(sourceNames.map((source) => [source, rowsOf(source).length])), rowsLeft);
});
