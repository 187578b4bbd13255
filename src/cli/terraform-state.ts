// Reads Terraform states that a command line names.
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { type Kept, readState, UnreadableState } from "../code/terraform/state.ts";
import { decodeText, UnreadableText } from "../code/terraform/text.ts";
import { unreadable } from "../core/settings/error.ts";

/** Reads the state in a file, or from standard input for `-`. */
export const stateIn = async (flag: string, file: string, isPlannedToo = false): Promise<Kept[]> =>
  (await stateFrom(flag, file, isPlannedToo)).kept;

/** Reads the state in a file, with the version of Terraform that wrote it. */
export async function stateFrom(flag: string, file: string, isPlannedToo = false) {
  const refuse = unreadable(`${flag} ${file}`);
  const bytes = await (file === "-" ? buffer(process.stdin) : readFile(file)).catch(refuse);
  try {
    const text = decodeText(bytes);
    const kept = readState(text, isPlannedToo);
    const { terraform_version: version } = JSON.parse(text) as { readonly terraform_version?: string };
    return { kept, version };
  } catch (cause) {
    if (cause instanceof UnreadableState || cause instanceof UnreadableText) return refuse(cause);
    throw cause;
  }
}
