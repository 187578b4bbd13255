// Names files and lines of the source in stack traces of the bundle.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { readBundle } from "./bundle-text.ts";

/** A place in the bundle: `/app/dist/program.cjs:12:345`. */
const place = /[^\s()]*?([^\s()]*\/dist\/)program\.cjs:(\d+):(\d+)/g;

/** See scripts/line-map.mjs. */
const boundaries = ";{},(:?&|[)>";

/** A column of the bundle from which on it is of this line of this source. */
interface Mapped {
  readonly column: number;
  readonly source: string;
  readonly line: number;
}

type LineMap = readonly (readonly Mapped[])[];

let lines: LineMap | null | undefined;

/** The numbers that scripts/line-map.mjs packed, one at each call. */
function unpacking(bytes: Buffer): () => number {
  let at = 0;
  return () => {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte & 128);
    return value & 1 ? -(value >> 1) : value >> 1;
  };
}

/** Column behind so many boundaries from another one. */
function skip(code: string, from: number, count: number): number {
  let [at, left] = [from, count];
  while (left > 0 && at < code.length) if (boundaries.includes(code[at++] ?? "")) left--;
  return at;
}

function unpack(packed: Buffer, bundle: string): LineMap {
  let at = packed.indexOf("\n") + 1;
  const { sources, lengths } = JSON.parse(packed.toString("utf8", 0, at)) as {
    readonly sources: readonly string[];
    readonly lengths: readonly number[];
  };
  const [counts, skipped, beyond, toSources, toLines] = lengths.map((length) =>
    unpacking(packed.subarray(at, (at += length))),
  ) as [() => number, () => number, () => number, () => number, () => number];
  let before: Mapped = { column: 0, source: "", line: 0 };
  let [source, line] = [0, 0];
  return bundle.split("\n").map((code) => {
    // A line that was broken goes on with what was before.
    const mapped = [{ ...before, column: 0 }];
    let column = 0;
    for (let left = counts(); left > 0; left--) {
      column = skip(code, column, skipped()) + beyond();
      source += toSources();
      line += toLines();
      before = { column, source: sources[source] ?? "", line };
      mapped.push(before);
    }
    return mapped;
  });
}

/** Null where it cannot be read. */
function readLines(folder: string): LineMap | null {
  try {
    return unpack(brotliDecompressSync(readFileSync(join(folder, "program.lines"))), readBundle(folder));
  } catch {
    return null;
  }
}

/** A stack trace with places of the source in place of those of the bundle: `src/core/http/pipeline.ts:42`. */
export const sourceStack = (stack: string): string =>
  stack.replace(place, (whole, folder: string, line: string, column: string) => {
    if (lines === undefined) lines = readLines(folder);
    const found = lines?.[Number(line) - 1]?.findLast((each) => each.column < Number(column));
    if (found === undefined || found.source === "") return whole;
    const source = found.source.replace(/^(\.\.\/)+/, "");
    return source.startsWith("node_modules/") ? source : `${source}:${found.line + 1}`;
  });
