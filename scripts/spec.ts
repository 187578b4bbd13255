// Takes a newer official OpenAPI document, in JSON or YAML: npm run spec -- FILE --month "August 2026". Says what differs of any of its
// operations, writes spec/atlas.json, and names the patches that fit no more. With --dry it writes nothing. Ends with 2 where FILE is no
// such document.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { readSpec } from "../src/core/spec/files.ts";
import type { AtlasForm } from "../src/core/spec/form.ts";
import { createResolver } from "../src/core/spec/resolve.ts";
import { root } from "./format.ts";
import { changesOf } from "./spec/changes.ts";
import { layOut } from "./spec/lay-out.ts";
import { readOfficial } from "./spec/read.ts";

const file = join(root, "spec/atlas.json");

function readDocument(path: string, month: string): AtlasForm {
  const text = readFileSync(path, "utf8");
  const document = /\.ya?ml$/.test(path) ? parse(text) : JSON.parse(text);
  if (typeof document?.paths !== "object" || typeof document?.components?.schemas !== "object") {
    throw new Error(`${path} is no OpenAPI document: it has no paths or no schemas`);
  }
  return readOfficial(document, month);
}

/** Patches of types that are gone, or of members that they no longer have. */
function misfits({ types }: AtlasForm): string[] {
  const patches = readSpec("patches");
  const resolver = createResolver(() => ({ types, patches: patches.types }));
  return Object.keys(patches.types).flatMap((name) => {
    try {
      resolver.formOf(name);
      return [];
    } catch (error) {
      return [`${name}: ${(error as Error).message}`];
    }
  });
}

const options = { dry: { type: "boolean" }, month: { type: "string" } } as const;
const { values, positionals } = parseArgs({ allowPositionals: true, options });
try {
  const [path] = positionals;
  if (path === undefined) {
    throw new Error('Name the official document and its month: npm run spec -- FILE --month "August 2026"');
  }
  const before = readSpec("atlas");
  const after = readDocument(path, values.month ?? before.month);
  const changes = changesOf(before, after);
  for (const { title, lines } of changes) {
    console.log(`${title} (${lines.length}):\n  ${lines.join("\n  ")}\n`);
  }
  if (changes.length === 0) console.log("Nothing differs.");
  const wrong = misfits(after);
  if (wrong.length > 0) console.log(`Patches that fit no more (${wrong.length}):\n  ${wrong.join("\n  ")}`);
  if (!values.dry) writeFileSync(file, `${layOut(after)}\n`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
