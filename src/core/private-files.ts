// Folders and files that only their owner may read, whatever the umask of the process.
import { chmod, mkdir, open, readdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export const storeFile = "anteroom.sqlite";
/** The files in a data folder that others must not read; the folder may hold other files, too. */
const ours =
  /^(anteroom\.sqlite.*|credentials\.json|tls-(cert|key)\.pem|(planted|sign-in)-.*\.json|deployment)$/;
const ofOthers = 0o077;

/**
 * Creates a folder; returns whether it was missing. Created with `recursive`, Node would loop for ever below /proc, which
 * accepts no folder.
 */
export async function makeFolder(path: string, mode?: number): Promise<boolean> {
  try {
    return await makeFolders(path, mode);
  } catch (reason) {
    throw Object.assign(reason as Error, {
      message: `the folder ${path} cannot be made: ${(reason as Error).message}`,
    });
  }
}

async function makeFolders(path: string, mode?: number): Promise<boolean> {
  const make = () => mkdir(path, mode);
  try {
    await make().catch(async (reason: NodeJS.ErrnoException) => {
      const above = dirname(path);
      if (reason.code !== "ENOENT" || above === path) throw reason;
      await makeFolders(above, mode);
      await make();
    });
    return true;
  } catch (reason) {
    if (await isFolder(path)) return false;
    throw reason;
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The reasons, by error code of the operating system, why a folder cannot be written. */
const unwritable: Readonly<Record<string, string>> = {
  EROFS: "it is on a file system that is mounted read-only",
  EACCES: "this user may not write in it",
  EPERM: "this user may not write in it",
};

/** Does something in a data folder; if the folder cannot be written, the error says what to do. */
export async function inDataFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (reason) {
    const why = unwritable[(reason as NodeJS.ErrnoException).code ?? ""];
    if (why === undefined) throw reason;
    const message = `nothing can be kept in the data folder ${folder}: ${why}; let this user write in it, or name another folder with --data`;
    throw Object.assign(reason as Error, { message });
  }
}

/** Creates a folder, and those above it, if it is missing; an existing one keeps its mode. */
export async function makePrivateFolder(path: string): Promise<void> {
  if (await makeFolder(path, 0o700)) await chmod(path, 0o700);
}

/** Hides a folder with secrets from git, unless it has a file that is not Anteroom's. */
export async function hideFromGit(folder: string): Promise<void> {
  await makePrivateFolder(folder);
  if (!(await readdir(folder)).every((name) => ours.test(name))) return;
  await inDataFolder(folder, () => writeFile(join(folder, ".gitignore"), "*\n", { mode: 0o600 }));
}

/** Creates an empty file if there is none; SQLite gives its log the mode of its file. */
export async function makePrivateFile(path: string): Promise<void> {
  const file = await open(path, "a", 0o600);
  try {
    if (((await file.stat()).mode & 0o777) !== 0o600) await file.chmod(0o600);
  } finally {
    await file.close();
  }
}

/** Writes a text to a file that no one else can read from the first byte on; creates its folder if needed. */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  await makePrivateFolder(dirname(path));
  await makePrivateFile(path);
  await writeFile(path, text);
}

export async function closeFile(path: string): Promise<void> {
  if (((await stat(path)).mode & ofOthers) !== 0) await chmod(path, 0o600);
}

/**
 * Removes the rights of others on our files, and returns a sentence about each. The folder is not changed: `--data /tmp` must
 * not close /tmp.
 */
export async function closeToOthers(folder: string): Promise<string[]> {
  // Windows stores rights elsewhere, and shows the same mode for every file.
  if (process.platform === "win32") return [];
  const said: string[] = [];
  for (const name of (await readdir(folder)).filter((each) => ours.test(each))) {
    const path = join(folder, name);
    const mode = (await stat(path)).mode & 0o777;
    if ((mode & ofOthers) === 0) continue;
    const was = `${path} was open to others (mode ${mode.toString(8)})`;
    said.push(
      await chmod(path, 0o600).then(
        () => `${was}; it is 600 now`,
        () => `${was} and is not this user's; give it to the user that runs Anteroom, with mode 600`,
      ),
    );
  }
  const mode = (await stat(folder)).mode & 0o777;
  if ((mode & ofOthers) !== 0) {
    said.push(`the data folder ${folder} is open to others (mode ${mode.toString(8)}); chmod 700 closes it`);
  }
  return said;
}
