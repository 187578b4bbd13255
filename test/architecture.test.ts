// The shape of the source, as rules that are checked: who may import whom, without circles, and who owns time, chance and
// the environment.
import { deepEqual, equal } from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { operations } from "../src/atlas/index.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { wrappers } from "../src/server/wrappers.ts";
import { listed } from "./suites.mjs";
import { pluck } from "./support/pluck.ts";
import { isTestOf } from "./support/proofs.ts";
import { moduleOf } from "./support/rooms.ts";

/**
 * Rooms of src/, and what each may import beside itself: a room, or a folder of one. `type:` allows types only.
 * Imports point one way: core ← atlas ← what is built on both ← server.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  // Words, rules of access, the store, the path of a request. The types of the client are generated.
  core: ["type:client"],
  // A folder for each part of Atlas.
  atlas: ["core", "type:client"],

  // What is built on both.
  client: ["core/contract", "core/clock.ts"],
  mail: ["core", "atlas"],
  databases: ["core", "atlas", "type:server"],
  console: ["core", "atlas", "client", "code", "type:testing", "type:server"],
  code: ["core", "atlas", "type:client"],
  testing: ["core", "atlas", "client", "code", "server", "server.ts", "start", "anteroom.ts"],
  "anteroom.ts": ["core", "type:client", "type:testing"],

  // Where everything comes together: the one place, the command line, and how either is begun.
  server: ["core", "atlas", "type:code", "mail", "databases", "console", "july", "testing"],
  "server.ts": ["core", "atlas", "server", "testing"],
  cli: ["core", "atlas", "client", "code", "testing", "server", "server.ts"],
  start: ["core", "cli", "testing"],

  // The kit has commands of its own, which are made of what those of the command line are.
  july: ["core", "atlas", "client", "code", "testing/worlds", "cli", "type:server"],
};

/** Rooms that a server may be without: `server/rooms.ts` names them, and nothing else in src/ imports them. */
const removable = ["console", "databases", "july"];

/** Folders and files of core/, and which others of it each may import: contract ← domain ← store ← changes ← operations ← http. */
const inCore: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  domain: ["contract"],
  spec: ["contract", "domain"],
  secrets: ["contract", "domain", "turns.ts"],
  settings: ["contract", "domain"],
  store: ["contract", "domain", "turns.ts"],
  "clock.ts": ["type:domain"],
  "bundle-text.ts": [],
  "stack.ts": ["bundle-text.ts"],
  "log.ts": ["clock.ts", "stack.ts"],
  "looking.ts": [],
  "private-files.ts": [],
  "real-timers.ts": [],
  "turns.ts": [],
  tls: ["domain", "secrets", "settings", "private-files.ts"],
  changes: ["contract", "domain", "type:secrets", "type:store"],
  operations: ["contract", "domain", "spec", "type:changes", "type:secrets", "type:store"],
  http: ["contract", "domain", "changes", "secrets", "clock.ts", "type:operations", "type:store"],
  openapi: ["contract", "domain", "type:operations"],
  audit: ["domain", "secrets", "looking.ts", "type:clock.ts", "type:settings", "type:store"],
  "sweeper.ts": ["domain", "changes", "looking.ts", "type:clock.ts", "type:store"],
  "deprecations.ts": ["domain", "http", "looking.ts", "type:store"],
  "key-uses.ts": ["domain", "looking.ts", "type:store"],
};

/** Parts of Atlas, and which others each uses. */
const parts: Readonly<Record<string, readonly string[]>> = {
  "access-lists": ["peering"],
  "api-keys": ["invites"],
  backups: ["clusters", "provider-access"],
  certificates: ["database-users", "user-security"],
  clusters: [
    "backups",
    "database-users",
    "encryption-at-rest",
    "private-endpoints",
    "project-settings",
    "resource-policies",
    "search-deployments",
    "simulations",
  ],
  "custom-roles": ["database-users"],
  "data-federation": ["provider-access"],
  "database-users": ["access-lists", "clusters", "custom-roles"],
  "encryption-at-rest": ["clusters", "private-endpoints", "provider-access"],
  federation: ["invites", "users"],
  "flex-clusters": ["backups", "clusters"],
  groups: [
    "alerts",
    "backups",
    "clusters",
    "data-federation",
    "invites",
    "mcp-configs",
    "peering",
    "private-endpoints",
    "streams",
  ],
  invites: ["users"],
  "log-exports": ["provider-access"],
  invoices: ["clusters"],
  "legacy-backups": ["clusters"],
  "live-migrations": ["clusters"],
  "log-integrations": ["provider-access"],
  "mcp-configs": ["api-keys", "service-accounts"],
  monitoring: ["clusters", "project-settings", "simulations"],
  neighbours: ["clusters"],
  "online-archives": ["clusters"],
  "org-invites": ["invites", "users"],
  orgs: ["api-keys", "federation", "groups", "service-accounts"],
  peering: ["clusters"],
  "private-endpoints": ["clusters", "encryption-at-rest", "provider-access", "resource-policies"],
  "project-settings": ["clusters"],
  "resource-policies": ["access-lists", "clusters", "peering", "private-endpoints", "project-settings"],
  "sample-data": ["clusters"],
  sandbox: ["clusters"],
  "search-deployments": ["clusters", "encryption-at-rest"],
  "search-indexes": ["clusters"],
  "service-accounts": ["api-keys"],
  simulations: ["clusters"],
  "standby-links": ["clusters"],
  streams: ["clusters"],
  teams: ["users"],
  "user-security": ["clusters"],
  users: ["api-keys", "database-users", "federation", "invites", "org-invites"],
};

