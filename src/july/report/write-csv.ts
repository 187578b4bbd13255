// Findings as CSV.
import { csvLine } from "../../code/csv.ts";
import { nameCredential } from "../../core/domain/deprecated-call.ts";
import type { Finding } from "../../server/july-room.ts";
import { columns } from "./write-report.ts";

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

const csvRow = (finding: Finding): string[] =>
  csvColumns.map((column) =>
    column === "credential" ? nameCredential(finding.credential) : columns[column](finding),
  );

export const writeCsv = (findings: readonly Finding[]): string =>
  [csvColumns, ...findings.map(csvRow)].map(csvLine).join("");
