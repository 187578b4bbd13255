// Lines of CSV.

/** Writes a cell. Spreadsheets treat a text that begins with these characters as a formula, and no table can hold NUL. */
const csvCell = (text: string): string =>
  `"${text
    .replaceAll("\0", "\uFFFD")
    .replace(/^[=+\-@\t\r\n＝＋－＠]/, "'$&")
    .replaceAll('"', '""')}"`;

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;
