// The findings of a report: for each counted call what ends, when, and what to call instead.
import { nameClient } from "../domain/client.ts";
import type { ShownCalls } from "../domain/deprecated-call.ts";
import { type Ending, endingOf } from "./endings.ts";
import type { Successor } from "./steps.ts";
import { successorOf } from "./successors.ts";
import { writeGo, writeTypeScript } from "./write-programs.ts";
import { writeAtlasCli, writeCurl } from "./write-shell.ts";
import { writeTerraform } from "./write-terraform.ts";

/** The languages in which a successor is written, with the names that people know them by. */
export const languages = {
  curl: "curl",
  atlasCli: "atlas CLI",
  terraform: "Terraform",
  go: "Go SDK",
  typescript: "TypeScript",
} as const;

export type Language = keyof typeof languages;

const writers: Readonly<Record<Language, (successor: Successor) => string>> = {
  curl: writeCurl,
  atlasCli: writeAtlasCli,
  terraform: writeTerraform,
  go: writeGo,
  typescript: writeTypeScript,
};

/** The successor of one request in each language; `note` says what is different then, and is empty where nothing is. */
export type Instead = Readonly<Record<Language | "note", string>>;

export interface Finding extends ShownCalls {
  /** The day from which it answers 410, `YYYY-MM-DD`. */
  readonly sunset: string;
  readonly successor: string;
  /** The request line of the example, with secrets struck out. */
  readonly request: string;
  readonly instead: Instead;
}

function requestOf({ operation }: Ending, { params, query }: ShownCalls["example"]): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
  const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return `${operation.method} ${path}${search.length === 0 ? "" : `?${search.join("&")}`}`;
}

/** Leaves out calls of operations that do not end. */
export function findingsOf(counted: readonly ShownCalls[]): Finding[] {
  return counted.flatMap((calls) => {
    const ending = endingOf(calls.operationId);
    const { operationId, orgId, example } = calls;
    const successor = successorOf({ operationId, orgId, ...example });
    if (ending === undefined || successor === undefined) return [];
    const written = Object.entries(writers).map(([language, write]) => [language, write(successor)]);
    const instead: Instead = { ...Object.fromEntries(written), note: successor.note };
    const { sunset, operation } = ending;
    const request = requestOf(ending, example);
    return [{ ...calls, sunset, successor: operation.successor ?? "", request, instead }];
  });
}

const kinds = { API_KEY: "API key", SERVICE_ACCOUNT: "service account", USER: "person" };

export const credentialOf = (credential: ShownCalls["credential"]): string =>
  credential === null ? "" : `${kinds[credential.kind]} ${credential.name || credential.id}`;
/** The language that a client speaks itself, to show first. */
export function bestFor({ tool }: ShownCalls["client"]): Language {
  if (/terraform|pulumi/i.test(tool)) return "terraform";
  if (/^atlas-?cli/i.test(tool)) return "atlasCli";
  if (/go-sdk|^Go-http-client/i.test(tool)) return "go";
  if (/^(node|axios|undici|anteroom-client)|urllib/i.test(tool)) return "typescript";
  return "curl";
}

/** Calls by client and day: what the bars of a report show. */
export function barsOf(findings: readonly ShownCalls[]) {
  const byClient = new Map<string, Map<string, { date: string; count: number; gone: number }>>();
  for (const { client, days } of findings) {
    const name = nameClient(client);
    const counted = byClient.get(name) ?? new Map();
    byClient.set(name, counted);
    for (const { date, count, gone } of days) {
      const before = counted.get(date) ?? { count: 0, gone: 0 };
      counted.set(date, { date, count: before.count + count, gone: before.gone + gone });
    }
  }
  return [...byClient].map(([client, counted]) => ({
    client,
    days: [...counted.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
  }));
}
