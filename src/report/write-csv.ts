// A report as CSV (RFC 4180), a line for each finding.
import { nameClient } from "../domain/client.ts";
import { credentialOf, type Finding } from "./findings.ts";

const heads = [
  ...["operation", "client", "credential", "organization", "calls", "answered410"],
  ...["first", "last", "sunset", "instead", "request"],
];

/** Spreadsheets take what begins with these for a formula. */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

/** One line of CSV, with its end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(",")}\r\n`;

export const writeCsv = (findings: readonly Finding[]): string =>
  [
    heads,
    ...findings.map((finding) => [
      finding.operationId,
      nameClient(finding.client),
      credentialOf(finding.credential),
      finding.orgId ?? "",
      String(finding.count),
      String(finding.gone),
      finding.firstAt,
      finding.lastAt,
      finding.sunset,
      finding.successor,
      finding.request,
    ]),
  ]
    .map(csvLine)
    .join("");
