// Text that a script writes, as the formatter of the repository has it.
import { spawnSync } from "node:child_process";
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
