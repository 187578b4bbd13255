// Reduces a source map to lines: where each line of our own source begins in the bundle, without names, columns of the source, and
// files and lines of packages. It is a tenth of the whole map, so that the package can have it; src/core/stack.ts reads it.

/** The signs behind which most lines of the source begin in the bundle; src/core/stack.ts has the same. */
const boundaries = ";{},(:?&|[)>";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The numbers of a segment: base 64, five bits a digit, the sign in the lowest bit (ECMA-426). @param {string} segment */
function decode(segment) {
  /** @type {number[]} */
  const numbers = [];
  let [value, shift] = [0, 0];
  for (const digit of segment) {
    const bits = digits.indexOf(digit);
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

/** Encodes numbers with seven bits a byte, the sign in the lowest bit. @param {readonly number[]} numbers */
function pack(numbers) {
  /** @type {number[]} */
  const bytes = [];
  for (const number of numbers) {
    let rest = number < 0 ? (-number << 1) | 1 : number << 1;
    do {
      bytes.push((rest & 127) | (rest > 127 ? 128 : 0));
      rest >>>= 7;
    } while (rest > 0);
  }
  return Buffer.from(bytes);
}

/** A package stands for its files. @param {string} source */
const shortened = (source) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? source;

/**
 * A line of JSON with the names of the sources and the lengths of what follows; then numbers of a kind together, which compresses
 * better: for each line of the bundle how many segments it has, and for each segment where it begins (after so many boundaries, and so
 * many characters on), and how far its source and its line are from those before.
 * @param {string} text a source map @param {string} bundle what it is of
 */
export function lineMapOf(text, bundle) {
  /** @type {{ sources: string[], mappings: string }} */
  const { sources, mappings } = JSON.parse(text);
  const names = [...new Set(sources.map(shortened))];
  const places = sources.map((source) => ({
    name: names.indexOf(shortened(source)),
    isOurs: !source.includes("node_modules/"),
  }));
  const lines = bundle.split("\n");
  let [source, line] = [0, 0];
  const before = { name: 0, line: 0 };
  /** @type {[counts: number[], skipped: number[], beyond: number[], names: number[], lines: number[]]} */
  const streams = [[], [], [], [], []];
  const [counts, skipped, beyond, toNames, toLines] = streams;
  for (const [nth, segments] of mappings.split(";").entries()) {
    const code = lines[nth] ?? "";
    let [column, written, last, count] = [0, 0, "", 0];
    for (const segment of segments === "" ? [] : segments.split(",")) {
      const [columns = 0, toSource, toLine = 0] = decode(segment);
      column += columns;
      if (toSource === undefined) continue;
      source += toSource;
      line += toLine;
      const { name = 0, isOurs = false } = places[source] ?? {};
      const known = isOurs ? line : 0;
      if (last === `${name}:${known}`) continue;
      last = `${name}:${known}`;
      let [after, passed] = [written, 0];
      for (let at = written; at < column; at++) {
        if (!boundaries.includes(code[at] ?? " ")) continue;
        after = at + 1;
        passed++;
      }
      skipped.push(passed);
      beyond.push(column - after);
      toNames.push(name - before.name);
      toLines.push(known - before.line);
      written = column;
      Object.assign(before, { name, line: known });
      count++;
    }
    counts.push(count);
  }
  const packed = streams.map(pack);
  const head = JSON.stringify({ sources: names, lengths: packed.map(({ length }) => length) });
  return Buffer.concat([Buffer.from(`${head}\n`), ...packed]);
}
