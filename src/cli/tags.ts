// The tags of the table as words of the command line, spelled as the atlas CLI spells them.
import type { Operation } from "../operations/operation.ts";
import { commandName } from "./names.ts";

/** `MongoDB Cloud Users` → `mongoDbCloudUsers`. */
export function tagName(tag: string): string {
  const words = tag.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words
    .map(
      (word, index) => (index === 0 ? "" : word.slice(0, 1)) + word.slice(index === 0 ? 0 : 1).toLowerCase(),
    )
    .join("");
}

/** Operations by the name of their tag, both in alphabetical order of their commands. */
export function byTagName(operations: Iterable<Operation>): [string, Operation[]][] {
  const tags = new Map<string, Operation[]>();
  for (const operation of operations) {
    const name = tagName(operation.tag);
    tags.set(name, [...(tags.get(name) ?? []), operation]);
  }
  for (const each of tags.values()) each.sort((a, b) => (commandName(a) < commandName(b) ? -1 : 1));
  return [...tags].sort(([a], [b]) => (a < b ? -1 : 1));
}
