// The findings of a report: for each counted call what ends, when, and what to call instead; and their table, Markdown and CSV.

import {
  type CalledOperation,
  calendarInWords,
  endingOf,
  figuresInWords,
  targetOf,
} from "../../atlas/endings.ts";
import { bestFor, type Instead, type Language, languages } from "../../code/languages.ts";
import type { Successor } from "../../code/steps.ts";
import { writeGo, writeTypeScript } from "../../code/write-programs.ts";
import { writeAtlasCli, writeCurl } from "../../code/write-shell.ts";
import { writeTerraform } from "../../code/write-terraform.ts";
import { nameClient, terraformTypeOf } from "../../core/domain/client.ts";
import { nameCredential, type ShownCalls } from "../../core/domain/deprecated-call.ts";
import { toLine } from "../../core/domain/quoting.ts";
import type { Finding } from "../../server/july-room.ts";
import { successorOf } from "./successors.ts";
import { endingNote, type Place } from "./terraform-endings.ts";
import { heads as endingHeads, rowsOf, summaryOfPlaces, typesIn, writeTypes } from "./write-endings.ts";

const writers: Readonly<Record<Language, (successor: Successor) => string>> = {
  curl: writeCurl,
  atlasCli: writeAtlasCli,
  terraform: (successor) => writeTerraform(successor, endingNote),
  go: writeGo,
  typescript: writeTypeScript,
};

export const requestOf = (
  { operation }: { readonly operation: CalledOperation },
  example: ShownCalls["example"],
): string => `${operation.method} ${targetOf(operation, example)}`;

/** Returns the comment instead of steps, for an operation that is not here. */
const commentIn = (language: string, { note }: Successor): string =>
  `${language === "go" || language === "typescript" ? "//" : "#"} ${note}`;

/** Returns the successors. A call of a Terraform resource or data source cannot be replaced alone. */
export function insteadOf({ client }: Pick<ShownCalls, "client">, successor: Successor): Instead {
  const hasSteps = successor.steps.length > 0;
  const written = Object.entries(writers).map(([language, write]) => [
    language,
    hasSteps ? write(successor) : commentIn(language, successor),
  ]);
  const advice = endingNote(terraformTypeOf(client));
  const own = advice === "" ? { note: hasSteps ? successor.note : "" } : { terraform: advice, note: "" };
  return { ...Object.fromEntries(written), ...own };
}

/** Returns the findings, without calls of operations that do not end. */
export function findingsOf(counted: readonly ShownCalls[]): Finding[] {
  return counted.flatMap((calls) => {
    const { operationId, orgId, example } = calls;
    const ending = endingOf(operationId, example.version);
    const successor = successorOf({ operationId, orgId, ...example });
    if (ending === undefined || successor === undefined) return [];
    const { sunset, operation } = ending;
    const request = requestOf(ending, example);
    const instead = insteadOf(calls, successor);
    return [{ ...calls, sunset, successor: operation.successor ?? "", request, instead }];
  });
}

export interface Report {
  readonly findings: readonly Finding[];
  /** The places of a Terraform configuration or state, if one was read instead of calls. */
  readonly places?: readonly Place[];
  /** The source of the calls, such as the address of a server or names of files. */
  readonly source: string;
  /** The remarks on what could not be read, in sentences. */
  readonly remarks: readonly string[];
}

export const columns = {
  operation: ({ operationId }) => operationId,
  client: ({ client }) => nameClient(client),
  credential: ({ credential }) => nameCredential(credential) || "–",
  organization: ({ orgId }) => orgId ?? "",
  calls: ({ count }) => String(count),
  answered410: ({ gone }) => String(gone),
  first: ({ firstAt }) => firstAt,
  last: ({ lastAt }) => lastAt,
  firstDay: ({ firstAt }) => firstAt.slice(0, 10),
  lastDay: ({ lastAt }) => lastAt.slice(0, 10),
  sunset: ({ sunset }) => sunset,
  status: ({ gone, sunset }) => (gone > 0 ? `gone (410 × ${gone})` : `until ${sunset}`),
  instead: ({ successor }) => successor,
  request: ({ request }) => request,
} satisfies Readonly<Record<string, (finding: Finding) => string>>;

