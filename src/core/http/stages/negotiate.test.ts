// Tests the version that an Accept header gets, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { getGroup } from "../../../atlas/groups/operations.ts";
import { Fault } from "../../contract/errors.ts";
import type { Operation } from "../../operations/operation.ts";
import { negotiate } from "./negotiate.ts";

/** Two versions, of which the older one is to be removed. */
const operation: Operation = {
  ...getGroup,
  versions: { "2023-01-01": { deprecated: "2025-02-19", sunset: "2027-07-01" }, "2025-02-19": {} },
  successor: "somethingElse",
};

const before = Date.parse("2027-06-30T23:59:59.999Z");
const after = Date.parse("2027-07-01T00:00:00Z");

/** Returns the version, or the code of the refusal and its parameters. */
function ask(accept: string | undefined, { lenient = false, now = before, of = operation } = {}) {
  try {
    return negotiate(of, accept, { lenient, now });
  } catch (reason) {
    if (reason instanceof Fault) return [reason.status, reason.code, ...reason.parameters];
    throw reason;
  }
}

const asked = (version: string) => `application/vnd.atlas.${version}+json`;
const invalid = [406, "INVALID_VERSION_DATE"];

test("a version by its exact date", () => {
  equal(ask(asked("2023-01-01")), "2023-01-01");
  equal(ask(asked("2025-02-19")), "2025-02-19");
});

test("a newer date means the newest version that is not newer", () => {
  equal(ask(asked("2023-01-02")), "2023-01-01");
  equal(ask(asked("2024-02-29")), "2023-01-01");
  equal(ask(asked("2025-02-18")), "2023-01-01");
  equal(ask(asked("2025-02-20")), "2025-02-19");
  equal(ask(asked("9999-12-31")), "2025-02-19");
});

test("names of media types have no case, and parameters may follow", () => {
  equal(ask("Application/VND.Atlas.2023-01-01+JSON"), "2023-01-01");
  equal(ask(`${asked("2023-01-01")};charset=utf-8`), "2023-01-01");
  equal(ask(`  ${asked("2023-01-01")} ; q=0.1  `), "2023-01-01");
});

test("a version whose content is not JSON may be asked for by that content, and no other by it", () => {
  const download: Operation = {
    ...operation,
    versions: { "2023-02-01": { type: "application/vnd.atlas.2023-02-01+gzip" } },
  };
  for (const accept of ["2023-02-01+gzip", "2025-03-12+GZIP", "2025-03-12+json"]) {
    equal(ask(`application/vnd.atlas.${accept}`, { of: download }), "2023-02-01", accept);
  }
  deepEqual(ask("application/vnd.atlas.2023-02-01+csv", { of: download }), invalid);
  deepEqual(ask("application/vnd.atlas.2025-02-19+gzip"), invalid);
});

test("406 for a date older than every version, and for dates of no calendar", () => {
  for (const date of ["2022-12-31", "0001-01-01", "2023-02-29", "2023-13-01", "2024-00-01", "2024-01-32"]) {
    deepEqual(ask(asked(date)), invalid, date);
  }
});

test("406 for other types, and for none", () => {
  for (const accept of [
    undefined,
    "",
    ",",
    "text/html",
    "garbage",
    asked("preview"),
    asked("2023-1-1"),
    "application/vnd.atlas.2023-01-01+csv",
    "application/vnd.atlas.2023-01-01",
    `x${asked("2023-01-01")}`,
    `${asked("2023-01-01")}x`,
  ]) {
    deepEqual(ask(accept), invalid, accept);
    if (accept !== undefined && accept !== "") deepEqual(ask(accept, { lenient: true }), invalid, accept);
  }
});

test("wildcards and plain JSON mean the newest version, but only where that is wished", () => {
  for (const accept of [undefined, "", "*/*", "application/*", "application/json", "text/html, */*;q=0.8"]) {
    deepEqual(ask(accept), invalid, accept);
    equal(ask(accept, { lenient: true }), "2025-02-19", accept);
  }
  equal(ask(`*/*, ${asked("2023-01-01")}`, { lenient: true }), "2023-01-01");
});

test("of several ranges the heaviest that there is, of equals the first", () => {
  const [old, young, older] = [asked("2023-01-01"), asked("2025-02-19"), asked("2022-01-01")];
  equal(ask(`${old}, ${young}`), "2023-01-01");
  equal(ask(`text/html,${young},${old}`), "2025-02-19");
  equal(ask(`${old};q=0.5, ${young}`), "2025-02-19");
  equal(ask(`${old};q=0.5, ${young};q=0.4`), "2023-01-01");
  equal(ask(`${older}, ${young};q=0.001`), "2025-02-19");
  equal(ask(`${old};q=0, ${young};q=0.1`), "2025-02-19");
  deepEqual(ask(`${old};q=0`), invalid);
  deepEqual(ask(`${old};q=0.000, ${young};Q=0`), invalid);
});

test("410 from the day of the sunset on, with what to call instead; the others stay", () => {
  const gone = [410, "VERSION_GONE", "2023-01-01", "2027-07-01", "somethingElse"];
  deepEqual(ask(asked("2023-01-01"), { now: after }), gone);
  deepEqual(ask(asked("2024-08-05"), { now: after }), gone);
  equal(ask(asked("2025-02-19"), { now: after }), "2025-02-19");
  equal(ask("*/*", { lenient: true, now: after }), "2025-02-19");
});

test("an operation without versions has one answer, whatever is asked for", () => {
  const unversioned: Operation = { ...getGroup, versions: { unversioned: {} } };
  for (const accept of [undefined, "text/html", asked("2023-01-01"), "garbage"]) {
    equal(negotiate(unversioned, accept, { lenient: false, now: after }), "unversioned", accept);
  }
});

test("what was removed, and has no successor, points to a newer version", () => {
  const { successor: _, ...alone } = operation;
  try {
    negotiate(alone, asked("2023-01-01"), { lenient: false, now: after });
  } catch (reason) {
    deepEqual((reason as Fault).parameters, ["2023-01-01", "2027-07-01", "a newer version"]);
    return;
  }
  throw new Error("it was not refused");
});

test("a wildcard and plain JSON are told from what only looks like them", () => {
  for (const accept of [
    "APPLICATION/JSON",
    "text/html,application/json",
    "text/html\t*/*",
    "application/json;q=1",
  ]) {
    equal(ask(accept, { lenient: true }), "2025-02-19", accept);
  }
  for (const accept of [
    "application/jsonl",
    "xapplication/json",
    "text/*",
    "application/**",
    "*/*x",
    "x*/*",
  ]) {
    deepEqual(ask(accept, { lenient: true }), invalid, accept);
  }
});
