// Writes src/client/manifest.ts from the table of operations: the little that the client must know at run time, so that it
// need not load the handlers. Run it after a change to the table: node --import tsx scripts/manifest.ts
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { versionsInOrder } from "../src/contract/versions.ts";
import { operations } from "../src/operations/index.ts";
import type { Operation } from "../src/operations/operation.ts";

export const manifestFile = fileURLToPath(new URL("../src/client/manifest.ts", import.meta.url));

/** The client reads the status itself, and `envelope` would hide the answer's shape from its types. */
const leftOut = new Set(["envelope"]);

const formattedWidth = 110;

/** The text of the file, formatted as the formatter would. */
export function renderManifest(table: Readonly<Record<string, Operation>>): string {
  return `// Written by scripts/manifest.ts from the table of operations; do not edit.
import type { OperationId } from "../operations/index.ts";
import type { Described } from "./request.ts";

export const manifest = {
${Object.values(table).map(renderEntry).join("")}} as const satisfies Readonly<Record<OperationId, Described>>;
`;
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
    query: ${renderNames(Object.keys(query).filter((name) => !leftOut.has(name)))},
    body: ${body !== undefined},
  },
`;
}

function renderNames(names: readonly string[]): string {
  const line = `[${names.map((name) => JSON.stringify(name)).join(", ")}]`;
  if ("    query: ".length + line.length + ",".length <= formattedWidth) return line;
  return `[\n${names.map((name) => `      ${JSON.stringify(name)},\n`).join("")}    ]`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(manifestFile, renderManifest(operations));
}
