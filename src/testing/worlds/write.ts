// The seed of a world as a file: one line for each person, key and invitation, so that two of them can be compared line by
// line.
import { Document, isCollection, isMap, isSeq, type YAMLMap } from "yaml";
import type { Unread } from "./parts.ts";
import type { Mirror } from "./read.ts";

const onOneLine = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY };

/** The lists whose items have a line for each of their members. */
const spread = ["orgs", "groups"];

const isListOfMaps = (value: unknown) => isSeq(value) && isMap(value.items[0]);

/** Gives each member a line, and each item of its lists; leaves out lists that are empty. */
function lay(map: YAMLMap): void {
  for (const { key, value } of [...map.items]) {
    if (isSeq(value) && value.items.length === 0) map.delete(key);
    else if (isSeq(value) && isListOfMaps(value)) {
      for (const item of value.items as YAMLMap[]) {
        if (spread.includes(String(key))) lay(item);
        else item.flow = true;
      }
    } else if (isMap(value) && value.items.some((each) => isListOfMaps(each.value))) lay(value);
    else if (isCollection(value)) value.flow = true;
  }
}

/** Returns the text of the file. `title` is its first line, such as where it comes from. */
export function writeSeed({ seed, unread }: Mirror, title: string): string {
  const { orgs, ...rest } = seed;
  const document = new Document({ ...rest, orgs }, { aliasDuplicateObjects: false });
  lay(document.contents as YAMLMap);
  const lines = [`# ${title}`, ...unread.map(({ part, why }) => `# not read: ${part} (${why})`)];
  return `${lines.join("\n")}\n${document.toString(onOneLine)}`;
}

/** Reads the unread parts that such a file lists; none for any other file. */
export function readUnread(text: string): Unread[] {
  const head = text.slice(0, text.search(/^[^#\n]/m));
  return head.split("\n").flatMap((line) => {
    const [, part, why] = /^# not read: (\S+) \((.*)\)$/.exec(line) ?? [];
    return part === undefined ? [] : [{ part, why: why ?? "" }];
  });
}
