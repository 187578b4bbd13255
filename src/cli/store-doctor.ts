// `anteroom doctor --data …` and `--database-url …`: the state of a store, part by part, with remedies; it runs while servers
// use the store, and does not change it.
import { join } from "node:path";
import { elapsed, wallClock } from "../core/clock.ts";
import { second } from "../core/domain/instant.ts";
import { storeFile } from "../core/private-files.ts";
import type { Settings } from "../core/settings/settings.ts";
import { checkFile } from "../core/store/check.ts";
import type { Database } from "../core/store/database.ts";
import { pendingIn } from "../core/store/migrate.ts";
import { sentenceOf } from "../core/store/outages.ts";
import { storeOver } from "../core/store/store.ts";
import { type Backlog, countBacklog } from "../server/monitoring/backlog.ts";
import { lateMail, lateSeal, littleRoom } from "../server/monitoring/readiness.ts";
import { leftIn } from "../server/open-deployments.ts";
import { openDatabase } from "../server/open-store.ts";
import { print } from "./output.ts";
import { findStore } from "./secrets.ts";

interface Finding {
  readonly part: string;
  readonly status: "ok" | "warn" | "bad";
  readonly said: string;
  /** The remedy. */
  readonly cure?: string;
}

const mebibyte = 1024 * 1024;
const mib = (bytes: number): string => `${Math.floor(bytes / mebibyte)} MiB`;

/** Chooses the first status whose condition holds, or else ok. */
function judge(part: string, said: string, isBad: boolean, isWarned: boolean, cure: string): Finding {
  if (!isBad && !isWarned) return { part, status: "ok", said };
  return { part, status: isBad ? "bad" : "warn", said, cure };
}

/** Prints a line for each part; returns the exit code. */
export async function doctorOfStore(
  settings: Settings,
  { json, dropsLeft }: { readonly json: boolean; readonly dropsLeft: boolean },
): Promise<number> {
  if (settings.storage.kind !== "postgres") await findStore(settings);
  const findings = await examine(settings, dropsLeft);
  if (json) print(JSON.stringify(findings, null, 2));
  const width = Math.max(...findings.map(({ part }) => part.length));
  for (const { part, status, said, cure } of json ? [] : findings) {
    print(`${part.padEnd(width)}  ${status.padEnd(4)}  ${said}${cure === undefined ? "" : `: ${cure}`}`);
  }
  return findings.some(({ status }) => status === "bad") ? 1 : 0;
}

async function examine({ storage, deployment }: Settings, dropsLeft: boolean): Promise<Finding[]> {
  let database: Database | undefined;
  try {
    database = await openDatabase(storage);
    const schema = await schemaOf(database);
    const engine =
      storage.kind === "folder" ? await ofFolder(database, storage.path) : await ofPostgres(database);
    // Checks of tables need the tables.
    if (schema.status === "bad") return [...engine, schema];
    const store = storeOver(database);
    const left = [];
    for (const { url } of deployment ?? []) {
      left.push({ part: "left", ...(await leftIn(url, store, dropsLeft)) });
    }
    return [...engine, schema, ...(await ofWork(database)), ...left];
  } catch (reason) {
    const said = sentenceOf(reason);
    if (said === undefined) throw reason;
    return [
      {
        part: "store",
        status: "bad",
        said,
        cure: "see “When the database fails” in docs/guides/operations.md",
      },
    ];
  } finally {
    await database?.close();
  }
}

async function schemaOf(database: Database): Promise<Finding> {
  const flaw = await storeOver(database).schemaFlaw();
  if (flaw !== undefined) return { part: "schema", status: "bad", said: `the store ${flaw}` };
  const pending = await database.read(pendingIn);
  const said = pending.length === 0 ? "the newest" : `lacks ${pending.join(", ")}`;
  return judge("schema", said, pending.length > 0, false, "run anteroom migrate");
}

