// Tests of the table of endings: the counts on every page and in every report, and its agreement with what Anteroom declares
// and answers.
import { deepEqual, equal, match as matches } from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../core/operations/operation.ts";
import { endingRows } from "../core/spec/endings.ts";
import { endingsIn } from "../core/spec/sunsets.ts";
import { calendar, calendarInWords, endingOf, endings, figures, figuresInWords, match } from "./endings.ts";
import { gapRows } from "./gaps.ts";
import { operations } from "./index.ts";

test("69 versions of 59 operations end on 1 July 2027, and others on nine days around it", () => {
  deepEqual(figures, { versions: 69, all: 59, removed: 25, goOn: 34 });
  matches(figuresInWords, /69 versions of 59 operations: 25 operations are removed, and 34 go on/);
  deepEqual(
    calendar.map(({ date, versions, operations, removed }) => [date, versions, operations, removed]),
    [
      ["2025-01-01", 2, 2, 0],
      ["2025-02-05", 1, 1, 1],
      ["2026-01-22", 12, 12, 12],
      ["2026-04-21", 2, 2, 0],
      ["2026-09-14", 5, 5, 0],
      ["2026-09-16", 1, 1, 0],
      ["2027-01-18", 2, 2, 2],
      ["2027-02-04", 4, 4, 4],
      ["2027-03-01", 2, 2, 0],
      ["2027-07-01", 69, 59, 25],
    ],
  );
  matches(calendarInWords, /, 4 on 2027-02-04, 2 on 2027-03-01\.$/);
});

const declared: Readonly<Record<string, Operation>> = operations;

test("each version that is here ends as the table says, and no other does", () => {
  const here = Object.values(declared).flatMap(({ id, versions }) =>
    Object.entries(versions).flatMap(([version, { sunset }]) =>
      sunset === undefined ? [] : [`${id} ${version} ${sunset}`],
    ),
  );
  const listed = endings.flatMap(({ operation: { id }, version, sunset }) =>
    declared[id]?.versions[version] === undefined ? [] : [`${id} ${version} ${sunset}`],
  );
  deepEqual(here.sort(), listed.sort());
});

test("each operation that ends is here or listed as a gap, and so is what takes its place", () => {
  const known = new Set([...Object.keys(operations), ...gapRows.map(({ id }) => id)]);
  for (const { id, successor } of endingRows) {
    equal(known.has(id), true, id);
    for (const [name] of successor.matchAll(/\b[a-z]+(?:[A-Z]\w*)+/g)) {
      equal(known.has(name), true, `${id}: ${name}`);
    }
  }
});

test("a call is matched by the version that it asks for, also one of what is not here", () => {
  const groupId = "32b6e34b3d91647abb20e7b8";
  const ask = (path: string, date: string) =>
    match({
      method: "GET",
      target: `/api/atlas/v2/groups/${groupId}${path}`,
      accept: `application/vnd.atlas.${date}+json`,
    });
  const found = ask("/clusters/some/backup/schedule", "2023-11-15");
  deepEqual([found?.operation.id, found?.version], ["getGroupClusterBackupSchedule", "2023-01-01"]);
  deepEqual(found?.params, { groupId, clusterName: "some" });
  equal(ask("/clusters/some/backup/schedule", "2024-08-05"), undefined);
  equal(ask("/pushBasedLogExport", "2025-03-12")?.operation.id, "getGroupPushBasedLogExport");
  const unclear = match({
    method: "POST",
    target: `/api/atlas/v2/groups/${groupId}/clusters`,
    accept: undefined,
  });
  deepEqual([unclear?.isUnclear, unclear?.version], [true, undefined]);
});

test("the day of a call is that of its version; without one, the last of the operation", () => {
  const sunset = (version?: string) => endingOf("createGroupCluster", version)?.sunset;
  deepEqual(
    [sunset("2024-08-05"), sunset("2023-02-01"), sunset()],
    ["2027-03-01", "2027-07-01", "2027-07-01"],
  );
  equal(endingOf("getGroup"), undefined);
});

test("a sunset is found in any answer of a version, and what does not end is left out", () => {
  const operations = {
    makeB: {
      call: "POST /b",
      answers: {
        200: { "2023-01-01": { sunset: "2027-07-01" } },
        204: { "2023-01-01": {} },
        201: { "2024-05-30": {} },
      },
    },
    readB: { call: "GET /b", answers: { 200: { "2023-01-01": {} } } },
    endA: { call: "DELETE /a", answers: { 204: { "2023-01-01": { sunset: "2027-01-18" } } } },
  };
  deepEqual(endingsIn(operations), {
    makeB: { call: "POST /b", versions: { "2023-01-01": "2027-07-01", "2024-05-30": null } },
    endA: { call: "DELETE /a", versions: { "2023-01-01": "2027-01-18" } },
  });
});
