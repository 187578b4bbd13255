// Writes the parts of spec/ that the bundle has: the operations that are here and the types that they are made of, and beside the
// program, in files of their own, the operations that are not here and the types that only they are made of.
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

/** @typedef {import("../../src/core/spec/form.ts").Form} Form */
/** @typedef {ReturnType<typeof import("../../src/core/spec/resolve.ts").createResolver>} Resolver */

/** The types that forms are made of, with their patches. Parameters are named like types. @param {unknown} forms @param {Resolver} resolver @param {object} types @param {(form: Form) => Form} shape */
function reachable(forms, resolver, types, shape = (form) => form) {
  /** @type {Record<string, Form>} */
  const found = {};
  const left = namesIn(forms);
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (name in found || !(name in types)) continue;
    const form = shape(resolver.formOf(name));
    found[name] = form;
    left.push(...namesIn(form));
  }
  return found;
}

/** Returns the form that requests for a gap are checked by; answers have no types, because every request is refused. @param {import("../../src/core/spec/form.ts").OperationForm} form */
function asGap({ answers, refusals: _, ...form }) {
  const versions = Object.values(answers).flatMap((byVersion) => Object.entries(byVersion));
  return {
    ...form,
    answers: {
      200: Object.fromEntries(versions.map(([version, { body: _, ...answer }]) => [version, answer])),
    },
  };
}

/** Returns the form that a body is checked by: a member that only answers have is ignored, whatever its type. @param {Form} form @returns {Form} */
function asSent(form) {
  if (typeof form !== "object" || form === null || Array.isArray(form)) return form;
  return Object.fromEntries(
    Object.entries(form).map(([name, each]) => [
      name,
      each?.readOnly === true ? { readOnly: true } : asSent(each),
    ]),
  );
}

/**
 * The text of the module in place of src/core/spec/files.ts, and of the files that it reads when the first gap is asked for. Types are
 * patched here, and parsed when the first body is looked at.
 */
export async function specFiles() {
  const ids = declaredIds();
  /** @type {typeof import("../../src/core/spec/resolve.ts")} */
  const { createResolver } = await importSource("src/core/spec/resolve.ts");
  /** @type {typeof import("../../src/core/spec/sunsets.ts")} */
  const { endingsIn } = await importSource("src/core/spec/sunsets.ts");
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
  const gaps = Object.fromEntries(
    Object.entries(atlas.operations)
      .filter(([id]) => !ids.includes(id))
      .map(([id, form]) => [id, asGap(form)]),
  );
  const calls = {
    month,
    endings: endingsIn(gaps),
    operations,
    parameters,
    grades: pick(read("grades"), ids),
    patches: { ...patches, operations: patchesOfCalls },
    words: { ...words, operations: pick(wordsOfCalls, ids) },
  };
  const patched = reachable([operations, patchesOfCalls, parameters], resolver, types);
  const ofGaps = Object.fromEntries(
    Object.entries(reachable(gaps, resolver, types, asSent)).filter(([name]) => !(name in patched)),
  );
  const bundled = createResolver(() => ({ types: patched, others: () => ofGaps }));
  const other = Object.keys(patched).filter(
    (name) => !isDeepStrictEqual(bundled.ofType(name), resolver.ofType(name)),
  );
  if (other.length > 0) throw new Error(`In the bundle these types would be others: ${other.join(", ")}`);
  const bodies = { types: patched, words: wordsOfTypes, wordsOfMembers, examples };
  const text = (/** @type {unknown} */ value) => JSON.stringify(JSON.stringify(value, withoutReasons));
  const module = `import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliDecompressSync } from "node:zlib";
const read = (name) =>
  JSON.parse(brotliDecompressSync(readFileSync(createRequire(import.meta.url).resolve("./" + name))));
export const calls = JSON.parse(${text(calls)});
export const gaps = () => read("gaps.json.br");
export const bodies = () => ({ ...JSON.parse(${text(bodies)}), others: () => read("gap-types.json.br") });
`;
  return {
    module,
    files: { "gaps.json.br": JSON.stringify(gaps), "gap-types.json.br": JSON.stringify(ofGaps) },
  };
}

/** Reasons of patches are for people, and no server asks with which statuses Atlas refuses. @param {string} name @param {unknown} value */
const withoutReasons = (name, value) =>
  ["because", "source", "refusals"].includes(name) && !isForm(value) ? undefined : value;

/** A member may have such a name. @param {unknown} value */
const isForm = (value) => typeof value === "object" && !Array.isArray(value);
