// `anteroom report`: calls of operations that end, and who makes them, from a server, a store or logs.
import { writeFile } from "node:fs/promises";
import { calendar, figures, figuresInWords } from "../../atlas/endings.ts";
import { type Environment, findCaller } from "../../cli/caller.ts";
import { count, print, say } from "../../cli/output.ts";
import { lookInStore } from "../../cli/secrets.ts";
import { AtlasClient } from "../../client/client.ts";
import { AtlasError, AtlasUnreachable } from "../../client/errors.ts";
import { wallClock } from "../../core/clock.ts";
import { type ShownCalls, showCalls } from "../../core/domain/deprecated-call.ts";
import { Misuse, SettingsError, unwritable } from "../../core/settings/error.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Finding } from "../../server/july-room.ts";
import type { EndingType, Place } from "../report/terraform-endings.ts";
import { remarksOnVersion1 } from "../report/version-1.ts";
import { typesIn } from "../report/write-endings.ts";
import { writeHtml } from "../report/write-html.ts";
import { findingsOf, type Report, writeMarkdown, writeTable } from "../report/write-report.ts";
import type { LogFormat } from "../traffic/call.ts";
import { createGathering, type Gathered } from "../traffic/gather.ts";
import { readLog, UnreadableLog } from "../traffic/read.ts";

interface Reporting {
  readonly format: keyof typeof writers;
  readonly output: string | null;
  /** The finding that makes the command fail, although it did its work. */
  readonly failOn: keyof typeof foundCodes | null;
}

/** The exit codes of `--fail-on`: calls of operations that end were found, or some were answered 410. */
export const foundCodes = { deprecated: 3, gone: 4 } as const;

/** The exit code if parts of a Terraform configuration were not read, so that the report may be incomplete. */
const partialCode = 5;

interface Counted {
  readonly calls: readonly ShownCalls[];
  /** The places of a Terraform configuration or state, if one was read. */
  readonly places?: readonly Place[];
  readonly source: string;
  readonly remarks: readonly string[];
  /** True if parts of it were not read; the remarks name them. */
  readonly isPartial?: boolean;
}

export async function report(
  { calls, remarks: told, isPartial = false, ...rest }: Counted,
  reporting: Reporting,
): Promise<number> {
  const about = { ...rest, remarks: [...told, ...remarksOnVersion1(calls)] };
  const findings = findingsOf(calls).toSorted(
    (a, b) => b.count - a.count || (a.operationId < b.operationId ? -1 : 1),
  );
  const text = writers[reporting.format]({ findings, ...about });
  if (reporting.output === null) print(text);
  else {
    await writeFile(reporting.output, `${text}\n`).catch(unwritable(`--output ${reporting.output}`));
    say(`anteroom: the report is in ${reporting.output}`);
  }
  const code = codeFor(findings, typesIn(calls, about.places), reporting.failOn);
  return code === 0 && isPartial ? partialCode : code;
}

const writers = {
  table: writeTable,
  markdown: writeMarkdown,
  html: (made: Report) => writeHtml(made, new Date(wallClock()).toISOString()),
  json: (made: Report) =>
    JSON.stringify(
      {
        ...made,
        terraform: typesIn(made.findings, made.places),
        endings: { ...figures, inWords: figuresInWords, calendar },
      },
      null,
      2,
    ),
};

function codeFor(
  findings: readonly Finding[],
  types: readonly EndingType[],
  failOn: Reporting["failOn"],
): number {
  if (failOn === null || findings.length + types.length === 0) return 0;
  if (findings.some(({ gone }) => gone > 0)) return foundCodes.gone;
  return failOn === "deprecated" ? foundCodes.deprecated : 0;
}

export async function fromStore(settings: Settings, orgId: string | null): Promise<Counted> {
  const { storage } = settings;
  const calls = await lookInStore(settings, null, (store) =>
    store.read((tx) => tx.deprecatedCalls.list(orgId)),
  );
  const source = storage.kind === "folder" ? `the store in ${storage.path}` : "the database";
  return { calls: calls.map(showCalls), source, remarks: [] };
}

interface Asking {
  readonly baseUrl: string;
  /** The organization; null for all organizations of the caller. */
  readonly orgId: string | null;
  readonly data: string;
  readonly controlToken: string | undefined;
  readonly environment: Environment;
}

