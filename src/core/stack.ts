// Translates stack traces of the bundle to files and lines of the source.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { readBundle } from "./bundle-text.ts";

/** Matches a place in the bundle: `/app/dist/program.cjs:12:345`. */
const place = /[^\s()]*?([^\s()]*\/dist\/)program\.cjs:(\d+):(\d+)/g;

/** The signs behind which most lines of the source begin in the bundle; scripts/line-map.mjs has the same. */
const boundaries = ";{},(:?&|[)>";

/** A column of the bundle from which on the code belongs to this line of this source. */
interface Mapped {
  readonly column: number;
  readonly source: string;
  readonly line: number;
}

type LineMap = readonly (readonly Mapped[])[];

let lines: LineMap | null | undefined;

/** Returns a function that reads the numbers packed by scripts/line-map.mjs, one with each call. */
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

/** Returns the column after a number of boundaries. */
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
    // A broken line continues the mapping of the line before.
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

/** Reads the line map; null if it cannot be read. */
function readLines(folder: string): LineMap | null {
  try {
    return unpack(brotliDecompressSync(readFileSync(join(folder, "program.lines"))), readBundle(folder));
  } catch {
    return null;
  }
}

/** Returns a stack trace with places of the source instead of the bundle: `src/core/http/pipeline.ts:42`. */
export const sourceStack = (stack: string): string =>
  stack.replace(place, (whole, folder: string, line: string, column: string) => {
    if (lines === undefined) lines = readLines(folder);
    const found = lines?.[Number(line) - 1]?.findLast((each) => each.column < Number(column));
    if (found === undefined || found.source === "") return whole;
    const source = found.source.replace(/^(\.\.\/)+/, "");
    return source.startsWith("node_modules/") ? source : `${source}:${found.line + 1}`;
  });