/** The files that own time, chance and settings; all others are given them, so that tests can set time and repeat chance. */
const owners = [
  {
    what: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/,
    files: ["core/clock.ts", "core/real-timers.ts"],
  },
  {
    what: /\bMath\.random\b|\brandom(Bytes|UUID|Int)\b|\bgetRandomValues\b/,
    // Secrets and ids; what no seal can be; the names of requests in the log; the client's own part of a digest, and its waits.
    files: ["core/secrets/mint.ts", "core/http/respond.ts", "client/digest.ts", "client/repeating.ts"],
  },
  // And what looks for programs on the PATH.
  { what: /\bprocess\.env\b/, files: ["start/main.ts", "databases/deployments/programs.ts"] },
  { what: /["'](kysely|pg|better-sqlite3)["']/, files: ["core/store/"] },
  { what: /\("mongodb"\)|from "mongodb"/, files: ["databases/deployments/mongodb.ts"] },
];

const root = fileURLToPath(new URL("..", import.meta.url));

function sources(folder: string, { tests = false } = {}): { file: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && (tests || !/\.test(-d)?\.ts$/.test(file)))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, folder, file), "utf8") }));
}

const source = sources("src");
const roomOf = (file: string) => file.split("/")[0] ?? "";

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

/** Returns the part of a file, such as `invites` of `atlas/invites/operations.ts`; undefined for the tables. */
const partOf = (file: string): string | undefined => /^atlas\/([^/]+)\//.exec(file)?.[1];