/** Returns the counts of a server: from its test controls, or as an owner. */
export async function fromServer(asking: Asking): Promise<Counted> {
  const { baseUrl, orgId } = asking;
  const seen = await askControl<ShownCalls>("deprecations", asking);
  if (seen !== undefined) {
    const calls = orgId === null ? seen : seen.filter((each) => each.orgId === orgId);
    return {
      calls,
      source: baseUrl,
      remarks: remarksOnKept((await askControl<KeptCalls>("kept", asking)) ?? []),
    };
  }
  const { credentials } = await findCaller(asking.environment, asking.data);
  const atlas = new AtlasClient({ baseUrl, ...credentials });
  try {
    const orgIds =
      orgId === null ? ((await atlas.listOrgs()).results ?? []).map(({ id }) => id ?? "") : [orgId];
    const calls: ShownCalls[] = [];
    const remarks: string[] = [];
    for (const each of orgIds) {
      const counted = await atlas.listDeprecatedCalls({ orgId: each }).catch((reason: unknown) => {
        if (orgId !== null || !(reason instanceof AtlasError) || reason.status !== 401) throw reason;
        remarks.push(`Organization ${each} is left out: the caller is not its owner.`);
        return { calls: [] };
      });
      calls.push(...(counted.calls as readonly ShownCalls[]));
    }
    return { calls, source: baseUrl, remarks };
  } catch (cause) {
    if (cause instanceof AtlasUnreachable) throw new SettingsError(cause.message, { cause });
    if (!(cause instanceof AtlasError)) throw cause;
    const advice =
      cause.status === 404
        ? ". Atlas itself counts nothing: record its calls with `anteroom record`, or read logs with --from"
        : "";
    throw new SettingsError(`${baseUrl} answered ${cause.status}: ${cause.detail}${advice}`, { cause });
  }
}

/** Asks for a list of the controls; undefined if there are none, or the caller may not use them. */
async function askControl<Item>(
  name: "deprecations" | "kept",
  { baseUrl, controlToken }: Asking,
): Promise<Item[] | undefined> {
  const answer = await fetch(`${baseUrl}/_anteroom/v1/${name}`, {
    headers: controlToken === undefined ? {} : { authorization: `Bearer ${controlToken}` },
    redirect: "manual",
  }).catch((cause: Error) => {
    const why = (cause.cause as Error | undefined)?.message ?? cause.message;
    throw new SettingsError(`${baseUrl} does not answer: ${why}`, { cause });
  });
  const isJson = answer.headers.get("content-type")?.includes("json");
  return answer.ok && isJson ? ((await answer.json()) as Item[]) : undefined;
}

interface KeptCalls {
  readonly operationId: string;
  readonly count: number;
}

/** Names the operations that clients called and that only keep, so that a run is not taken for more than it is. */
function remarksOnKept(kept: readonly KeptCalls[]): string[] {
  if (kept.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { operationId, count } of kept) {
    counts.set(operationId, (counts.get(operationId) ?? 0) + count);
  }
  const called = [...counts].sort(([, a], [, b]) => b - a).map(([id, count]) => `${id} (${count})`);
  return [
    `Called, and only stored and shown here: ${called.join(", ")}. With --least-grade declared the server refuses them.`,
  ];
}

export async function fromLogs(files: readonly string[], format: LogFormat | null): Promise<Counted> {
  const gathering = createGathering();
  try {
    for (const file of files) await readLog(file, format, gathering);
  } catch (cause) {
    if (cause instanceof UnreadableLog) throw new SettingsError(cause.message, { cause });
    throw cause;
  }
  const gathered = gathering.results();
  return { calls: gathered.calls, source: files.join(", "), remarks: remarksOn(gathered) };
}

function remarksOn({ requests, unreadable, unclear, beyond }: Gathered): string[] {
  const unclearCalls = Object.entries(unclear).map(([id, calls]) => `${id} (${calls})`);
  return [
    `${count(requests, "request")} read, ${unreadable === 0 ? "every line" : `${count(unreadable, "line")} not`} understood.`,
    ...(unclearCalls.length === 0
      ? []
      : [
          `Not counted, because the log does not say which version they ask for: ${unclearCalls.join(", ")}. Log the Accept header to tell.`,
        ]),
    ...(beyond.length === 0
      ? []
      : [
          `Not covered: calls in version 1.0 of what is not of the access plane (${beyond.slice(0, 5).join(", ")}${beyond.length > 5 ? ", …" : ""}).`,
        ]),
  ];
}

export function formatOf(asked: Readonly<Record<"json" | "html" | "markdown", boolean>>) {
  const chosen = (["json", "html", "markdown"] as const).filter((each) => asked[each]);
  if (chosen.length > 1) throw new Misuse(`--${chosen[0]} and --${chosen[1]} are both given; choose one`);
  return chosen[0] ?? ("table" as const);
}
