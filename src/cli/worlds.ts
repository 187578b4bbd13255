// Worlds on the command line, a file with a seed or the address of a server: snapshot writes one, and diff compares two.
import { readFile, rename } from "node:fs/promises";
import { AtlasClient } from "../client/client.ts";
import { AtlasError, AtlasUnreachable } from "../client/errors.ts";
import { pause } from "../client/sending.ts";
import { ownAgent } from "../core/contract/release.ts";
import { grouped } from "../core/domain/grouped.ts";
import { writePrivateFile } from "../core/private-files.ts";
import { Misuse, SettingsError } from "../core/settings/error.ts";
import { readBaseUrl } from "../core/settings/readers.ts";
import { parseSeed, type SeedDocument, SeedError } from "../testing/seed/document.ts";
import { compare, describe, describeAll } from "../testing/worlds/compare.ts";
import { openJournal, type Unread } from "../testing/worlds/parts.ts";
import type { Mirror, MirrorOptions } from "../testing/worlds/read.ts";
import { writeSeed } from "../testing/worlds/write.ts";
import { type AskedAs, findCaller } from "./caller.ts";
import { adviceForUnreachable } from "./operation-help.ts";
import type { askingOf } from "./options.ts";
import { misuseCode } from "./options.ts";
import { count, print, say } from "./output.ts";

export type Asking = ReturnType<typeof askingOf>;

/** The number of retries before a request fails: Atlas's buckets are full again after some minutes. */
const patience = 20;
const longestSeconds = 60;

/** Returns a client for the server at the address, and the organization. */
export async function ask(address: string, { environment, data, org, quiet }: Asking) {
  const baseUrl = addressOf(address);
  const { credentials } = await findCaller(environment, data);
  const client = openClient(baseUrl, credentials, { quiet: quiet === true });
  return { client, orgId: org ?? (await inWords(onlyOrg(client), data)) };
}

/** Returns a client for calls that a command chooses itself. */
export const openClient = (
  baseUrl: string,
  credentials: AskedAs["credentials"],
  { quiet }: { readonly quiet: boolean },
): AtlasClient =>
  new AtlasClient({
    ...credentials,
    baseUrl,
    timeoutMs: 120_000,
    middleware: [
      async (request, next) => {
        request.headers.set("user-agent", ownAgent);
        for (let left = patience; ; left--) {
          const answer = await next();
          const { status, retryAfterSeconds: seconds } = answer;
          if (status !== 429 || seconds === undefined || seconds > longestSeconds || left <= 0) return answer;
          if (!quiet) say(`anteroom: the server asks to wait ${seconds} s`);
          await pause(seconds, undefined);
        }
      },
    ],
  });

function addressOf(text: string): string {
  try {
    return readBaseUrl(text);
  } catch (reason) {
    throw new Misuse(`${text}: ${(reason as Error).message}`);
  }
}

async function onlyOrg(client: AtlasClient): Promise<string> {
  const orgs = await client.listOrgs().all();
  const [first] = orgs;
  if (first?.id !== undefined && orgs.length === 1) return first.id;
  const seen = orgs.map(({ id, name }) => `${id} (${name})`).join(", ");
  throw new Misuse(`name the organization with --org: the credential sees ${seen || "none"}`);
}

/** Prints a rejection of the client in a line or two, and exits with 1. */
export async function inWords<T>(work: Promise<T>, data: string): Promise<T> {
  try {
    return await work;
  } catch (reason) {
    if (reason instanceof AtlasUnreachable) {
      throw new SettingsError(`${reason.detail}. ${adviceForUnreachable(reason.code, data)}`);
    }
    if (reason instanceof AtlasError) throw new SettingsError(reason.message);
    throw reason;
  }
}

