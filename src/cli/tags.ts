// The operations of the table by the words of the command line for their tags.
import { commandName, tagName } from "../contract/command-names.ts";
import type { Operation } from "../operations/operation.ts";

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