const isOperation = (text: string): boolean =>
  /= (?:operation|atlas|keeping|keepingBodies|keepingOne)\(/.test(text);

const allParts = [...new Set(source.flatMap(({ file }) => partOf(file) ?? []))];

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

/** Lists the imports that the rows of a table do not allow. `rowOf` returns the row of a file, also of one in a list. */
function forbiddenBy(
  table: Readonly<Record<string, readonly string[]>>,
  rowOf: (file: string) => string | undefined,
): string[] {
  const isIn = (name: string, file: string) =>
    file === name || file.startsWith(`${name}/`) || rowOf(file) === name;
  return source.flatMap((each) => {
    const from = rowOf(each.file);
    if (from === undefined) return [];
    const allowed = table[from];
    if (allowed === undefined) return [`${each.file}: say in this test what ${from} may import`];
    return importsOf(each)
      .filter(({ to }) => ![undefined, from].includes(rowOf(to)))
      .filter(
        ({ to, isType }) =>
          !allowed.some((name) => isIn(name, to) || (isType && isIn(name.replace(/^type:/, ""), to))),
      )
      .map(({ to, isType }) => `${each.file} imports ${isType ? "types" : "values"} of ${to}`);
  });
}

test("imports point one way", () => {
  deepEqual(forbiddenBy(rooms, roomOf), []);
  deepEqual(
    forbiddenBy(inCore, (file) => /^core\/([^/]+)/.exec(file)?.[1]),
    [],
  );
});

test("a room that a server may be without is imported at the place of composition alone", () => {
  const found = [...imports]
    .filter(([file]) => file !== "server/rooms.ts")
    .flatMap(([file, imported]) =>
      imported
        .map(({ to }) => roomOf(to))
        .filter((room) => removable.includes(room) && room !== roomOf(file))
        .map((room) => `${file} imports ${room}`),
    );
  deepEqual(found, []);
});

test("a part of Atlas uses the parts that the table names, by what they offer: never their operations", () => {
  deepEqual(forbiddenBy({ ...Object.fromEntries(allParts.map((part) => [part, []])), ...parts }, partOf), []);
  const found = [...imports].flatMap(([file, imported]) =>
    imported
      .filter(({ to }) => partOf(to) !== undefined && /operations\.ts$/.test(to) && file !== "atlas/table.ts")
      .map(({ to }) => `${file} ← ${to}`),
  );
  deepEqual(found, []);
});

test("rules of a part are functions of plain values: they import rules, words and nothing that waits", () => {
  const found = [...imports].flatMap(([file, imported]) =>
    !/^atlas\/[^/]+\/rules\//.test(file)
      ? []
      : imported
          .filter(({ to }) => !/^(atlas\/[^/]+\/rules|core\/(contract|domain)|client)\//.test(to))
          .map(({ to }) => `${file} ← ${to}`),
  );
  deepEqual(found, []);
});

test("imports form no circle, not even of types", () => deepEqual(findCircle(), []));

test("docs/architecture.md has the wrappers of the pipeline, in their order", () => {
  const text = readFileSync(join(root, "docs/architecture.md"), "utf8");
  const [, table = ""] = text.split("| Wrapper | On | Adds |\n|---|---|---|\n");
  const rows = wrappers.map(({ file, on, adds }) => `| \`${file}\` | ${on} | ${adds} |\n`);
  equal(table.slice(0, table.indexOf("\n\n") + 1), rows.join(""));
});

test("operations are declared in files of that name, which declare nothing else for others", () => {
  const declaring = source.filter(({ file, text }) => isOperation(text) && roomOf(file) !== "core");
  const misplaced = declaring.filter(
    ({ file }) =>
      !/^(atlas\/[^/]+\/([\w-]+-)?operations|console\/operations\/[\w-]+|atlas\/stand-in)\.ts$/.test(file),
  );
  deepEqual(pluck(misplaced, "file"), []);
});

/** Rules, words and secrets. */
const isPlain = (file: string) => /^(core\/(contract|domain|secrets)|atlas\/[^/]+\/rules)\//.test(file);

test("tests of rules, words and secrets start no server: scripts/test.mjs does not watch them", () => {
  const strays = sources("src", { tests: true })
    .filter(({ file }) => isPlain(file) && file.endsWith(".test.ts"))
    .filter((each) => importsOf(each).some(({ to }) => !isPlain(to)));
  deepEqual(pluck(strays, "file"), []);
});

/** Reports whether a test goes with a room that is not here. */
const isGone = (test: string) =>
  removable.some((room) => test.startsWith(`test/${room}/`) && !existsSync(join(root, "src", room)));

test("test/suites.mjs lists files and folders that are there", () => {
  deepEqual(
    listed.filter((name) => !existsSync(join(root, name)) && !isGone(name)),
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
    ({ file, text }) =>
      /^(atlas|core\/operations|console\/operations)\//.test(file) &&
      !file.endsWith("/table.ts") &&
      /^export (?:type )?[{*][^;]* from "/m.test(text),
  );
  deepEqual(pluck(passing, "file"), ["core/operations/declare.ts"]);
});

test("every source file begins with what it is for; an operation's says it in its summary", () => {
  const silent = source.filter(({ text }) => !/^(#!.*\n)?\/\/ \S/.test(text) && !isOperation(text));
  deepEqual(pluck(silent, "file"), []);
});

test("an operation has a test: its own, one with its other side, or its part's", async () => {
  type Pages = { readonly consoleOperations: Readonly<Record<string, Operation>> };
  const ofPages = await moduleOf<Pages>("src/console/operations/index.ts");
  const all: Readonly<Record<string, Operation>> = { ...operations, ...ofPages?.consoleOperations };
  for (const [id, operation] of Object.entries(all)) equal(operation.id, id);
  const tests = sources("src", { tests: true }).filter(({ file }) =>
    /^(atlas|console\/operations)\/.*\.test\.ts$/.test(file),
  );
  /** A test that is named for no operation is of all in its part; test/tables/calls.ts holds that each is asked. */
  const isTestOfAll = (file: string) => !Object.keys(all).some((id) => isTestOf(id, file));
  const partsTested = new Set(tests.filter(({ file }) => isTestOfAll(file)).map(({ file }) => partOf(file)));
  const fileOf = (id: string) =>
    source.find(({ text }) => text.includes(`export const ${id} = `))?.file ?? "";
  const isTested = (id: string) =>
    tests.some(({ file, text }) => isTestOf(id, file) && text.includes(`"${id}"`)) ||
    partsTested.has(partOf(fileOf(id)));
  deepEqual(
    Object.keys(all).filter((id) => !isTested(id)),
    [],
  );
});

test("no query asks for all columns: one that is prepared would fail once a migration adds another", () => {
  // A dump is of whole rows, and of test controls alone.
  const found = source.filter(
    ({ file, text }) =>
      file.startsWith("core/store/") &&
      file !== "core/store/dump.ts" &&
      /\b(?:selectAll|returningAll)\(/.test(text),
  );
  deepEqual(pluck(found, "file"), []);
});
