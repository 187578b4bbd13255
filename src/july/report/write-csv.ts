// Findings as CSV, and CSV lines for other tables.
import { columns, credentialOf, type Finding } from "./write-report.ts";

const csvColumns = [
  "operation",
  "client",
  "credential",
  "organization",
  "calls",
  "answered410",
  "first",
  "last",
  "sunset",
  "instead",
  "request",
] as const;

/** Writes a cell. Spreadsheets treat a text that begins with these characters as a formula, and no table can hold NUL. */
const csvCell = (text: string): string =>
  `"${text
    .replaceAll("\0", "\uFFFD")
    .replace(/^[=+\-@\t\r\n＝＋－＠]/, "'$&")
    .replaceAll('"', '""')}"`;

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

const csvRow = (finding: Finding): string[] =>
  csvColumns.map((column) =>
    column === "credential" ? credentialOf(finding.credential) : columns[column](finding),
  );

export const writeCsv = (findings: readonly Finding[]): string =>
  [csvColumns, ...findings.map(csvRow)].map(csvLine).join("");