/** Summarizes a report: calls, of how many clients and operations; or addresses, of how many types. */
export function summaryOf({ findings, places }: Report): string {
  if (places !== undefined) return summaryOfPlaces(places);
  if (findings.length === 0) return "No call of an operation that ends was found.";
  const calls = findings.reduce((sum, { count }) => sum + count, 0);
  const operations = new Set(findings.map(({ operationId }) => operationId)).size;
  const clients = new Set(findings.map(({ client }) => nameClient(client))).size;
  return `${plural(calls, "call")} of ${plural(operations, "operation")} that end${operations === 1 ? "s" : ""}, by ${plural(clients, "client")}.`;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

export function writeTable(report: Report): string {
  const { findings, source, remarks } = report;
  const shown = {
    OPERATION: columns.operation,
    CLIENT: columns.client,
    CREDENTIAL: columns.credential,
    CALLS: columns.calls,
    FIRST: columns.firstDay,
    LAST: columns.lastDay,
    STATUS: columns.status,
    INSTEAD: columns.instead,
  };
  const heads = Object.keys(shown);
  const rows = findings.map((finding) => Object.values(shown).map((column) => toLine(column(finding))));
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const types = typesIn(findings, report.places);
  const details = findings.filter(hasNoType).map((finding) => {
    const language = bestFor(finding.client);
    const { note } = finding.instead;
    return [
      toLine(`${finding.operationId}, ${nameClient(finding.client)}: ${finding.request}`),
      `instead, for ${languages[language]}:${note === "" ? "" : `  (${note})`}`,
      finding.instead[language],
    ].join("\n");
  });
  return [
    `${summaryOf(report)} From ${toLine(source)}.`,
    figuresInWords,
    calendarInWords,
    ...remarks.map(toLine),
    ...(rows.length === 0 ? [] : ["", line(heads), ...rows.map(line)]),
    ...(types.length === 0 ? [] : ["", writeTypes(types)]),
    ...(details.length === 0 ? [] : ["", details.join("\n\n")]),
  ].join("\n");
}

/** Reports whether a finding is not listed by type, as calls of Terraform that name their type are. */
const hasNoType = ({ client }: Finding): boolean => terraformTypeOf(client) === "";

/**
 * Escapes a text for a line or a cell of a table: no text of a log becomes markup or a link. GitHub links what looks like an
 * address.
 */
const cell = (text: string): string =>
  toLine(text)
    .replace(/\s+/g, " ")
    .replace(/[!#&*<>@[\\\]^_`|~]|:(?=\/\/)|(?<=www)\.|^[-+=]/gi, "\\$&");

export function writeMarkdown(report: Report): string {
  const { findings, source, remarks } = report;
  const { operation, client, credential, calls, lastDay, status, instead } = columns;
  const shown = [operation, client, credential, calls, lastDay, status, instead];
  const rows = findings.map((finding) => markdownRow(shown.map((column) => column(finding))));
  const types = rowsOf(typesIn(findings, report.places));
  const details = findings.filter(hasNoType).map((finding) => {
    const language = bestFor(finding.client);
    const fence = fenceFor(finding.instead[language]);
    return [
      "<details>",
      `<summary>${finding.operationId}: what to call instead (${languages[language]})</summary>`,
      "",
      `Seen: ${cell(finding.request)}`,
      "",
      ...(finding.instead.note === "" ? [] : [finding.instead.note, ""]),
      `${fence}${codeNames[language]}`,
      finding.instead[language],
      fence,
      "",
      "</details>",
      "",
    ].join("\n");
  });
  return [
    "## What ends on 1 July 2027",
    "",
    `**${summaryOf(report)}** From ${cell(source)}. ${figuresInWords} ${calendarInWords}`,
    "",
    ...remarks.flatMap((remark) => [cell(remark), ""]),
    ...(rows.length === 0
      ? []
      : [
          "| Operation | Client | Credential | Calls | Last | Status | Instead |",
          "|---|---|---|---|---|---|---|",
          ...rows,
          "",
        ]),
    ...(types.length === 0
      ? []
      : [
          `| ${endingHeads.join(" | ")} |`,
          `|${"---|".repeat(endingHeads.length)}`,
          ...types.map(markdownRow),
          "",
        ]),
    ...details,
  ]
    .join("\n")
    .trimEnd();
}

const markdownRow = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;

const codeNames = { curl: "sh", atlasCli: "sh", terraform: "hcl", go: "go", typescript: "ts" };

/** Returns a fence of more backticks than any run inside. */
const fenceFor = (text: string): string =>
  "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
