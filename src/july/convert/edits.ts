// Changes parts of a configuration's text, and leaves the rest as its author wrote it.

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes the changes, which do not overlap; several at one place are made in the order in which they are given. */
export function edited(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let made = "";
  for (const { start, end, text: given } of edits.toSorted((a, b) => a.start - b.start)) {
    made += text.slice(at, start) + given;
    at = end;
  }
  return made + text.slice(at);
}

/** Returns the change that removes a part, with its line and the comment behind it if nothing else is there. */
export function removal(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): Edit {
  const before = /(?<=^|\n)[^\S\n]*$/.exec(text.slice(0, start));
  const after = /^[^\S\n]*(?:(?:#|\/\/)[^\n]*)?(?:\n|$)/.exec(text.slice(end));
  if (before === null || after === null) return { start, end, text: "" };
  return { start: before.index, end: end + after[0].length, text: "" };
}

/** Indents all lines but the first. */
export const indented = (text: string, indent = "  "): string => text.replace(/\n(?=[^\n])/g, `\n${indent}`);

export type Entries = readonly (readonly [string, string | undefined])[];

/** Writes an object of HCL. Values that are undefined are left out. */
export function object(entries: Entries): string {
  const given = entries.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${indented(value)}\n`],
  );
  return given.length === 0 ? "{}" : `{\n${given.join("")}}`;
}

/** Writes a list of HCL; several items are on lines of their own. */
export const listOf = (items: readonly string[]): string =>
  items.length === 1 ? `[${items[0]}]` : `[\n${items.map((each) => `  ${indented(each)},\n`).join("")}]`;

const assignment = /^(\s*)((?:[\w-]+|"(?:[^"\\]|\\.)*"|\([^()]*\)))\s*=(?![=>])\s*(.*)$/;

/** True if brackets of a line stay open. */
const isOpen = (line: string): boolean => {
  const plain = line.replace(/"(?:[^"\\]|\\.)*"|#.*|\/\/.*/g, "");
  return (plain.match(/[([{]/g) ?? []).length !== (plain.match(/[)\]}]/g) ?? []).length;
};

/** Aligns the values of a changed block as `terraform fmt` does, and leaves no two empty lines. */
export function tidy(block: string): string {
  if (/<<-?[\p{L}_][\p{L}\p{N}_-]*\r?\n/u.test(block)) return block;
  const lines = block
    .replace(/\n(?:[^\S\n]*\n){2,}/g, "\n\n")
    .replace(/\{\n\s*\n/g, "{\n")
    .replace(/\n\s*\n(\s*\})/g, "\n$1")
    .split("\n");
  let run: number[] = [];
  const close = () => {
    const parts = run.map((at) => assignment.exec(lines[at] ?? "") ?? []);
    const width = Math.max(...parts.map(([, , name = ""]) => [...name].length));
    for (const [index, [, indent = "", name = "", value = ""]] of parts.entries()) {
      lines[run[index] ?? 0] = `${indent}${name}${" ".repeat(width - [...name].length)} = ${value}`;
    }
    run = [];
  };
  for (const [at, line] of lines.entries()) {
    const [, indent] = assignment.exec(line) ?? [];
    const last = lines[run.at(-1) ?? -1];
    const isOther = last !== undefined && /^\s*/.exec(last)?.[0] !== indent;
    if (indent === undefined || isOpen(line) || isOther) close();
    if (indent !== undefined) {
      if (isOpen(line)) lines[at] = line.replace(assignment, "$1$2 = $3");
      else run.push(at);
    }
  }
  close();
  return lines.join("\n");
}
