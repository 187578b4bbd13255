// Writes the part of spec/ that the bundle has: the operations that are here, and the types that they are made of.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { importSource } from "../import-source.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(join(root, `spec/${name}.json`), "utf8"));

/** The ids that operations are declared by. */
export function declaredIds() {
  const folder = join(root, "src/atlas");
  const sources = readdirSync(folder, { recursive: true })
    .map((path) => join(folder, String(path)))
    .filter((path) => path.endsWith("operations.ts"));
  const exported = sources.flatMap((path) => [
    ...readFileSync(path, "utf8").matchAll(/^export const (\w+) = /gm),
  ]);
  return exported.map(([, id = ""]) => id);
}

/** @param {Readonly<Record<string, unknown>>} from @param {Iterable<string>} names */
const pick = (from, names) =>
  Object.fromEntries([...new Set(names)].filter((name) => name in from).map((name) => [name, from[name]]));

/** The names of types that a form refers to. @param {unknown} form @returns {string[]} */
function namesIn(form) {
  if (typeof form !== "object" || form === null) return [];
  const { ref, extends: base, by, cases } = /** @type {Record<string, unknown>} */ (form);
  const named = [ref, base, ...(by === undefined ? [] : Object.values(/** @type {object} */ (cases ?? {})))];
  return [
    ...named.filter((name) => typeof name === "string"),
    ...Object.values(form).flatMap((each) => namesIn(each)),
  ];
}

/** @typedef {ReturnType<typeof import("../../src/core/spec/resolve.ts").createResolver>} Resolver */

/** The types that forms are made of, with their patches. Parameters are named like types. @param {unknown} forms @param {Resolver} resolver @param {object} types */
function reachable(forms, resolver, types) {
  /** @type {Record<string, import("../../src/core/spec/form.ts").Form>} */
  const found = {};
  const left = namesIn(forms);
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (name in found || !(name in types)) continue;
    const form = resolver.formOf(name);
    found[name] = form;
    left.push(...namesIn(form));
  }
  return found;
}

/** The text of the module in place of src/core/spec/files.ts: types are patched here, and parsed when the first body is looked at. */
export async function specFiles() {
  const ids = declaredIds();
  /** @type {typeof import("../../src/core/spec/resolve.ts")} */
  const { createResolver } = await importSource("src/core/spec/resolve.ts");
  /** @type {typeof import("../../src/core/spec/sunsets.ts")} */
  const { sunsetsIn } = await importSource("src/core/spec/sunsets.ts");
  const { month, parameters, types, ...atlas } = read("atlas");
  const { operations: patchesOfCalls, types: patchesOfTypes, ...patches } = read("patches");
  const {
    operations: wordsOfCalls,
    types: wordsOfTypes,
    members: wordsOfMembers,
    examples,
    ...words
  } = read("words");
  const operations = pick(atlas.operations, ids);
  const resolver = createResolver(() => ({ types, patches: patchesOfTypes }));
  const published = Object.entries(atlas.operations).map(([id, { call }]) => [id, call]);
  const calls = {
    month,
    published: Object.fromEntries(published),
    sunsets: sunsetsIn(atlas.operations),
    operations,
    parameters,
    patches: { ...patches, operations: patchesOfCalls },
    words: { ...words, operations: pick(wordsOfCalls, ids) },
  };
  const patched = reachable([operations, patchesOfCalls, parameters], resolver, types);
  const bundled = createResolver(() => ({ types: patched }));
  const other = Object.keys(patched).filter(
    (name) => !isDeepStrictEqual(bundled.ofType(name), resolver.ofType(name)),
  );
  if (other.length > 0) throw new Error(`In the bundle these types would be others: ${other.join(", ")}`);
  const bodies = { types: patched, words: wordsOfTypes, wordsOfMembers, examples };
  const text = (/** @type {unknown} */ value) => JSON.stringify(JSON.stringify(value, withoutReasons));
  return `export const calls = JSON.parse(${text(calls)});\nexport const bodies = () => JSON.parse(${text(bodies)});\n`;
}

/** Reasons of patches are for people. @param {string} name @param {unknown} value */
const withoutReasons = (name, value) => (name === "because" || name === "source" ? undefined : value);
