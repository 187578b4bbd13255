// Starts a database of its own on loopback, with access control, and ends it with the server; one that was left behind is taken over.
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { home } from "../domain/provisioning.ts";
import { makePrivateFolder, writePrivateFile } from "../private-files.ts";
import { SettingsError } from "../settings/error.ts";
import { Away, type OpenDeployment, Refused } from "./deployment.ts";
import { endProcess, findProgram, isAlive, type Program, programs, worksIn } from "./programs.ts";

/** What is kept beside the data, for the next start. */
interface Kept {
  readonly port: number;
  readonly password: string;
  readonly pid: number;
  /** The server that started it. */
  readonly owner: number;
}

interface AutoParts {
  /** Null for a world in memory: then a temporary folder, which goes with it. */
  readonly folder: string | null;
  readonly open: OpenDeployment;
  readonly mintPassword: () => string;
  /** Of PATH where it is another one. */
  readonly program?: Program | undefined;
}

export interface OwnDeployment {
  readonly url: string;
  readonly pid: number;
  close(): Promise<void>;
}

const admin = "anteroom";
const temporary = "anteroom-deployment-";
const file = "server.json";
/** Milliseconds. */
const startPatience = 30_000;
const endPatience = 4_000;

export async function startAuto({
  folder,
  open,
  mintPassword,
  program = findProgram(),
}: AutoParts): Promise<OwnDeployment> {
  if (program === undefined)
    throw new SettingsError(
      `--deployment auto: none of ${programs.join(", ")} is on the PATH; install one, or give the URL of a deployment`,
    );
  if (folder === null) await sweepTemporary();
  const place = folder ?? (await mkdtemp(join(tmpdir(), temporary)));
  await makePrivateFolder(join(place, "data"));
  const kept = await readKept(place);
  if (kept === undefined && (await readdir(join(place, "data"))).length > 0)
    throw new SettingsError(
      `--deployment auto: ${join(place, file)} has the password of the database beside it, and cannot be read: put it back, or delete that folder to begin with an empty one`,
    );
  const isLeft = kept !== undefined && worksIn(kept.pid, place);
  if (isLeft && (await answers(open, urlOf(kept)))) {
    await keep(place, { ...kept, owner: process.pid });
    return running(place, kept, folder === null);
  }
  if (isLeft) await endProcess(kept.pid, endPatience, sleep);
  const port = kept !== undefined && (await isFree(kept.port)) ? kept.port : await freePort();
  const password = kept?.password ?? mintPassword();
  await keep(place, { port, password, pid: 0, owner: process.pid });
  const child = start(program, place, { port, password });
  const now = { port, password, pid: child.pid ?? 0, owner: process.pid };
  const own = running(place, now, folder === null);
  try {
    await keep(place, now);
    await ready(child, program, { open, ...now });
  } catch (reason) {
    await own.close();
    throw reason;
  }
  return own;
}

const urlOf = ({ port, password }: Pick<Kept, "port" | "password">): string =>
  `mongodb://${admin}:${encodeURIComponent(password)}@127.0.0.1:${port}/`;

const keep = (place: string, kept: Kept): Promise<void> =>
  writePrivateFile(join(place, file), `${JSON.stringify(kept)}\n`);

async function readKept(place: string): Promise<Kept | undefined> {
  try {
    return JSON.parse(await readFile(join(place, file), "utf8")) as Kept;
  } catch {
    return undefined;
  }
}

/** Worlds in memory that were killed leave their folders, and a database that nobody knows. */
async function sweepTemporary(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(temporary)) continue;
    const place = join(tmpdir(), name);
    const kept = await readKept(place);
    if (kept === undefined || isAlive(kept.owner)) continue;
    if (worksIn(kept.pid, place)) await endProcess(kept.pid, endPatience, sleep);
    await rm(place, { recursive: true, force: true });
  }
}

