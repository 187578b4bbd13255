// Measures code by nodes of its syntax tree, which no formatting changes. Types are not counted, nor is what a program writes.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/** @typedef {{ path: string, text: string, isGenerated: boolean }} File */
/** @typedef {{ room: string, isTest: boolean, nodes: number, lines: number }} Share */

const types = new Set([
  "TSTypeAnnotation",
  "TSInterfaceDeclaration",
  "TSTypeAliasDeclaration",
  "TSTypeParameterInstantiation",
  "TSTypeParameterDeclaration",
]);
/** Expressions that add nothing but a type to the one within. */
const typed = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"]);

/** Nodes of a syntax tree. @param {unknown} tree @returns {number} */
function countTree(tree) {
  if (typeof tree !== "object" || tree === null) return 0;
  const type = "type" in tree && typeof tree.type === "string" ? tree.type : undefined;
  if (type !== undefined && types.has(type)) return 0;
  if (type !== undefined && typed.has(type) && "expression" in tree) return countTree(tree.expression);
  let count = type === undefined ? 0 : 1;
  for (const part of Object.values(tree)) count += countTree(part);
  return count;
}

/** Values of a JSON document: objects, arrays, and what they hold. @param {unknown} value @returns {number} */
function countValues(value) {
  let count = 1;
  if (typeof value !== "object" || value === null) return count;
  for (const member of Object.values(value)) count += countValues(member);
  return count;
}

/** Nodes of a file of code or JSON. @param {string} path @param {string} text */
export const countNodes = (path, text) =>
  path.endsWith(".json") ? countValues(JSON.parse(text)) : countTree(parseSync(path, text).program);

/** @param {string} path */
export const isTest = (path) => path.startsWith("test/") || /\.test(-d)?\.\w+$/.test(path);

/** A folder of src, one level deeper in src/core and src/atlas; otherwise the first folder. @param {string} path */
export function roomOf(path) {
  const folders = path.split("/").slice(0, -1);
  const depth = folders[0] !== "src" ? 1 : ["core", "atlas"].includes(folders[1] ?? "") ? 3 : 2;
  return folders.slice(0, depth).join("/");
}

/** @param {readonly string[]} args @param {string} [input] */
const git = (args, input) => spawnSync("git", args, { maxBuffer: 2 ** 28, input }).stdout;
/** @param {Buffer} output */
const splitAtZeros = (output) => output.toString("utf8").split("\0").filter(Boolean);

/**
 * Returns a test whether a program writes a file: .gitattributes or its first lines say so, or it copies what Atlas publishes.
 * @param {string} attributes
 */
const knowGenerated =
  (attributes) =>
  (/** @type {{ path: string, text: string }} */ { path, text }) =>
    attributes.includes(`${path} linguist-generated\n`) ||
    /^\/\/ (Written|Generated) by/m.test(text.slice(0, 400)) ||
    path === "spec/atlas.json";

/** Files of the working tree. @returns {File[]} */
export function readWorkingTree() {
  const deleted = new Set(splitAtZeros(git(["ls-files", "--deleted", "-z"])));
  const listed = git(["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", "-z"]);
  const isGenerated = knowGenerated(readFileSync(".gitattributes", "utf8"));
  return splitAtZeros(listed)
    .filter((path) => !deleted.has(path))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }))
    .map((file) => ({ ...file, isGenerated: isGenerated(file) }));
}

/** Maps the paths of files at a commit to their paths today. @param {string} commit */
function findMoved(commit) {
  const compared = ["diff", "--name-status", "--diff-filter=R", "--find-renames", "-l0", "-z", commit];
  const [words, moved] = [splitAtZeros(git(compared)), new Map()];
  for (let at = 0; at < words.length; at += 3) moved.set(words[at + 1], words[at + 2]);
  return moved;
}

/** Files at a commit, by today's paths of those that moved; undefined where this clone does not have it. @param {string} commit @returns {File[] | undefined} */
export function readCommit(commit) {
  const paths = splitAtZeros(git(["ls-tree", "-r", "-z", "--name-only", commit]));
  if (paths.length === 0) return undefined;
  const batch = git(["cat-file", "--batch"], paths.map((path) => `${commit}:${path}\n`).join(""));
  let at = 0;
  const files = paths.map((path) => {
    const start = batch.indexOf("\n", at) + 1;
    const end = start + Number(batch.toString("utf8", at, start).split(" ")[2]);
    at = end + 1;
    return { path, text: batch.toString("utf8", start, end) };
  });
  const attributes = files.find(({ path }) => path === ".gitattributes")?.text ?? "";
  const isGenerated = knowGenerated(attributes);
  const moved = findMoved(commit);
  return files.map((file) => ({
    path: moved.get(file.path) ?? file.path,
    text: file.text,
    isGenerated: isGenerated(file),
  }));
}

/** Counts each file that people wrote in src, test, spec and scripts. @param {readonly File[]} files @returns {Share[]} */
export const shareByFile = (files) =>
  files
    .filter(
      ({ path, isGenerated }) => !isGenerated && /^(src|test|spec|scripts)\/.*\.(tsx?|m?js|json)$/.test(path),
    )
    .filter(({ path }) => !path.endsWith(".d.ts"))
    .map(({ path, text }) => ({
      room: roomOf(path),
      isTest: isTest(path),
      nodes: countNodes(path, text),
      lines: text.split("\n").length - 1,
    }));
