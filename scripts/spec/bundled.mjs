// What the bundle has of spec/: the operations that are here, and the types that they are made of.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(`spec/${name}.json`, "utf8"));

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

/** The ids that operations are declared by. */
function declaredIds() {
  const sources = filesIn("src/operations").filter(
    (path) => path.endsWith(".ts") && !path.endsWith(".test.ts"),
  );
  const calls = sources.flatMap((path) => [...readFileSync(path, "utf8").matchAll(/\batlas\(\s*"(\w+)"/g)]);
  return calls.map(([, id = ""]) => id);
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

/** The types that forms are made of. @param {unknown} forms @param {Readonly<Record<string, unknown>>} types @param {Readonly<Record<string, unknown>>} patches */
function reachable(forms, types, patches) {
  const found = new Set();
  const left = namesIn(forms);
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (found.has(name) || !(name in types)) continue;
    found.add(name);
    left.push(...namesIn(types[name]), ...namesIn(patches[name]));
  }
  return found;
}

/** The text of the module in place of src/spec/files.ts; bodies are parsed when the first is looked at. */
export function specFiles() {
  const ids = declaredIds();
  const { month, parameters, ...atlas } = read("atlas");
  const { operations: patchesOfCalls, types: patchesOfTypes, ...patches } = read("patches");
  const {
    operations: wordsOfCalls,
    types: wordsOfTypes,
    members: wordsOfMembers,
    examples,
    ...words
  } = read("words");
  const operations = pick(atlas.operations, ids);
  const here = reachable([operations, patchesOfCalls, parameters], atlas.types, patchesOfTypes);
  const published = Object.entries(atlas.operations).map(([id, { call }]) => [id, call]);
  const calls = {
    month,
    published: Object.fromEntries(published),
    operations,
    parameters,
    patches: { ...patches, operations: patchesOfCalls },
    words: { ...words, operations: wordsOfCalls },
  };
  const bodies = {
    types: pick(atlas.types, here),
    patches: patchesOfTypes,
    words: wordsOfTypes,
    wordsOfMembers,
    examples,
  };
  const text = (/** @type {unknown} */ value) => JSON.stringify(JSON.stringify(value));
  return `export const calls = JSON.parse(${text(calls)});\nexport const bodies = () => JSON.parse(${text(bodies)});\n`;
}