export async function readFrom(
  { client, orgId }: Awaited<ReturnType<typeof ask>>,
  { data, quiet, parallel }: Asking,
  journal?: MirrorOptions["journal"],
): Promise<Mirror> {
  const { readWorld } = await import("../testing/worlds/read.ts");
  const onProgress = quiet ? () => {} : progressOn(process.stderr);
  try {
    return await inWords(
      readWorld({ client, orgId, parallel, onProgress, ...(journal && { journal }) }),
      data,
    );
  } finally {
    if (!quiet && process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  }
}

const barWidth = 30;

/** Shows progress: a bar on a terminal, and elsewhere a line for each tenth. */
function progressOn(stream: NodeJS.WriteStream): (done: number, known: number) => void {
  let shown = 0;
  let last = 0;
  return (done, known) => {
    const part = done / known;
    // The total is known only after the lists were read.
    if (known > last + 10) shown = Math.floor(part * 10);
    last = known;
    if (stream.isTTY) {
      const filled = Math.round(part * barWidth);
      const bar = `${"=".repeat(filled)}${" ".repeat(barWidth - filled)}`;
      stream.write(`\r[${bar}] ${done} of ${known} requests`);
    } else if (Math.floor(part * 10) > shown && done > 10) {
      shown = Math.floor(part * 10);
      stream.write(`anteroom: ${done} of ${known} requests\n`);
    }
  };
}

/** Opens a world from its name on the command line. Of a file, only the organization of `--org` is used, if there is one. */
export async function openWorld(
  name: string,
  asking: Asking,
): Promise<{ readonly seed: SeedDocument; readonly unread: readonly Unread[] }> {
  if (/^https?:\/\//.test(name)) return readFrom(await ask(name, asking), asking);
  const text = await readFile(name, "utf8").catch((reason: Error) => {
    throw new Misuse(`${name} is no address and cannot be read as a file: ${reason.message}`);
  });
  const { parse } = await import("yaml");
  const { readUnread } = await import("../testing/worlds/write.ts");
  const seed = parseSeed(text, name, parse);
  const orgs = asking.org === undefined ? seed.orgs : seed.orgs.filter(({ id }) => id === asking.org);
  if (asking.org !== undefined && orgs.length === 0 && seed.orgs.length > 0) {
    // A seed written by hand may have no ids.
    if (seed.orgs.length > 1) throw new Misuse(`${name} has no organization ${asking.org}`);
    return { seed, unread: readUnread(text) };
  }
  return { seed: { ...seed, orgs }, unread: readUnread(text) };
}

export function sayUnread(unread: readonly Unread[]): void {
  const kinds = grouped(
    unread,
    ({ part, why }) => `${part.replace(/^(groups|apiKeys|serviceAccounts)\.[^.]+/, "$1.*")}: ${why}`,
  );
  for (const [kind, [first, ...others]] of kinds) {
    say(
      `  ${others.length === 0 ? `${first?.part}: ${first?.why}` : `${kind} (${others.length + 1} of them)`}`,
    );
  }
}

export const incompleteCode = 3;

/**
 * Writes a snapshot; returns the exit code. A partial result is kept next to the file, so that the next try continues from
 * there.
 */
export async function snapshot(from: string, output: string | undefined, asking: Asking): Promise<number> {
  const asked = await ask(from, asking);
  const tell = asking.quiet ? () => {} : say;
  const origin = from.replace(/\/+$/, "");
  const journal =
    output === undefined ? undefined : await openJournal(`${output}.partial`, `${asked.orgId} of ${origin}`);
  if (journal !== undefined && journal.found > 0) {
    tell(
      `anteroom: goes on from ${count(journal.found, "answer")} in ${output}.partial; delete it to begin anew`,
    );
  }
  const mirror = await readFrom(asked, asking, journal);
  const title = `${mirror.seed.orgs[0]?.name} (${asked.orgId}), as ${origin} answered it. Secrets that no answer shows are not in it; headers of stream connections are.`;
  const code = await keepSnapshot(mirror, title, output, tell);
  await journal?.end();
  return code;
}

/** Writes a world to the file, or to standard output, and says what is in it; returns the exit code. */
export async function keepSnapshot(
  mirror: Mirror,
  title: string,
  output: string | undefined,
  tell: (text: string) => void,
): Promise<number> {
  const text = writeSeed(mirror, title);
  if (output === undefined) process.stdout.write(text);
  else {
    // The file is moved there only when it is complete.
    await writePrivateFile(`${output}.new`, text);
    await rename(`${output}.new`, output);
  }
  const { orgs } = mirror.seed;
  const sizeOf = (list: "users" | "groups" | "teams") =>
    orgs.reduce((sum, org) => sum + (org[list]?.length ?? 0), 0);
  const people = sizeOf("users") === 1 ? "1 person" : `${sizeOf("users")} people`;
  tell(
    `anteroom: ${people}, ${count(sizeOf("groups"), "project")}, ${count(sizeOf("teams"), "team")}${output === undefined ? "" : ` in ${output}`}`,
  );
  if (mirror.unread.length === 0) return 0;
  say("anteroom: what could not be read is not in it:");
  sayUnread(mirror.unread);
  return incompleteCode;
}

/**
 * Compares two worlds; returns the exit code: 0 for no difference, 1 for differences, 2 if they cannot be compared, 3 if only
 * in part.
 */
export async function diff(
  before: string,
  after: string,
  asking: Asking,
  { json, byName }: { readonly json: boolean; readonly byName: boolean },
): Promise<number> {
  const worlds = await openBoth(before, after, asking).catch((reason: unknown) => {
    if (!(reason instanceof SettingsError || reason instanceof SeedError)) throw reason;
    say(`anteroom: ${reason.message}`);
    return undefined;
  });
  if (worlds === undefined) return misuseCode;
  const [one, other] = worlds;
  const unread = [...one.unread, ...other.unread];
  const parts = new Set(unread.map(({ part }) => part));
  const differences = compare(one.seed, other.seed, { unread: parts, byName });
  if (json) {
    const said = differences.map((each) => ({ ...each, text: describe(each) }));
    print(JSON.stringify({ differences: said, notCompared: unread }, null, 2));
  } else if (differences.length > 0) print(describeAll(differences));
  else if (!asking.quiet) say(`anteroom: no difference${unread.length > 0 ? " in what was compared" : ""}`);
  if (unread.length > 0) {
    say("anteroom: not compared, since one side does not tell it:");
    sayUnread(unread);
    return incompleteCode;
  }
  return differences.length === 0 ? 0 : 1;
}

const openBoth = async (before: string, after: string, asking: Asking) =>
  [await openWorld(before, asking), await openWorld(after, asking)] as const;
