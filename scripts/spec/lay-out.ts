// Lays out JSON for people who read its differences: what fits into a line stands in one.

const widest = 118;

const inLine = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inLine).join(", ")}]`;
  const members = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${inLine(each)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
};

/** The words of a list, as many in a line as fit. */
function fill(words: readonly string[], indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const [index, word] of words.entries()) {
    const next = JSON.stringify(word) + (index < words.length - 1 ? "," : "");
    if (line !== "" && indent.length + line.length + 1 + next.length > widest) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? next : `${line} ${next}`;
  }
  return [...lines, line].map((each) => indent + each).join("\n");
}

/** The text of a JSON value, without a line break at its end. */
export function layOut(value: unknown, indent = "", before = 0): string {
  const line = inLine(value);
  if (typeof value !== "object" || value === null || before + line.length <= widest) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.every((each) => typeof each === "string")
      ? fill(value, inner)
      : value.map((each) => inner + layOut(each, inner, inner.length + 1)).join(",\n");
    return `[\n${items}\n${indent}]`;
  }
  const members = Object.entries(value).map(([name, each]) => {
    const key = `${inner}${JSON.stringify(name)}: `;
    return key + layOut(each, inner, key.length + 1);
  });
  return `{\n${members.join(",\n")}\n${indent}}`;
}
