// Tables and code in Markdown that scripts write.

/** Marks text without backticks as code. */
export const code = (text: string): string => `\`${text}\``;

/** A text of a table or of --help, which has neither a capital nor a full stop. */
export const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.…]$/.test(text) ? "" : "."}`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")))]
    .map((row) => (row[0] === "---" ? `|${row.join("|")}|` : `| ${row.join(" | ")} |`))
    .join("\n");
