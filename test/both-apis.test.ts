// What can be done through the older API and through the newer leaves the same state, the same feeds and the same mail,
// and what one refuses the other refuses; where Atlas itself differs, the tables say how and why.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { engines, skipReason } from "./support/engines.ts";
import { pluck } from "./support/pluck.ts";
import { twinSeed } from "./support/twin-steps.ts";
import { lacking, type Step, startTwins } from "./support/twins.ts";
import { pairs } from "./tables/both-apis.ts";
import { orgRefusals } from "./tables/org-refusals.ts";
import { peopleRefusals } from "./tables/people-refusals.ts";
import { projectPairs } from "./tables/project-invitations.ts";

const listOf = (steps: Step | readonly Step[]): readonly Step[] =>
  typeof steps === "function" ? [steps] : steps;

for (const engine of engines) {
  test(`both APIs on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const perform = await startTwins(t, engine, twinSeed);

    for (const [title, pair] of Object.entries({ ...pairs, ...projectPairs })) {
      await t.test(title, async () => {
        const { given = [], differs } = pair;
        const older = await perform(given, listOf(pair.older));
        const newer = await perform(given, listOf(pair.newer));
        for (const { answer } of [older, newer]) ok(Number(answer) < 300, `answered ${answer}`);
        if (differs === undefined) return deepEqual(older.changes, newer.changes);
        const onlyOlder = lacking(older.changes, newer.changes);
        const onlyNewer = lacking(newer.changes, older.changes);
        deepEqual([onlyOlder, onlyNewer], [differs.older, differs.newer]);
      });
    }

    for (const [title, { given, answers, ...steps }] of Object.entries({
      ...orgRefusals,
      ...peopleRefusals,
    })) {
      await t.test(`refused: ${title}`, async () => {
        const outcomes = [await perform(given, [steps.older]), await perform(given, [steps.newer])];
        const expected = typeof answers === "string" ? [answers, answers] : answers.slice(0, 2);
        deepEqual(pluck(outcomes, "answer"), expected);
        for (const { answer, changes } of outcomes) if (typeof answer === "string") deepEqual(changes, []);
      });
    }
  });
}
