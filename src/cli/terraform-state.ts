// Reads Terraform states that a command line names.
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { type Kept, readState, UnreadableState } from "../code/terraform/state.ts";
import { decodeText, UnreadableText } from "../code/terraform/text.ts";
import { unreadable } from "../core/settings/error.ts";

/** Reads the state in a file, or from standard input for `-`. */
export async function stateIn(flag: string, file: string, isPlannedToo = false): Promise<Kept[]> {
  const refuse = unreadable(`${flag} ${file}`);
  const bytes = await (file === "-" ? buffer(process.stdin) : readFile(file)).catch(refuse);
  try {
    return readState(decodeText(bytes), isPlannedToo);
  } catch (cause) {
    if (cause instanceof UnreadableState || cause instanceof UnreadableText) return refuse(cause);
    throw cause;
  }
}
