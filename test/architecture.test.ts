// The shape of the source, as rules that are checked: who may import whom, without circles, and who owns time, chance and
// the environment.
import { deepEqual, equal } from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { operations } from "../src/atlas/index.ts";
import { consoleOperations } from "../src/console/operations/index.ts";
import { listed } from "./suites.mjs";
import { pluck } from "./support/pluck.ts";
import { isTestOf } from "./support/proofs.ts";

/**
 * What each folder or file of src/ may import beside itself. Imports point one way:
 * contract ← domain ← store ← changes ← operations ← http ← server. `type:` allows types only.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  // Words, rules, and where state is kept.
  contract: [],
  // What Atlas's document states, with our patches and words.
  spec: ["contract", "domain", "type:client"],
  domain: ["contract", "type:client"],
  secrets: ["contract", "domain"],
  store: ["contract", "domain"],
  "clock.ts": ["domain"],
  "log.ts": ["clock.ts", "stack.ts"],
  "bundle-text.ts": [],
  "stack.ts": ["bundle-text.ts"],
  "private-files.ts": [],
  "real-timers.ts": [],
  settings: ["contract", "domain", "type:seed"],
  cedar: ["contract", "domain", "secrets"],
  tls: ["domain", "secrets", "settings", "private-files.ts"],

  // What a unit of work does to several nouns, the table of operations, and the pipeline that requests walk.
  changes: ["contract", "domain", "type:secrets", "type:store"],
  operations: ["contract", "domain", "changes", "spec", "type:client", "type:secrets", "type:store"],
  http: [
    "contract",
    "domain",
    "changes",
    "operations",
    "secrets",
    "spec",
    "clock.ts",
    "type:cedar",
    "type:store",
  ],

  // Interpreters of the table, and what is beside the pipeline.
  openapi: ["contract", "domain", "type:operations"],
  client: ["contract", "clock.ts"],
  report: ["contract", "domain", "operations", "spec", "type:client"],
  traffic: ["domain", "report"],
  seed: ["contract", "domain", "secrets", "changes", "operations", "spec", "type:store"],
  controls: [
    "contract",
    "domain",
    "changes",
    "http",
    "settings",
    "report",
    "clock.ts",
    "worlds",
    "type:operations",
    "type:secrets",
    "type:seed",
    "type:store",
  ],

  // Mail, seals of events, and the pages: clients of the table.
  audit: ["contract", "domain", "looking.ts", "secrets", "type:clock.ts", "type:settings", "type:store"],
  mail: ["contract", "domain", "changes", "secrets", "clock.ts", "settings", "type:store"],
  deployments: [
    "domain",
    "changes",
    "clock.ts",
    "looking.ts",
    "settings",
    "private-files.ts",
    "type:http",
    "type:secrets",
    "type:store",
  ],
  console: [
    "contract",
    "domain",
    "secrets",
    "client",
    "clock.ts",
    "operations",
    "report",
    "http",
    "type:controls",
    "type:settings",
  ],

  // Worlds read through the API, compared, and written as seeds.
  worlds: ["contract", "domain", "client", "private-files.ts", "seed"],
  convert: ["contract", "domain", "client", "report", "worlds", "terraform"],

  // Configurations and states of Terraform.
  terraform: [],

  // What removes what is kept no longer.
  "looking.ts": [],
  "sweeper.ts": ["domain", "changes", "looking.ts", "type:clock.ts", "type:store"],

  // What stands before the databases of projects.
  gate: ["changes", "domain", "http", "looking.ts", "type:clock.ts", "type:store"],

  // What counts calls of what is to be removed.
  "deprecations.ts": ["domain", "http", "looking.ts", "type:store"],

  // What notes the last use of keys.
  "key-uses.ts": ["domain", "looking.ts", "type:store"],

  // What operators are told.
  monitoring: ["contract", "domain", "clock.ts", "http", "looking.ts", "type:store"],

  // Where everything comes together: the one place, the command line, and how either is begun.
  server: [
    "contract",
    "domain",
    "secrets",
    "type:cedar",
    "store",
    "clock.ts",
    "settings",
    "log.ts",
    "private-files.ts",
    "operations",
    "http",
    "openapi",
    "seed",
    "controls",
    "mail",
    "audit",
    "console",
    "tls",
    "sweeper.ts",
    "deprecations.ts",
    "key-uses.ts",
    "monitoring",
    "deployments",
    "gate",
  ],
  "server.ts": [
    "domain",
    "cedar",
    "clock.ts",
    "log.ts",
    "operations",
    "http",
    "secrets",
    "controls",
    "audit",
    "tls",
    "sweeper.ts",
    "deprecations.ts",
    "key-uses.ts",
    "server",
    "type:settings",
    "type:store",
  ],
  cli: [
    "contract",
    "domain",
    "secrets",
    "clock.ts",
    "settings",
    "log.ts",
    "changes",
    "operations",
    "client",
    "report",
    "traffic",
    "seed",
    "controls",
    "deployments",
    "audit",
    "server",
    "server.ts",
    "private-files.ts",
    "store",
    "tls",
    "worlds",
    "convert",
    "terraform",
    "monitoring",
  ],
  "main.ts": ["settings", "seed", "cli", "stack.ts", "store"],
  "embedded.ts": [
    "anteroom.ts",
    "client",
    "clock.ts",
    "settings",
    "controls",
    "domain",
    "http",
    "secrets",
    "seed",
    "server",
    "server.ts",
    "store",
    "tls",
    "intercept",
  ],
  intercept: ["type:anteroom.ts"],
  "program.ts": ["embedded.ts", "main.ts", "real-timers.ts"],
  "library.ts": ["load.ts", "type:anteroom.ts"],
  fixtures: ["library.ts", "type:anteroom.ts"],
  "load.ts": ["bundle-text.ts", "type:program.ts"],
  "anteroom.ts": ["domain", "settings", "type:client", "type:controls", "type:seed"],
  "bin.ts": ["load.ts"],
};

/** Whatever else needs one of these is given it, so that tests can set time and repeat chance. */
const owners = [
  { what: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/, files: ["clock.ts", "real-timers.ts"] },
  {
    what: /\bMath\.random\b|\brandom(Bytes|UUID|Int)\b|\bgetRandomValues\b/,
    // Secrets and ids; what no seal can be; the names of requests in the log; the client's own part of a digest, and its waits.
    files: ["secrets/mint.ts", "http/respond.ts", "client/digest.ts", "client/repeating.ts"],
  },
  // And what looks for programs on the PATH.
  { what: /\bprocess\.env\b/, files: ["main.ts", "deployments/programs.ts"] },
  { what: /["'](kysely|pg|better-sqlite3)["']/, files: ["store/"] },
  { what: /\("mongodb"\)|from "mongodb"/, files: ["deployments/mongodb.ts"] },
];

const root = fileURLToPath(new URL("..", import.meta.url));

function sources(folder: string, { tests = false } = {}): { file: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && (tests || !/\.test(-d)?\.ts$/.test(file)))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, folder, file), "utf8") }));
}

