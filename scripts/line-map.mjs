// Reduces a source map to lines: where each line of our own source begins in the bundle, without columns, names and lines of packages.
// It is a seventh of the whole map, so that the package can have it; src/stack.ts reads it.

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

/** @param {number} number */
function encode(number) {
  let rest = number < 0 ? (-number << 1) | 1 : number << 1;
  let text = "";
  do {
    text += digits[(rest & 31) | (rest > 31 ? 32 : 0)];
    rest >>>= 5;
  } while (rest > 0);
  return text;
}

/** @param {string} text a source map @returns {string} one that Node's `SourceMap` reads */
export function lineMapOf(text) {
  /** @type {{ sources: string[], mappings: string }} */
  const { sources, mappings } = JSON.parse(text);
  const isOurs = sources.map((source) => !source.includes("node_modules/"));
  let [source, line] = [0, 0];
  const before = { source: 0, line: 0 };
  const lines = mappings.split(";").map((segments) => {
    let [column, written, last] = [0, 0, ""];
    /** @type {string[]} */
    const kept = [];
    for (const segment of segments === "" ? [] : segments.split(",")) {
      const [columns = 0, toSource, toLine = 0] = decode(segment);
      column += columns;
      if (toSource === undefined) continue;
      source += toSource;
      line += toLine;
      const known = isOurs[source] ? line : 0;
      if (last === `${source}:${known}`) continue;
      last = `${source}:${known}`;
      kept.push(
        `${encode(column - written)}${encode(source - before.source)}${encode(known - before.line)}A`,
      );
      written = column;
      Object.assign(before, { source, line: known });
    }
    return kept.join(",");
  });
  return JSON.stringify({ version: 3, sources, names: [], mappings: lines.join(";") });
}
