// Reads the text of the bundle, from a clone or an installed package.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

/**
 * The file of the bundle. A package has it compressed, with another ending; its first process keeps the text with the compiled
 * code.
 */
export const bundle = "program.cjs";

export function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Reads the bundle. The file is ASCII: as latin1 it is neither decoded nor moved by the garbage collector. */
export function readBundle(folder: string): string {
  const text = readIfThere(join(folder, bundle)) ?? readIfThere(join(folder, "code", bundle));
  return (text ?? brotliDecompressSync(readFileSync(join(folder, `${bundle}.br`)))).toString("latin1");
}