const source = sources("src");
const partOf = (file: string) => file.split("/")[0] ?? "";

/** Relative imports of a file, static (for their effects, too) and dynamic: the file of src/ they lead to, and whether they fetch types alone. */
function importsOf({ file, text }: { file: string; text: string }) {
  const found = [
    ...text.matchAll(/^(?:import|export)\s+([^;"]*?)\s*from\s*"(\.[^"]+)"/gm),
    ...text.matchAll(/^import()\s+"(\.[^"]+)"/gm),
    ...text.matchAll(/\b()import\("(\.[^"]+)"\)/g),
  ];
  return found.map(([, names = "", path = ""]) => {
    const listed = /^\{(.*)\}$/s.exec(names)?.[1]?.split(",") ?? [];
    const isType =
      names.startsWith("type ") ||
      (listed.length > 0 && listed.every((name) => /^\s*(type\s.*)?$/s.test(name)));
    return { to: normalize(join(dirname(file), path)), isType };
  });
}

/** Such as `invites` of `operations/invites/createGroupInvite.ts`; the table itself and `declare.ts` are in none. */
const folderOf = (file: string): string | undefined => /^operations\/([^/]+)\//.exec(file)?.[1];

const isOperation = (text: string): boolean => /= (?:operation|atlas)\(/.test(text);

const imports = new Map(source.map((each) => [each.file, importsOf(each)]));

/** The files of the first circle of imports, the first one again at its end; none where there is no circle. */
function findCircle(): string[] {
  const finished = new Set<string>();
  const follow = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return [];
    for (const { to } of imports.get(file) ?? []) {
      const circle = follow(to, [...path, file]);
      if (circle.length > 0) return circle;
    }
    finished.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = follow(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

test("imports point one way", () => {
  const forbidden = source.flatMap((each) => {
    const from = partOf(each.file);
    const allowed = mayImport[from];
    if (allowed === undefined) return [`${each.file}: say in this test what ${from} may import`];
    return importsOf(each)
      .map(({ to, isType }) => ({ to: partOf(to), isType }))
      .filter(
        ({ to, isType }) =>
          to !== from && !allowed.includes(to) && !(isType && allowed.includes(`type:${to}`)),
      )
      .map(({ to, isType }) => `${each.file} imports ${isType ? "types" : "values"} of ${to}`);
  });
  deepEqual(forbidden, []);
});

test("imports form no circle, not even of types", () => deepEqual(findCircle(), []));

test("operations on one noun import what declarations of others share, and nothing else", () => {
  const found = [...imports].flatMap(([file, imported]) =>
    imported
      .map(({ to }) => to)
      .filter((to) => folderOf(to) !== undefined && folderOf(file) !== undefined)
      .filter((to) => folderOf(to) !== folderOf(file) && !/\/common\.ts$/.test(to))
      .map((to) => `${file} ← ${to}`),
  );
  deepEqual(found, []);
});

test("a folder of operations holds operations and what they share", () => {
  const others = source
    .filter(({ file }) => folderOf(file) !== undefined && !/\/(common|index|table)\.ts$/.test(file))
    .filter(({ file, text }) => !/\/[a-z]+[A-Z]\w*\.ts$/.test(file) || !isOperation(text));
  deepEqual(pluck(others, "file"), []);
});

test("tests of contract, domain and secrets start no server: scripts/test.mjs does not watch them", () => {
  const strays = sources("src", { tests: true })
    .filter(({ file }) => /^(contract|domain|secrets)\/.*\.test\.ts$/.test(file))
    .filter((each) =>
      importsOf(each).some(({ to }) => !["contract", "domain", "secrets"].includes(partOf(to))),
    );
  deepEqual(pluck(strays, "file"), []);
});

test("test/suites.mjs lists files and folders that are there", () => {
  deepEqual(
    listed.filter((name) => !existsSync(join(root, name))),
    [],
  );
});

test("time, chance, the environment and the database stay with their owners", () => {
  const strays = owners.flatMap(({ what, files }) =>
    source
      .filter(({ file, text }) => what.test(text) && !files.some((owner) => file.startsWith(owner)))
      .map(({ file }) => `${file} uses ${what.source}`),
  );
  deepEqual(strays, []);
});

test("nothing is exported as default", () => {
  const everything = ["src", "test", "scripts"].flatMap((folder) => sources(folder, { tests: true }));
  const defaults = everything.filter(({ text }) => /^export default\b|\bas default\b.*\}/m.test(text));
  deepEqual(pluck(defaults, "file"), []);
});

test("of operations, declare.ts exports what it imports, all that every declaration is made of, and the tables do", () => {
  const passing = source.filter(
    ({ file, text }) => file.startsWith("operations/") && /^export (?:type )?[{*][^;]* from "/m.test(text),
  );
  deepEqual(pluck(passing, "file"), [
    "operations/console/table.ts",
    "operations/declare.ts",
    "operations/table.ts",
  ]);
});

test("every source file begins with what it is for; an operation's says it in its summary", () => {
  const silent = source.filter(({ text }) => !/^(#!.*\n)?\/\/ \S/.test(text) && !isOperation(text));
  deepEqual(pluck(silent, "file"), []);
});

test("an operation is a file of its name, a line of the registry, and a test: its own, one with its other side, or its folder's", () => {
  const declared = source
    .filter(({ file, text }) => folderOf(file) !== undefined && isOperation(text))
    .map(({ file }) => file);
  const all = { ...operations, ...consoleOperations };
  deepEqual(declared.map((file) => basename(file, ".ts")).sort(), Object.keys(all).sort());
  for (const [id, operation] of Object.entries(all)) equal(operation.id, id);
  const tests = sources("src/operations", { tests: true }).filter(({ file }) => file.endsWith(".test.ts"));
  /** A test that is named for no operation is of all in its folder; test/tables/calls.ts holds that each is asked. */
  const isTestOfAll = (file: string) => !Object.keys(all).some((id) => isTestOf(id, file));
  const foldersTested = new Set(
    tests.filter(({ file }) => isTestOfAll(file)).map(({ file }) => partOf(file)),
  );
  const isTested = (id: string) =>
    tests.some(({ file, text }) => isTestOf(id, file) && text.includes(`"${id}"`)) ||
    foldersTested.has(folderOf(declared.find((file) => basename(file, ".ts") === id) ?? "") ?? "");
  deepEqual(
    Object.keys(all).filter((id) => !isTested(id)),
    [],
  );
});

test("no query asks for all columns: one that is prepared would fail once a migration adds another", () => {
  // A dump is of whole rows, and of test controls alone.
  const found = source.filter(
    ({ file, text }) =>
      file.startsWith("store/") && file !== "store/dump.ts" && /\b(?:selectAll|returningAll)\(/.test(text),
  );
  deepEqual(pluck(found, "file"), []);
});
