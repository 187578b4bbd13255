// `anteroom convert --terraform`: writes a Terraform configuration without what ends, from the configuration and its state.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { print, say } from "../../cli/output.ts";
import { stateFrom } from "../../cli/terraform-state.ts";
import { blocksIn, UnreadableConfiguration } from "../../code/terraform/blocks.ts";
import { decodeText, UnreadableText } from "../../code/terraform/text.ts";
import { wallClock } from "../../core/clock.ts";
import { Misuse, unreadable, unwritable } from "../../core/settings/error.ts";
import { type Converted, convert, headOf, importsFile } from "../convert/convert.ts";
import { unifiedDiff } from "../convert/difference.ts";
import { isLocal } from "../convert/modules.ts";

/** The exit codes: something that ends is left, or parts were not read. */
const [leftCode, partialCode] = [3, 5];

interface Converting {
  readonly state: string | undefined;
  readonly write: boolean;
}

export async function convertTerraform(folder: string, { state, write }: Converting): Promise<number> {
  const { files, foreign, ...found } = await readModules(folder);
  const file = state ?? (await defaultState(folder));
  const read = file === undefined ? undefined : await stateFrom("--state", file);
  // A state tells what is in a module from elsewhere.
  const isKept = (inside: string) => read?.kept.some(({ block }) => block.includes(inside)) === true;
  const unread = [
    ...found.unread,
    ...foreign.filter(({ inside }) => !isKept(inside)).map(({ message }) => message),
  ];
  const lock = await readFile(join(folder, ".terraform.lock.hcl"), "utf8").catch(() => "");
  const converted = convert(files, read?.kept, {
    terraform: read?.version,
    provider: providerIn(lock),
    today: new Date(wallClock()).toISOString().slice(0, 10),
  });
  const noState = read === undefined ? ["No state was read: what exists is not imported; give --state."] : [];
  const told = { ...converted, remarks: [...noState, ...unread, ...converted.remarks] };
  if (write) {
    await writeAll(folder, files, converted);
    say(headOf(told));
  } else {
    const changes = [...converted.files].map(([path, text]) => unifiedDiff(path, files.get(path), text));
    print([headOf(told), ...changes].join("\n").replace(/\n$/, ""));
  }
  if (converted.left.length > 0) return leftCode;
  return unread.length > 0 || read === undefined ? partialCode : 0;
}

async function defaultState(folder: string): Promise<string | undefined> {
  const names = await readdir(folder);
  return names.includes("terraform.tfstate") ? join(folder, "terraform.tfstate") : undefined;
}

function providerIn(lock: string): string | undefined {
  const isOurs = ({ words }: { readonly words: readonly string[] }) =>
    words[1]?.endsWith("/mongodb/mongodbatlas");
  return blocksIn(lock).find(isOurs)?.texts.version;
}

/** Reads the root module and the local modules that it calls, by their paths from the root module. */
async function readModules(root: string) {
  const files = new Map<string, string>();
  const unread: string[] = [];
  const foreign: { readonly inside: string; readonly message: string }[] = [];
  const seen = new Set<string>();
  const read = async (folder: string): Promise<void> => {
    if (seen.has(folder)) return;
    seen.add(folder);
    const names = await readdir(join(root, folder)).catch(unreadable(`--terraform ${join(root, folder)}`));
    for (const name of names.sort()) {
      const path = posix.join(folder, name);
      if (/\.(tf|tofu)\.json$/.test(name)) unread.push(`${path} is not read: only HCL is.`);
      if (!/\.(tf|tofu)$/.test(name)) continue;
      files.set(path, decoded(join(root, path), await readFile(join(root, path))));
    }
    for (const path of [...files.keys()].filter((each) => posix.dirname(each) === folder)) {
      for (const { words, texts, line } of blocksOf(path, files.get(path) ?? "")) {
        if (words[0] !== "module") continue;
        const { source = "" } = texts;
        if (isLocal(source)) await read(posix.join(folder, source));
        else {
          const from = source || "no plain text";
          foreign.push({
            inside: `module.${words[1]}.`,
            message: `${path}:${line} module.${words[1]} is not read: its source is ${from}.`,
          });
        }
      }
    }
  };
  await read(".");
  if (files.size === 0) {
    throw new Misuse(`--terraform ${root}: there is no .tf file in it (.tf.json is not read)`);
  }
  return { files, unread, foreign };
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (reason) {
    if (reason instanceof UnreadableText) {
      throw new Misuse(`--terraform ${path}: ${reason.message}`, { cause: reason });
    }
    throw reason;
  }
}

function blocksOf(path: string, text: string) {
  try {
    return blocksIn(text);
  } catch (reason) {
    if (!(reason instanceof UnreadableConfiguration)) throw reason;
    throw new Misuse(`--terraform ${path}:${reason.line}: ${reason.message}`, { cause: reason });
  }
}

/** Writes the files, unless one has changed since it was read. */
async function writeAll(
  folder: string,
  read: ReadonlyMap<string, string>,
  { files }: Converted,
): Promise<void> {
  for (const path of files.keys()) {
    const now = await readFile(join(folder, path), "utf8").catch(() => undefined);
    if (path === importsFile ? now === undefined : now === read.get(path)) continue;
    const why =
      path === importsFile ? "is there already, and can go after its apply" : "has changed meanwhile";
    throw new Misuse(`${join(folder, path)} ${why}; nothing was written`);
  }
  for (const [path, text] of files) {
    await writeFile(join(folder, path), text).catch(unwritable(join(folder, path)));
  }
}