async function ofFolder({ vitals }: Database, folder: string): Promise<Finding[]> {
  const { bytes, logBytes, freeBytes } = vitals.file?.() ?? { bytes: 0, logBytes: 0, freeBytes: 0 };
  const problems = await checkFile(join(folder, storeFile));
  const [first = "every page is whole"] = problems;
  return [
    judge(
      "room",
      `${mib(freeBytes)} left on the disk, for a file of ${mib(bytes)}`,
      freeBytes < 64 * mebibyte,
      freeBytes < littleRoom,
      "make room before changes are refused",
    ),
    judge(
      "pages",
      first,
      problems.length > 0,
      false,
      "stop the server, and restore a backup with anteroom restore",
    ),
    judge(
      "log",
      `the write-ahead log has ${mib(logBytes)}`,
      false,
      logBytes > 256 * mebibyte,
      "end what reads the file for long, such as a forgotten sqlite3",
    ),
  ];
}

async function ofPostgres(database: Database): Promise<Finding[]> {
  const ask = async (sql: string) =>
    (
      (await database.look((connection) => connection.rows({ sql, values: [] }))) as Record<string, number>[]
    )[0] ?? {};
  const before = elapsed();
  const { at = 0 } = await ask("select (extract(epoch from clock_timestamp()) * 1000)::bigint as at");
  // Its clock was read about half-way between question and answer.
  const skew = Math.round(wallClock() - (elapsed() - before) / 2 - at);
  const { taken = 0, most = 0 } = await ask(
    "select (select count(*) from pg_stat_activity where backend_type = 'client backend') as taken, current_setting('max_connections')::int as most",
  );
  return [
    await triedOn(database),
    judge(
      "clock",
      `${Math.abs(skew)} ms ${skew < 0 ? "behind" : "ahead of"} that of the database`,
      Math.abs(skew) > 5 * second,
      Math.abs(skew) > second,
      "set the clocks of all machines by NTP: tokens and sessions end by them",
    ),
    judge(
      "connections",
      `${taken} of ${most} are taken`,
      taken >= most - 3,
      taken > 0.8 * most,
      "raise max_connections: ten for each server, and some for backups and people",
    ),
  ];
}

class RolledBack extends Error {}

/** Tries a change: a database may answer queries and accept no change, for example with a full disk. */
async function triedOn(database: Database): Promise<Finding> {
  const part = "writes";
  try {
    await database.write(async (connection) => {
      await connection.change({ sql: "insert into meta (key, value) values ('doctor', '')", values: [] });
      throw new RolledBack();
    });
  } catch (reason) {
    if (reason instanceof RolledBack) {
      return { part, status: "ok", said: "a row was added, and the change rolled back" };
    }
    const said = sentenceOf(reason) ?? (reason as Error).message;
    return { part, status: "bad", said, cure: "see “When the database fails” in docs/guides/operations.md" };
  }
  throw new Error("the change was kept");
}

async function ofWork(database: Database): Promise<Finding[]> {
  const store = storeOver(database);
  const backlog = await countBacklog({ store, now: wallClock, wall: wallClock });
  const [orphans, gaps] = await store.read(async ({ eventSeals }) => [
    await eventSeals.countOrphans(),
    (await eventSeals.gaps()).length,
  ]);
  return [
    (orphans ?? 0) + (gaps ?? 0) > 0 ? brokenSeals(orphans ?? 0, gaps ?? 0) : sealsOf(backlog),
    mailOf(backlog),
  ];
}

const brokenSeals = (orphans: number, gaps: number): Finding => ({
  part: "seals",
  status: "bad",
  said: `BROKEN: the seals of ${orphans} events are missing, and ${gaps} chains have a gap`,
  cure: "anteroom audit verify says which; seals go only by a hand in the database",
});

const sealsOf = ({ unsealed, unsealedSeconds }: Backlog): Finding =>
  judge(
    "seals",
    unsealed === 0
      ? "each event names a seal that is there; only anteroom audit verify proves that none was changed"
      : `${unsealed} events wait, the oldest for ${Math.round(unsealedSeconds)} s`,
    false,
    unsealedSeconds > lateSeal,
    "start a server, or look in its log for why sealing fails",
  );

const mailOf = ({ mailWaiting, mailSeconds, mailFailed }: Backlog): Finding =>
  judge(
    "mail",
    `${mailWaiting} messages wait${mailWaiting === 0 ? "" : `, the oldest for ${Math.round(mailSeconds)} s`}; ${mailFailed} were given up in the last day`,
    false,
    mailSeconds > lateMail || mailFailed > 0,
    "look at the mail server, and whether serve has --mail-url; invitations show what it said",
  );
