// The clients of others that scripts/install-clients.mjs installs, and whether they are there.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./command.ts";

/** A file that the installation of a part leaves behind, as an absolute path. */
export const installed = (...path: readonly string[]) => join(root, ...path);

/** Returns the reason to skip a test, for its `skip` option: how to install the part; false if all of it is there. */
export const notInstalled = (part: string): string | false =>
  existsSync(installed(".clients", part, "installed"))
    ? false
    : `SKIPPED: node scripts/install-clients.mjs ${part} installs what this runs`;

/** The interpreter that has what test/clients/python/requirements.txt names. */
export const python = installed(".clients", "python", "bin", "python");

/** The file that npm leaves when it has installed what test/clients/node/package.json names. */
const node = installed(".clients", "node", "node_modules", ".package-lock.json");

/** A package of test/clients/node, as `import` gives it. Nothing here depends on it, so nothing is known of its types. */
// biome-ignore lint/suspicious/noExplicitAny: what it has is up to the package
export const loadInstalled = (name: string): Promise<any> =>
  import(pathToFileURL(createRequire(node).resolve(name)).href);
