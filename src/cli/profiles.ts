// The profiles of the atlas CLI. Only the syntax that it writes itself is read: tables, and keys with a text or a word.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SettingsError } from "../core/settings/error.ts";
import type { Environment } from "./secrets.ts";

export interface Profiles {
  readonly file: string;
  readonly isThere: boolean;
  /** The keys before any table, which are those of every profile. */
  readonly shared: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The numbers of lines that could not be read. */
  readonly unread: readonly number[];
}

/** Returns the folder of settings, as Go's `os.UserConfigDir` does. */
function homeOf(
  platform: NodeJS.Platform,
  { HOME = "", XDG_CONFIG_HOME, APPDATA = "" }: Environment,
): string {
  if (platform === "win32") return APPDATA;
  if (platform === "darwin") return join(HOME, "Library/Application Support");
  return XDG_CONFIG_HOME || join(HOME, ".config");
}

export async function readProfiles(platform: NodeJS.Platform, environment: Environment): Promise<Profiles> {
  const file = join(homeOf(platform, environment), "atlascli/config.toml");
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return undefined;
    throw new SettingsError(`${file} cannot be read: ${cause.message}`, { cause });
  });
  return { file, isThere: text !== undefined, ...parseProfiles(text ?? "") };
}

export function parseProfiles(text: string): Pick<Profiles, "shared" | "byName" | "unread"> {
  const shared = new Map<string, string>();
  const byName = new Map<string, Map<string, string>>();
  const unread: number[] = [];
  let table: Map<string, string> | undefined = shared;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const header = /^\s*\[\s*(?:([\w-]+)|"([^"\\]*)"|'([^']*)')\s*\]\s*(?:#.*)?$/.exec(line);
    const pair = /^\s*["']?([\w-]+)["']?\s*=\s*(?:'([^']*)'|"([^"\\]*)"|([\w.+-]+))\s*(?:#.*)?$/.exec(line);
    if (header !== null) {
      table = new Map();
      byName.set(header[1] ?? header[2] ?? header[3] ?? "", table);
    } else if (pair !== null) table?.set(pair[1]?.toLowerCase() ?? "", pair[2] ?? pair[3] ?? pair[4] ?? "");
    else if (!/^\s*(#.*)?$/.test(line)) unread.push(index + 1);
  }
  return { shared, byName, unread };
}
