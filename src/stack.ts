// Names files and lines of the source in stack traces of the bundle.
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

/** A place in the bundle: `/app/dist/program.cjs:12:345`. */
const place = /[^\s()]*?([^\s()]*\/dist\/)program\.cjs:(\d+):(\d+)/g;

let lines: SourceMap | null | undefined;

/** Written by scripts/line-map.mjs; null where it cannot be read. */
function readLines(folder: string): SourceMap | null {
  try {
    return new SourceMap(
      JSON.parse(brotliDecompressSync(readFileSync(join(folder, "program.lines"))).toString()),
    );
  } catch {
    return null;
  }
}

/** A stack trace with places of the source in place of those of the bundle: `src/http/pipeline.ts:42`. */
export const sourceStack = (stack: string): string =>
  stack.replace(place, (whole, folder: string, line: string, column: string) => {
    if (lines === undefined) lines = readLines(folder);
    const found = lines?.findEntry(Number(line) - 1, Number(column) - 1);
    if (found === undefined || !("originalSource" in found)) return whole;
    const source = found.originalSource.replace(/^(\.\.\/)+/, "");
    return source.startsWith("node_modules/") ? source : `${source}:${found.originalLine + 1}`;
  });
