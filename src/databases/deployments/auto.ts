// Starts a database on loopback, with access control, and stops it with the server; one that was left running is taken over.
import { lstat, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { home } from "../../atlas/database-users/rules/provisioning.ts";
import { createLooking } from "../../core/looking.ts";
import { makePrivateFolder, writePrivateFile } from "../../core/private-files.ts";
import { SettingsError } from "../../core/settings/error.ts";
import { Away, type OpenDeployment, Refused } from "./deployment.ts";
import {
  admin,
  type Child,
  endProcess,
  findProgram,
  isAlive,
  logOf,
  type Program,
  programs,
  start,
  worksIn,
} from "./programs.ts";

/** The file next to the data, for the next start. */
interface Kept {
  readonly port: number;
  readonly password: string;
  readonly pid: number;
  /** The server that started it. */
  readonly owner: number;
}

export interface AutoParts {
  /** The folder; null for a world in memory, which uses a temporary folder. */
  readonly folder: string | null;
  readonly open: OpenDeployment;
  readonly mintPassword: () => string;
  /** The program to start, if it is not the one on PATH. */
  readonly program?: Program | undefined;
  readonly log: Pick<Logger, "warn">;
  /** The milliseconds in which it must accept the administrator. */
  readonly patience?: number;
  /** The least milliseconds between two starts of a database that ends by itself. */
  readonly restartEvery?: number;
}

export interface OwnDeployment {
  readonly url: string;
  close(): Promise<void>;
}

const temporary = "anteroom-deployment-";
const file = "server.json";

export async function startAuto(parts: AutoParts): Promise<OwnDeployment> {
  const { folder, program = findProgram(), open, mintPassword } = parts;
  if (program === undefined) {
    throw new SettingsError(
      `--deployment auto: none of ${programs.join(", ")} is on the PATH; install one, or give the URL of a deployment`,
    );
  }
  if (folder === null) await sweepTemporary();
  const place = folder ?? (await mkdtemp(join(tmpdir(), temporary)));
  await makePrivateFolder(join(place, "data"));
  const kept = await readKept(place);
  if (kept === undefined && (await readdir(join(place, "data"))).length > 0) {
    throw new SettingsError(
      `--deployment auto: ${join(place, file)} has the password of the database beside it, and cannot be read: put it back, or delete that folder to begin with an empty one`,
    );
  }
  const isLeft = kept !== undefined && worksIn(kept.pid, place);
  if (isLeft && (await answers(open, urlOf(kept)))) {
    await keep(place, { ...kept, owner: process.pid });
    const isOn = () => worksIn(kept.pid, place);
    const child = { pid: kept.pid, isOn, ending: Promise.resolve("exit code unknown") };
    return running(kept, place, child, { ...parts, program });
  }
  if (isLeft) await endProcess(kept.pid);
  const port = kept !== undefined && (await isFree(kept.port)) ? kept.port : await freePort();
  const password = kept?.password ?? mintPassword();
  await keep(place, { port, password, pid: 0, owner: process.pid });
  const child = start(program, place, port, password);
  const now = { port, password, pid: child.pid, owner: process.pid };
  const own = running(now, place, child, { ...parts, program });
  try {
    await keep(place, now);
    await ready(child, program, { open, patience: parts.patience ?? 30_000, ...now });
  } catch (reason) {
    // A temporary folder stays for its log; a later start removes it.
    await own.close();
    const why = `${(reason as Error).message}; its log is ${logOf(place, program.name)}`;
    throw new SettingsError(`--deployment auto: ${program.path} did not start: ${why}`);
  }
  if (folder !== null) return own;
  const remove = () => rm(place, { recursive: true, force: true, maxRetries: 5 });
  return { ...own, close: () => own.close().then(remove) };
}

const urlOf = ({ port, password }: Pick<Kept, "port" | "password">): string =>
  `mongodb://${admin}:${encodeURIComponent(password)}@127.0.0.1:${port}/`;

/** Writes the file so that a crash leaves the old or the new one: the database accepts only this password. */
async function keep(place: string, kept: Kept): Promise<void> {
  const path = join(place, file);
  await writePrivateFile(`${path}.new`, `${JSON.stringify(kept)}\n`);
  await rename(`${path}.new`, path);
}

async function readKept(place: string): Promise<Kept | undefined> {
  try {
    return JSON.parse(await readFile(join(place, file), "utf8")) as Kept;
  } catch {
    return undefined;
  }
}

/**
 * Reports whether a folder is this user's and closed to all others. The folder for temporary files is open to every user of the
 * machine, and the file read here names a process to end.
 */
async function isPrivate(place: string): Promise<boolean> {
  const found = await lstat(place).catch(() => undefined);
  if (found === undefined || !found.isDirectory()) return false;
  // Windows has no such ids, and a separate temporary folder for each user.
  return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o077) === 0);
}