function running(place: string, { pid, ...kept }: Kept, isTemporary: boolean): OwnDeployment {
  /** Whatever ends this process, but for a signal that nobody can catch. */
  const atExit = () => {
    if (worksIn(pid, place)) process.kill(pid, "SIGTERM");
  };
  process.once("exit", atExit);
  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    process.removeListener("exit", atExit);
    if (worksIn(pid, place)) await endProcess(pid, endPatience, sleep);
    if (isTemporary) await rm(place, { recursive: true, force: true, maxRetries: 5 });
  }
  return { url: urlOf(kept), pid, close: () => (closing ??= close()) };
}

function start(
  { name, path }: Program,
  place: string,
  { port, password }: Pick<Kept, "port" | "password">,
): ChildProcess {
  const data = join(place, "data");
  const log = openSync(join(place, `${name}.log`), "a", 0o600);
  const args = {
    mongod: ["--dbpath", data, "--bind_ip", "127.0.0.1", "--port", String(port), "--auth", "--nounixsocket"],
    ferretdb: [
      ...["--handler=sqlite", `--sqlite-url=file:${data}/`, `--state-dir=${place}`],
      ...[`--listen-addr=127.0.0.1:${port}`, "--debug-addr=-", "--telemetry=disable"],
      ...["--test-enable-new-auth", "--log-level=WARN"],
    ],
  };
  // In the environment, which other users cannot read, as they can arguments.
  const secrets = {
    mongod: {},
    ferretdb: {
      FERRETDB_SETUP_USERNAME: admin,
      FERRETDB_SETUP_PASSWORD: password,
      FERRETDB_SETUP_DATABASE: home,
    },
  };
  // Of a group of its own: Ctrl-C in a terminal is for the server, which ends the database when it needs it no more.
  const child = spawn(path, args[name], {
    cwd: place,
    detached: true,
    env: secrets[name],
    stdio: ["ignore", log, log],
  });
  child.unref();
  closeSync(log);
  return child;
}

interface Starting extends Kept {
  readonly open: OpenDeployment;
}

/** Waits until the administrator is let in; in a new mongod, makes it first. */
async function ready(child: ChildProcess, { name, path }: Program, starting: Starting): Promise<void> {
  let failure: string | undefined;
  child.once("error", (reason) => (failure = reason.message));
  child.once("exit", (code, signal) => (failure = `it ended with ${signal ?? code}`));
  for (let waited = 0; waited < startPatience && failure === undefined; waited += 100) {
    if (await answers(starting.open, urlOf(starting))) return;
    if (name === "mongod") await makeAdmin(starting);
    await sleep(100);
  }
  throw new SettingsError(
    `--deployment auto: ${path} did not start (${failure ?? "it does not answer"}); its log is ${name}.log in the folder deployment of the data folder`,
  );
}

async function answers(open: OpenDeployment, url: string): Promise<boolean> {
  const deployment = await open(url);
  try {
    await deployment.run({ usersInfo: 1 });
    return true;
  } catch {
    return false;
  } finally {
    await deployment.close();
  }
}

/** A mongod without users lets whoever is on its machine make the first one, without credentials. */
export async function makeAdmin({
  open,
  port,
  password,
}: Pick<Starting, "open" | "port" | "password">): Promise<void> {
  const deployment = await open(`mongodb://127.0.0.1:${port}/?directConnection=true`);
  try {
    await deployment.run({ createUser: admin, pwd: password, roles: [{ role: "root", db: home }] });
  } catch (reason) {
    // Not up yet, or somebody has made one meanwhile.
    if (!(reason instanceof Away || reason instanceof Refused)) throw reason;
  } finally {
    await deployment.close();
  }
}

const isFree = (port: number): Promise<boolean> => listenOn(port).then((got) => got !== undefined);
const freePort = async (): Promise<number> => (await listenOn(0)) ?? 0;

/** The port, if it can be listened on. */
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
