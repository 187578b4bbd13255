// Finds the modules of a configuration: the folder of each, and the addresses under which it is called.
import { posix } from "node:path";
import { type Block, blocksIn } from "../../code/terraform/blocks.ts";

export interface Module {
  readonly files: readonly string[];
  /** The addresses without keys, with a dot at the end: `module.people.`; empty for the root. */
  readonly prefixes: string[];
}

/** A call of a module that is not of this configuration. */
export interface ForeignModule {
  readonly prefix: string;
  readonly file: string;
  readonly line: number;
  readonly source: string;
}

/** Reports whether the source of a module is a folder beside its caller. */
export const isLocal = (source: string): boolean => /^\.\.?(?:\/|$)/.test(source);

/** Returns the modules by folder. Paths are relative to the root module. */
export function modulesOf(files: ReadonlyMap<string, string>) {
  const modules = new Map<string, Module>();
  for (const file of files.keys()) {
    const folder = posix.dirname(file);
    const module = modules.get(folder) ?? { files: [], prefixes: [] };
    modules.set(folder, { ...module, files: [...module.files, file] });
  }
  const foreign: ForeignModule[] = [];
  const visit = (folder: string, prefix: string, above: readonly string[]): void => {
    const module = modules.get(folder);
    if (module === undefined || above.includes(folder)) return;
    module.prefixes.push(prefix);
    for (const file of module.files) {
      for (const { words, line, texts } of blocksIn(files.get(file) ?? "").filter(isCall)) {
        const inside = `${prefix}module.${words[1]}.`;
        const source = texts.source ?? "";
        const called = posix.join(folder, source);
        if (isLocal(source) && modules.has(called)) visit(called, inside, [...above, folder]);
        else foreign.push({ prefix: inside, file, line, source });
      }
    }
  };
  visit(".", "", []);
  return { modules: [...modules.values()], foreign };
}

const isCall = ({ words, parent }: Block): boolean => words[0] === "module" && parent === undefined;
