// npm run weight [-- COMMIT] [--list]: prints how much there is in each room, before and now. It refuses nothing.
// Before is COMMIT, or the one that scripts/weight.json names. `--list` names the longest functions, and what a PATCH runs.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";
import { isTest, readCommit, readWorkingTree, shareByFile } from "./nodes.mjs";

/** @import { File, Share } from "./nodes.mjs" */

const given = process.argv.slice(2).find((word) => !word.startsWith("--"));
/** @type {{ commit: string, "own files that one PATCH runs": number, "own functions that one PATCH runs": number }} */
const known = JSON.parse(readFileSync("scripts/weight.json", "utf8"));
const commit = given ?? known.commit;

/** @param {readonly Share[]} shares */
const sum = (shares) => ({
  nodes: shares.reduce((total, { nodes }) => total + nodes, 0),
  lines: shares.reduce((total, { lines }) => total + lines, 0),
});

/** @param {number} before @param {number} now */
function compare(before, now) {
  const difference = now - before;
  const signed = `${difference > 0 ? "+" : ""}${difference}`;
  return [before, now, signed].map((each) => String(each).padStart(9)).join("");
}

/** @param {string} name @param {readonly Share[]} before @param {readonly Share[]} now */
function printRow(name, before, now) {
  const [old, current] = [sum(before), sum(now)];
  console.log(`${name.padEnd(26)}${compare(old.nodes, current.nodes)}${compare(old.lines, current.lines)}`);
}

/** A row for each room, and one for all. @param {string} title @param {readonly Share[]} before @param {readonly Share[]} now */
function printRooms(title, before, now) {
  /** @param {readonly Share[]} shares @param {string} name */
  const of = (shares, name) => shares.filter(({ room }) => room === name);
  const rooms = [...new Set([...now, ...before].map(({ room }) => room))];
  const largest = rooms.sort((a, b) => sum(of(now, b)).nodes - sum(of(now, a)).nodes);
  console.log(title);
  for (const room of largest) printRow(room, of(before, room), of(now, room));
  printRow("all", before, now);
}

/** Functions of a file over 50 lines. @param {File} file */
function findLong({ path, text }) {
  /** @type {{ place: string, lines: number }[]} */
  const found = [];
  /** @param {{ start: number, end: number, id?: { name: string } | null }} node */
  const note = ({ start, end, id }) => {
    const lines = text.slice(start, end).split("\n").length;
    const first = text.slice(0, start).split("\n").length;
    if (lines > 50) found.push({ place: `${path}:${first} ${id?.name ?? ""}`, lines });
  };
  new Visitor({ FunctionDeclaration: note, FunctionExpression: note, ArrowFunctionExpression: note }).visit(
    parseSync(path, text).program,
  );
  return found;
}

/** @param {readonly File[]} files */
const longFunctions = (files) =>
  files
    .filter(({ path, isGenerated }) => !isGenerated && !isTest(path) && /^src\/.*\.tsx?$/.test(path))
    .flatMap(findLong);

/** @param {readonly File[]} files */
const countWords = (files) =>
  files
    .filter(({ path }) => /^(docs\/.*|[^/]*)\.md$/.test(path))
    .reduce((total, { text }) => total + text.split(/\s+/).filter(Boolean).length, 0);

const files = readWorkingTree();
const filesBefore = readCommit(commit) ?? [];
if (filesBefore.length === 0) console.log(`This clone does not have ${commit}: nothing stands before.`);
const [before, now] = [shareByFile(filesBefore), shareByFile(files)];
console.log(`nodes of syntax trees and lines: at ${commit.slice(0, 8)}, now, and the difference\n`);
printRooms(
  "without tests",
  before.filter((share) => !share.isTest),
  now.filter((share) => !share.isTest),
);
printRooms(
  "\ntests",
  before.filter((share) => share.isTest),
  now.filter((share) => share.isTest),
);

const ran = spawnSync(process.execPath, ["--import", "tsx", "scripts/weight-of-patch.ts"], {
  encoding: "utf8",
});
/** @type {{ paths: string[], functions: number }} */
const patch = JSON.parse(ran.stdout);
const long = longFunctions(files);
/** @param {string} name @param {number} was @param {number} is */
const printOne = (name, was, is) => console.log(`${name.padEnd(36)}${compare(was, is)}`);
console.log();
printOne("own files that one PATCH runs", known["own files that one PATCH runs"], patch.paths.length);
printOne("own functions that one PATCH runs", known["own functions that one PATCH runs"], patch.functions);
printOne("functions of src over 50 lines", longFunctions(filesBefore).length, long.length);
printOne("words of documents", countWords(filesBefore), countWords(files));

if (process.argv.includes("--list")) {
  for (const { place, lines } of long) console.log(`${lines} lines: ${place}`);
  for (const path of patch.paths) console.log(`run by a PATCH: ${path}`);
}
