// The findings of a report: for each counted call what ends, when, and what to call instead.
import { nameClient } from "../domain/client.ts";
import type { ShownCalls } from "../domain/deprecated-call.ts";
import { type Ending, endingOf } from "./endings.ts";
import { successorOf } from "./successors.ts";
import { writeGo, writeTypeScript } from "./write-programs.ts";
import { writeAtlasCli, writeCurl } from "./write-shell.ts";
import { writeTerraform } from "./write-terraform.ts";

/** The successor of one request, in the language of each tool. */
export interface Instead {
  readonly curl: string;
  readonly atlasCli: string;
  readonly terraform: string;
  readonly go: string;
  readonly typescript: string;
  /** What is different then; empty where nothing is. */
  readonly note: string;
}

export interface Finding extends ShownCalls {
  /** The day from which it answers 410, `YYYY-MM-DD`. */
  readonly sunset: string;
  /** What to call instead, in words. */
  readonly successor: string;
  /** The request line of the example, with secrets struck out. */
  readonly request: string;
  readonly instead: Instead;
}

/** Method and target of an example. */
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
    const instead = {
      curl: writeCurl(successor),
      atlasCli: writeAtlasCli(successor),
      terraform: writeTerraform(successor),
      go: writeGo(successor),
      typescript: writeTypeScript(successor),
      note: successor.note,
    };
    const { sunset, operation } = ending;
    return [
      {
        ...calls,
        sunset,
        successor: operation.successor ?? "",
        request: requestOf(ending, example),
        instead,
      },
    ];
  });
}

const kinds = { API_KEY: "API key", SERVICE_ACCOUNT: "service account", USER: "person" };

export const credentialOf = (credential: ShownCalls["credential"]): string =>
  credential === null ? "" : `${kinds[credential.kind]} ${credential.name || credential.id}`;
/** The language that a client speaks itself, to show first. */
export function bestFor({ tool }: ShownCalls["client"]): keyof Omit<Instead, "note"> {
  if (/terraform|pulumi/i.test(tool)) return "terraform";
  if (/^atlas-?cli/i.test(tool)) return "atlasCli";
  if (/go-sdk|^Go-http-client/i.test(tool)) return "go";
  if (/^(node|axios|undici|anteroom-client)|urllib/i.test(tool)) return "typescript";
  return "curl";
}

export const languages = {
  curl: "curl",
  atlasCli: "atlas CLI",
  terraform: "Terraform",
  go: "Go SDK",
  typescript: "TypeScript",
} as const satisfies Record<keyof Omit<Instead, "note">, string>;

/** Calls by client and day: what the bars of a report show. */
export function barsOf(findings: readonly ShownCalls[]): {
  readonly client: string;
  readonly days: readonly { readonly date: string; readonly count: number; readonly gone: number }[];
}[] {
  const byClient = new Map<string, Map<string, { count: number; gone: number }>>();
  for (const { client, days } of findings) {
    const name = nameClient(client);
    const counted = byClient.get(name) ?? new Map<string, { count: number; gone: number }>();
    byClient.set(name, counted);
    for (const { date, count, gone } of days) {
      const before = counted.get(date) ?? { count: 0, gone: 0 };
      counted.set(date, { count: before.count + count, gone: before.gone + gone });
    }
  }
  return [...byClient].map(([client, counted]) => ({
    client,
    days: [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, each]) => ({ date, ...each })),
  }));
}
