// node scripts/where.mjs < stack.txt: a stack of the bundle, of the same commit as what is built here, in lines of the source.
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { text } from "node:stream/consumers";
import { scripts } from "./bundle.mjs";

/** @type {Map<string, SourceMap>} */
const maps = new Map();
/** @param {string} script */
function mapOf(script) {
  const map = maps.get(script) ?? new SourceMap(JSON.parse(readFileSync(`dist/${script}.cjs.map`, "utf8")));
  maps.set(script, map);
  return map;
}

const stack = await text(process.stdin);
const ours = new RegExp(`[^\\s(]*\\b(${scripts.join("|")})\\.cjs:(\\d+):(\\d+)`, "g");
const lines = stack.replace(ours, (place, script, line, column) => {
  const found = mapOf(script).findEntry(Number(line) - 1, Number(column) - 1);
  if (!("originalSource" in found)) return place;
  return `${found.originalSource.replace("../", "")}:${found.originalLine + 1}:${found.originalColumn + 1}`;
});
process.stdout.write(lines);
