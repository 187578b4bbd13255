// Has an `ok` that fails without a message say so at once: Node 20 would look for its code to quote, and reads on in what tsx made of a
// file until no test ends any more. `npm test` loads this file before all tests.
import assert from "node:assert/strict";
import { createRequire, syncBuiltinESMExports } from "node:module";
import { inspect } from "node:util";

const ok: typeof assert.ok = assert.ok;

/** Does what `ok` does, with a message of its own. */
function okPlainly(value: unknown, message?: string | Error): asserts value {
  if (!value) ok(value, message ?? `${inspect(value)} is not truthy`);
}

assert.ok = okPlainly;
(createRequire(import.meta.url)("node:assert") as typeof assert).ok = okPlainly;
syncBuiltinESMExports();
