// Text that a script writes, as the formatter of the repository has it.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

export function format(file: string, text: string): string {
  const { status, stdout, stderr, error } = spawnSync(
    join(root, "node_modules/.bin/biome"),
    ["format", `--stdin-file-path=${file}`],
    { cwd: root, encoding: "utf8", input: text, maxBuffer: 16 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`biome format failed: ${stderr}`, { cause: error });
  return stdout;
}

/** The text of a document with another section, which ends at the heading `next` or with the document. */
export function replaceSection(file: string, section: string, next?: string): string {
  const text = readFileSync(join(root, file), "utf8");
  const [heading = ""] = section.split("\n", 1);
  const start = text.indexOf(`\n${heading}\n`) + 1;
  const end = next === undefined ? text.length : text.indexOf(`\n${next}\n`);
  if (start === 0 || end < start) throw new Error(`${file} has no section "${heading}"`);
  return text.slice(0, start) + section + text.slice(end);
}
