// node scripts/where.mjs < stack.txt: a stack of the bundle, of the same commit as what is built here, in lines of the source.
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { text } from "node:stream/consumers";

const map = new SourceMap(JSON.parse(readFileSync("dist/program.cjs.map", "utf8")));
const stack = await text(process.stdin);
const lines = stack.replace(/[^\s(]*program\.cjs:(\d+):(\d+)/g, (place, line, column) => {
  const found = map.findEntry(Number(line) - 1, Number(column) - 1);
  if (!("originalSource" in found)) return place;
  return `${found.originalSource.replace("../", "")}:${found.originalLine + 1}:${found.originalColumn + 1}`;
});
process.stdout.write(lines);
