// `anteroom init`: what it writes can be used, and what was there stays.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { endingOf } from "../src/atlas/endings.ts";
import { operations } from "../src/atlas/index.ts";
import { readSeed } from "../src/testing/seed/document.ts";
import { anteroom } from "./support/command.ts";
import { createFolder } from "./support/storage.ts";

test("init writes a seed, a .gitignore and a first test, and overwrites nothing", async (t) => {
  const folder = createFolder(t);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ devDependencies: { vitest: "4" } }));
  writeFileSync(join(folder, ".gitignore"), "mine\n");
  const { code, stdout, stderr } = await anteroom(["init", folder]);
  equal(code, 0, stderr);
  deepEqual(readdirSync(folder).sort(), [".gitignore", "anteroom.test.mjs", "package.json", "world.yaml"]);
  equal(readFileSync(join(folder, ".gitignore"), "utf8"), "mine\n");
  match(stdout, /^kept {3}\.gitignore, which was there; see that it has the line data\/$/m);
  match(stdout, /npx --no -- vitest run/);
  match(stdout, /^ {2}npx --no -- anteroom dev --seed world\.yaml {2}/m);
  const world = join(folder, "world.yaml");
  match(
    readFileSync(world, "utf8"),
    /^# yaml-language-server: \$schema=\.\/node_modules\/atlas-anteroom\/seed\.schema\.json\n/,
  );
  equal((await readSeed({ name: world, text: null })).orgs.length, 1);
  match(
    readFileSync(join(folder, "anteroom.test.mjs"), "utf8"),
    /from "vitest";\nimport \{ anteroomTest \} from "atlas-anteroom\/vitest";/,
  );
  const written = readFileSync(join(folder, "anteroom.test.mjs"), "utf8");
  for (const [, called = ""] of written.matchAll(/\batlas\.(\w+)/g)) {
    ok(called in operations && endingOf(called) === undefined, called);
  }
  const empty = createFolder(t);
  await anteroom(["init", empty]);
  // All that dev and serve write, unless they are told another folder: the store, credentials, links, and the key of a certificate.
  match(readFileSync(join(empty, ".gitignore"), "utf8"), /^data\/$/m);
});
