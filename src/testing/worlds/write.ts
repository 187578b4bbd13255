// The seed of a world as a file: one line for each person, key and invitation, so that two of them can be compared line by
// line.
import { stringify } from "yaml";
import type { Unread } from "./parts.ts";
import type { Mirror } from "./read.ts";

type Fields = Readonly<Record<string, unknown>>;

const onOneLine = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY };

const inline = (value: unknown): string =>
  stringify(value, { collectionStyle: "flow", ...onOneLine }).trimEnd();

const isListOfObjects = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) && typeof value[0] === "object";

const hasLists = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && Object.values(value).some(isListOfObjects);

/** Yields the lines of an item of a list, the first of them with its dash. Lists in it have a line for each item. */
function* itemLines(
  fields: Fields,
  indent: string,
  ownLines: ReadonlySet<string>,
  first = `${indent}- `,
): Iterable<string> {
  let lead = first;
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value) && value.length === 0) continue;
    if (!Array.isArray(value) && hasLists(value)) {
      yield `${lead}${name}:`;
      yield* itemLines(value, `${indent}  `, ownLines, `${indent}    `);
    } else if (!isListOfObjects(value)) yield `${lead}${name}: ${inline(value)}`;
    else {
      yield `${lead}${name}:`;
      for (const each of value) {
        if (ownLines.has(name)) yield* itemLines(each, `${indent}    `, ownLines);
        else yield `${indent}    - ${inline(each)}`;
      }
    }
    lead = `${indent}  `;
  }
}

/** Writes the text of the file. `title` is its first line, such as its source. */
export function writeSeed({ seed, unread }: Mirror, title: string): string {
  const lines = [`# ${title}`];
  for (const { part, why } of unread) lines.push(`# not read: ${part} (${why})`);
  const { orgs, ...rest } = seed;
  for (const [name, value] of Object.entries(rest)) lines.push(`${name}: ${inline(value)}`);
  lines.push("orgs:");
  for (const org of orgs) lines.push(...itemLines({ ...org }, "  ", new Set(["groups"])));
  return `${lines.join("\n")}\n`;
}

/** Reads the unread parts that such a file lists; none for any other file. */
export function readUnread(text: string): Unread[] {
  const head = text.slice(0, text.search(/^[^#\n]/m));
  return head.split("\n").flatMap((line) => {
    const [, part, why] = /^# not read: (\S+) \((.*)\)$/.exec(line) ?? [];
    return part === undefined ? [] : [{ part, why: why ?? "" }];
  });
}
