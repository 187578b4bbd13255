// Which suite runs which test file: `npm test` runs the fast one, every file that this table does not name.

/**
 * slow: starts processes, browsers or clients of others, or proves at length; `npm run test:slow`, and `.ci/run`.
 * nightly: compiles clients of others; `npm run test:nightly`, and `.ci/nightly`.
 * A name that ends in "/" is a folder, of which another suite may have files.
 */
const suites = {
  nightly: [
    "test/clients/containers.test.ts",
    "test/clients/generated-go.test.ts",
    "test/clients/generated-python.test.ts",
    "test/clients/generated-typescript.test.ts",
  ],
  slow: [
    "bench/embed.test.mjs",
    "bench/soak.test.mjs",
    "test/action.test.ts",
    "test/backup.test.ts",
    "test/callers.test.ts",
    "test/clients/",
    "test/console-security.test.ts",
    "test/container.test.ts",
    "test/crash.test.ts",
    "test/database-faults.test.ts",
    "test/dependencies.test.ts",
    "test/docs-facts.test.ts",
    "test/docs.test.ts",
    "test/failover.test.ts",
    "test/flows/",
    "test/fuzz.test.ts",
    "test/invariants.test.ts",
    "test/live-migration.test.ts",
    "test/mirror.test.ts",
    "test/model/",
    "test/overload.test.ts",
    "test/proxies.test.ts",
    "test/run-modes.test.ts",
    "test/several-processes.test.ts",
    "test/slow-senders.test.ts",
    "test/sqlite-faults.test.ts",
    "test/tls.test.ts",
    "test/unread-log.test.ts",
  ],
};

export const listed = Object.values(suites).flat();

/** @param {string} path Of a test file, from the root of the repository. */
export function suiteOf(path) {
  const found = Object.entries(suites).find(([, names]) =>
    names.some((name) => path === name || (name.endsWith("/") && path.startsWith(name))),
  );
  return found?.[0] ?? "fast";
}
