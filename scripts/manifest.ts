// Writes src/client/manifest.ts from the table of operations: the little that the client must know at run time, so that it
// need not load the handlers. Run it after a change to the table: node --import tsx scripts/manifest.ts
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { versionsInOrder } from "../src/contract/versions.ts";
import { operations } from "../src/operations/index.ts";
import type { Operation } from "../src/operations/operation.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
export const manifestFile = join(root, "src/client/manifest.ts");

/** The client reads the status itself, and `envelope` would hide the answer's shape from its types. */
const leftOut = new Set(["envelope"]);

/** The text of the file. */
export function renderManifest(table: Readonly<Record<string, Operation>>): string {
  return format(`// Written by scripts/manifest.ts from the table of operations; do not edit.
import type { OperationId } from "../operations/index.ts";
import type { Described } from "./request.ts";

export const manifest = {
${Object.values(table).map(renderEntry).join("")}} as const satisfies Readonly<Record<OperationId, Described>>;
`);
}

function renderEntry({ id, method, path, summary, query, body, versions, successor }: Operation): string {
  const version = versionsInOrder(versions).at(-1) ?? "";
  const { deprecated, sunset } = versions[version] ?? {};
  const until = sunset === undefined ? "" : ` Removed on ${sunset}.`;
  const instead = successor === undefined ? "" : ` Use ${successor} instead.`;
  const note =
    deprecated === undefined
      ? `  /** ${summary}. */`
      : `  /**\n   * ${summary}.\n   * @deprecated Since ${deprecated}.${until}${instead}\n   */`;
  return `${note}
  ${id}: {
    method: ${JSON.stringify(method)},
    path: ${JSON.stringify(path)},
    version: ${JSON.stringify(version)},
    query: ${JSON.stringify(Object.keys(query).filter((name) => !leftOut.has(name)))},
    body: ${body !== undefined},
  },
`;
}

/** As the formatter of the repository writes it. */
function format(text: string): string {
  const { status, stdout, stderr, error } = spawnSync(
    join(root, "node_modules/.bin/biome"),
    ["format", "--stdin-file-path=src/client/manifest.ts"],
    { cwd: root, encoding: "utf8", input: text },
  );
  if (status !== 0) throw new Error(`biome format failed: ${stderr}`, { cause: error });
  return stdout;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(manifestFile, renderManifest(operations));
}