/** Removes folders of worlds in memory that were killed, and stops their databases. */
async function sweepTemporary(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(temporary)) continue;
    const place = join(tmpdir(), name);
    if (!(await isPrivate(place))) continue;
    const kept = await readKept(place);
    if (kept === undefined || isAlive(kept.owner)) continue;
    if (worksIn(kept.pid, place)) await endProcess(kept.pid);
    await rm(place, { recursive: true, force: true });
  }
}

/** Watches a database until it is closed: one that ends by itself is started again. */
function running(
  kept: Kept,
  place: string,
  first: Child,
  { program, log, restartEvery = 10_000 }: AutoParts & { readonly program: Program },
): OwnDeployment {
  let child = first;
  /** Stops the database with this process, unless an uncatchable signal ends it. */
  const atExit = () => {
    if (child.isOn()) process.kill(child.pid, "SIGTERM");
  };
  process.once("exit", atExit);
  const looking = createLooking(restartEvery, async () => {
    if (child.isOn()) return;
    const end = await child.ending;
    log.warn({ log: logOf(place, program.name) }, `the database of auto ended (${end}); it is started again`);
    try {
      child = start(program, place, kept.port, kept.password);
      await keep(place, { ...kept, pid: child.pid, owner: process.pid });
    } catch (err) {
      log.warn({ err }, "starting the database of auto again failed");
    }
  });
  looking.start();
  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    await looking.close();
    process.removeListener("exit", atExit);
    if (child.isOn()) await endProcess(child.pid);
  }
  return { url: urlOf(kept), close: () => (closing ??= close()) };
}

interface Starting extends Kept {
  readonly open: OpenDeployment;
  readonly patience: number;
}

/** Waits until the administrator can log in; in a new mongod, creates it first. */
async function ready({ ending }: Child, { name }: Program, starting: Starting): Promise<void> {
  const words = `it does not answer within ${starting.patience / 1000} s`;
  const late = sleep(starting.patience, words, { ref: false });
  const over = Promise.race([ending.then((end) => `it ended (${end})`), late]);
  let isOver = false;
  async function comeUp(): Promise<undefined> {
    while (!isOver && !(await answers(starting.open, urlOf(starting), over))) {
      if (name === "mongod" && !isOver) await makeAdmin(starting);
      await sleep(100);
    }
  }
  const failure = await Promise.race([over, comeUp()]).finally(() => (isOver = true));
  if (failure !== undefined) throw new Error(failure);
}

/** Reports whether it answers before `over`. */
async function answers(open: OpenDeployment, url: string, over?: Promise<unknown>): Promise<boolean> {
  const deployment = await open(url);
  try {
    const asked = deployment.run({ usersInfo: 1 }).then(() => true);
    return await (over === undefined ? asked : Promise.race([asked, over.then(() => false)]));
  } catch {
    return false;
  } finally {
    await deployment.close();
  }
}

/** Creates the administrator: a mongod without users lets anyone on its machine create the first one, without credentials. */
export async function makeAdmin(made: Pick<Starting, "open" | "port" | "password">): Promise<void> {
  const { open, port, password } = made;
  const deployment = await open(`mongodb://127.0.0.1:${port}/?directConnection=true`);
  try {
    await deployment.run({ createUser: admin, pwd: password, roles: [{ role: "root", db: home }] });
  } catch (reason) {
    // It does not run yet, or the administrator was created meanwhile.
    if (!(reason instanceof Away || reason instanceof Refused)) throw reason;
  } finally {
    await deployment.close();
  }
}

const isFree = (port: number): Promise<boolean> => listenOn(port).then((got) => got !== undefined);
const freePort = async (): Promise<number> => (await listenOn(0)) ?? 0;

/** Returns the port, if it is free to listen on. */
function listenOn(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen({ host: "127.0.0.1", port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" ? address?.port : undefined));
    });
  });
}
