// What is mutated, and the tests that are to notice it: those beside the code, which are fast. What only a test of the whole server
// would notice counts as not noticed.
import { existsSync, statSync } from "node:fs";

export const folders = ["domain", "changes", "http"];

/** Tests beside other code that are about a folder. @type {Record<string, string[]>} */
const further = { domain: ["src/contract/roles.test.ts"], changes: ["src/http/explain.test.ts"] };

/** @param {string} name Of a folder or a file of src, such as `domain` or `http/parse`. */
export function targetOf(name) {
  const isFolder = existsSync(`src/${name}`) && statSync(`src/${name}`).isDirectory();
  const path = isFolder ? `src/${name}/*` : `src/${name}`;
  if (!isFolder && !existsSync(`${path}.ts`))
    throw new Error(`There is no src/${name}, and no src/${name}.ts.`);
  return {
    mutate: [`${path}.ts`],
    tests: [`${path}.test.ts`, ...(further[name] ?? [])],
    // A mutant of http may leave a request without an answer: it is not waited for as long as one that may only be slow.
    patienceMs: name.startsWith("http") ? 5_000 : 60_000,
  };
}
