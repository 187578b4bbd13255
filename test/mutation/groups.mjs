// What is mutated, and the tests that are to notice it: those that are fast, and about these files. What only slower tests of
// the whole server would notice counts as not noticed.

/** @param {string[]} names */
const http = (...names) => names.map((name) => `src/http/${name}.ts`);
/** @param {string[]} names */
const beside = (...names) => names.map((name) => `src/http/${name}.test.ts`);

/**
 * `patienceMs`: beyond what its tests take otherwise, until a mutant counts as one that never ends. A minute if absent.
 * @typedef {{ mutate: readonly string[], tests: readonly string[], patienceMs?: number }} Group
 */

/** @type {Readonly<Record<string, Group>>} */
export const groups = {
  rules: { mutate: ["src/domain/*.ts"], tests: ["src/domain/*.test.ts", "src/contract/roles.test.ts"] },
  changes: { mutate: ["src/changes/*.ts"], tests: ["src/changes/*.test.ts", ...beside("explain")] },
  parse: {
    mutate: http("parse", "violations", "sizes", "negotiate", "decompress"),
    tests: beside("parse", "violations", "sizes", "negotiate", "decompress"),
  },
  pipeline: { mutate: http("pipeline"), tests: beside("pipeline") },
  answers: {
    mutate: http("limits", "reply", "security-log", "report", "mints", "access-list", "endpoints"),
    tests: beside("limits", "reply", "security-log", "report", "mints", "access-list", "endpoints"),
  },
  parts: {
    mutate: http("bodies", "metrics", "probe", "unreadable"),
    tests: beside("bodies", "metrics", "probe", "unreadable"),
  },
  front: {
    mutate: http("asked", "plain", "web-server", "routes", "monitoring"),
    tests: beside("asked", "plain", "web-server", "routes", "monitoring"),
    patienceMs: 5_000,
  },
  identify: {
    mutate: http("authenticate", "digest", "nonces"),
    tests: beside("authenticate", "digest", "nonces"),
  },
  crowd: { mutate: http("crowd"), tests: beside("crowd") },
  shell: { mutate: http("shell"), tests: beside("shell"), patienceMs: 5_000 },
  tokens: { mutate: http("oauth"), tests: beside("oauth") },
  explain: { mutate: http("explain"), tests: beside("explain") },
  device: { mutate: http("device"), tests: beside("device") },
  injected: { mutate: http("injection"), tests: beside("injection") },
  inside: { mutate: http("in-process", "listen-at-once"), tests: beside("in-process", "listen-at-once") },
};

/** @param {string} name */
export function groupOf(name) {
  const group = groups[name];
  if (group === undefined)
    throw new Error(`There is no group "${name}"; there are: ${Object.keys(groups).join(", ")}.`);
  return group;
}
