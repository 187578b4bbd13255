// Assigns test files to suites: `npm test` runs the fast one, every file that this table does not name.

/**
 * slow: starts processes, browsers or clients of others, or proves at length; `npm run test:slow`, and `.ci/run`. Those that take
 * longest come first, so that at the end no process waits for one.
 * nightly: compiles clients of others, or asks thousands of requests; `npm run test:nightly`, and `.ci/nightly`.
 * A name that ends in "/" is a folder, of which another suite may have files.
 */
const suites = {
  nightly: [
    "test/clients/containers.test.ts",
    "test/clients/generated-go.test.ts",
    "test/clients/generated-java.test.ts",
    "test/clients/generated-python.test.ts",
    "test/clients/generated-rust.test.ts",
    "test/clients/generated-typescript.test.ts",
    "test/clients/schemathesis.test.ts",
  ],
  slow: [
    "test/docs.test.ts",
    "test/copy.test.ts",
    "test/callers.test.ts",
    "test/console/callers.test.ts",
    "test/july/successors.test.ts",
    "test/model/",
    "test/console/flows/",
    "test/clients/",
    "test/console/security.test.ts",
    "test/crash.test.ts",
    "test/one-unit.test.ts",
    "test/databases/deployments.test.ts",
    "test/run-modes.test.ts",
    "test/action.test.ts",
    "test/mirror.test.ts",
    "test/version-1.test.ts",
    "test/console/snippets.test.ts",
    "test/start-errors.test.ts",
    "src/server/monitoring/own-port.test.ts",
    "test/july/traffic.test.ts",
    "test/july/convert.test.ts",
    "test/handed-out/",
    "test/july/documents.test.ts",
    "test/july/programs.test.ts",
    "test/invariants.test.ts",
    "test/databases/connect.test.ts",
    "test/sqlite-faults.test.ts",
    "test/refused-changes.test.ts",
    "test/live-migration.test.ts",
    "test/databases/deployment-kills.test.ts",
    "test/dependencies.test.ts",
    "test/database-faults.test.ts",
    "test/foreign-schema.test.ts",
    "test/slow-senders.test.ts",
    "test/tls.test.ts",
    "test/failover.test.ts",
    "test/databases/own-deployment.test.ts",
    "test/unread-log.test.ts",
    "test/databases/deployment-roles.test.ts",
    "src/cli/api.test.ts",
    "bench/embed.test.mjs",
    "test/overload.test.ts",
    "test/console/fairness.test.ts",
    "src/cli/explain.test.ts",
    "test/several-processes.test.ts",
    "test/real-proxies.test.ts",
    "test/backup.test.ts",
    "test/runner.test.ts",
    "test/july/convert-plan.test.ts",
    "test/fuzz.test.ts",
    "test/proxies.test.ts",
    "test/container.test.ts",
    "test/slow-readers.test.ts",
    "test/docs-facts.test.ts",
    "bench/soak.test.mjs",
    "test/ready.test.ts",
  ],
};

/** The files of `npm test` that take longest, which it begins with. */
const longest = [
  "test/refusal-words.test.ts",
  "test/ladder.test.ts",
  "test/console/device.test.ts",
  "test/deleted-ids.test.ts",
  "test/nested-ids.test.ts",
  "src/atlas/gaps.test.ts",
  "test/conformance/replay.test.ts",
  "test/audit-heads.test.ts",
  "test/faults.test.ts",
];

export const listed = [...Object.values(suites).flat(), ...longest];

/** @param {string} name Of the table. @param {string} path Of a test file, from the root of the repository. */
const isOf = (name, path) => path === name || (name.endsWith("/") && path.startsWith(name));

/** @param {string} path */
export const suiteOf = (path) =>
  Object.entries(suites).find(([, names]) => names.some((name) => isOf(name, path)))?.[0] ?? "fast";

/** The place of a file in the table; what it does not name comes last. @param {string} path */
export function placeOf(path) {
  const place = listed.findIndex((name) => isOf(name, path));
  return place < 0 ? listed.length : place;
}
