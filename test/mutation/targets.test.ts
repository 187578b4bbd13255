// Tests that `npm run mutation` finds the code and the tests of each folder, and leaves out no room that decides.
import { deepEqual, ok } from "node:assert/strict";
import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { test } from "node:test";
import { folders, targetOf } from "./targets.mjs";

const rooms = [
  "core/http/stages",
  "core/http/wrappers",
  "core/operations",
  "atlas/clusters",
  "atlas/custom-roles/rules",
  "databases/deployments",
  "databases/gate",
];

/** Returns the files of a glob, whose only star is the first character of their names. */
const filesOf = (glob: string): string[] =>
  readdirSync(dirname(glob)).filter((name) => name.endsWith(basename(glob).replace("*", "")));

test("every folder has code to change, and tests that are to notice", () => {
  deepEqual(
    rooms.filter((room) => !folders.includes(room)),
    [],
  );
  for (const folder of folders) {
    const { mutate, tests } = targetOf(folder);
    ok(
      mutate.flatMap(filesOf).some((name) => !name.endsWith(".test.ts")),
      `${folder} has no code`,
    );
    ok(tests.length > 0, `${folder} has no tests`);
    for (const glob of tests) ok(filesOf(glob).length > 0, `${glob} matches nothing`);
  }
});
