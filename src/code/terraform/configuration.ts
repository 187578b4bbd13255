// Reads a Terraform configuration in a folder, with its modules as far as they are on this machine.
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { type Block, blocksIn, UnreadableConfiguration } from "./blocks.ts";
import { decodeText, UnreadableText } from "./text.ts";

export interface Declared {
  /** The address, such as `module.people.data.mongodbatlas_team.core`. */
  readonly address: string;
  /** The type as plans name it: `mongodbatlas_team`, `data.mongodbatlas_team`. */
  readonly type: string;
  readonly file: string;
  readonly line: number;
}

/** A block `provider "mongodbatlas"`. */
export interface ProviderBlock {
  readonly file: string;
  readonly line: number;
  readonly names: readonly string[];
  /** The base URL; undefined if it is absent, or not plain text. */
  readonly baseUrl: string | undefined;
}

export interface Configuration {
  readonly declared: readonly Declared[];
  readonly providers: readonly ProviderBlock[];
  readonly files: readonly string[];
  /** The parts that were not read, in sentences. */
  readonly unread: readonly string[];
}

/** A module that `terraform init` has downloaded or found. */
interface Installed {
  readonly Key: string;
  readonly Dir: string;
}

const isSource = (name: string): boolean => /\.(tf|tofu)$/.test(name);

export async function readConfiguration(folder: string): Promise<Configuration> {
  const installed = await installedIn(folder);
  const reading = new Reading(installed);
  await reading.folder(folder, true);
  for (const { Dir } of installed) await reading.folder(join(folder, Dir), false);
  return reading;
}

export async function readConfigurationFile(file: string): Promise<Configuration> {
  const reading = new Reading([]);
  await reading.file(file, [""]);
  return reading;
}

/** Reads the provider blocks of a folder and of the local modules that it calls. */
export async function readProviders(folder: string): Promise<readonly ProviderBlock[]> {
  const reading = new Reading([]);
  await reading.folder(folder, false);
  return reading.providers;
}

async function installedIn(folder: string): Promise<Installed[]> {
  const text = await readFile(join(folder, ".terraform/modules/modules.json"), "utf8").catch(() => "{}");
  const { Modules = [] } = JSON.parse(text) as { Modules?: Installed[] };
  return Modules.filter(({ Key }) => Key !== "").map(({ Key, Dir }) => ({ Key, Dir: normalize(Dir) }));
}

class Reading implements Configuration {
  readonly declared: Declared[] = [];
  readonly providers: ProviderBlock[] = [];
  readonly files: string[] = [];
  readonly unread: string[] = [];
  readonly #installed: readonly Installed[];
  readonly #seen = new Set<string>();
  #root: string | undefined;

  constructor(installed: readonly Installed[]) {
    this.#installed = installed;
  }

  /** Reads a folder. `isDeep`: with its subfolders, which may be modules as well. */
  async folder(path: string, isDeep: boolean): Promise<void> {
    const folder = normalize(path);
    this.#root ??= folder;
    if (this.#seen.has(folder)) return;
    this.#seen.add(folder);
    const keys = this.#installed.filter(({ Dir }) => join(this.#root ?? "", Dir) === folder);
    const prefixes =
      keys.length === 0 ? [""] : keys.map(({ Key }) => `module.${Key.replaceAll(".", ".module.")}.`);
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name } = entry;
      const inside = join(folder, name);
      if (entry.isDirectory()) {
        if (isDeep && !name.startsWith(".") && name !== "node_modules") await this.folder(inside, true);
      } else if (isSource(name)) await this.file(inside, prefixes);
      else if (/\.(tf|tofu)\.json$/.test(name)) this.unread.push(`${inside} is not read: only HCL is.`);
    }
  }

  async file(file: string, prefixes: readonly string[]): Promise<void> {
    this.files.push(file);
    for (const block of blocksOf(file, await readFile(file))) {
      const [kind, type = "", name = ""] = block.words;
      if (kind === "module") await this.#module(file, block);
      if (kind === "provider" && type === "mongodbatlas") {
        const { line, names, texts } = block;
        const isExpression = /[$%]\{/.test(texts.base_url ?? "");
        this.providers.push({ file, line, names, baseUrl: isExpression ? undefined : texts.base_url });
      }
      if (block.words.length !== 3 || (kind !== "resource" && kind !== "data")) continue;
      const own = kind === "data" ? `data.${type}` : type;
      for (const prefix of prefixes) {
        this.declared.push({ address: `${prefix}${own}.${name}`, type: own, file, line: block.line });
      }
    }
  }

  async #module(file: string, { words: [, name = ""], line, texts: { source = "" } }: Block): Promise<void> {
    if (/^\.\.?[/\\]/.test(source)) {
      const folder = join(dirname(file), source);
      const missing = () => void this.unread.push(`${file}:${line} module.${name}: ${folder} is not there.`);
      await this.folder(folder, false).catch(missing);
    } else if (!this.#installed.some(({ Key }) => Key.split(".").at(-1) === name)) {
      this.unread.push(
        `${file}:${line} module.${name} is not read: \`terraform init\` brings ${source || "it"}; a state has what is in it.`,
      );
    }
  }
}

function blocksOf(file: string, bytes: Uint8Array): Block[] {
  try {
    return blocksIn(decodeText(bytes));
  } catch (reason) {
    if (reason instanceof UnreadableText) throw new UnreadableText(`${file}: ${reason.message}`);
    if (!(reason instanceof UnreadableConfiguration)) throw reason;
    throw new UnreadableConfiguration(reason.line, `${file}:${reason.line}: ${reason.message}`);
  }
}
