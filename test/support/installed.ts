// The clients of others that scripts/install-clients.mjs installs, and whether they are there.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./command.ts";

/** A file that the installation of a part leaves behind, as an absolute path. */
export const installed = (...path: readonly string[]) => join(root, ...path);

/** For the `skip` option of a test: how to get the part, or false where its file is there. */
export const notInstalled = (part: string, file: string): string | false =>
  existsSync(file) ? false : `SKIPPED: node scripts/install-clients.mjs ${part} installs what this runs`;

/** The interpreter that has what test/clients/python/requirements.txt names. */
export const python = installed(".clients", "python", "bin", "python");
