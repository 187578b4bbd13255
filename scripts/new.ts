// Begins an operation: its file, its test, its line in the registry and in the client's manifest.
// Usage: npm run new -- <operationId> [--tag T --method M --path P] [--folder F] [--document openapi.json]
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { renderOperation, renderRegistry, renderTest } from "./new/render.ts";
import { SketchError, sketch } from "./new/sketch.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const registryFile = join(root, "src/operations/table.ts");

async function begin(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const [id, ...rest] = positionals;
  if (id === undefined || rest.length > 0) {
    throw new SketchError("name one operation: npm run new -- listGroupTeams");
  }
  if (!/^[a-z][a-zA-Z0-9]*$/.test(id)) {
    throw new SketchError(`'${id}' is no operationId: those are camelCase, such as listGroupTeams`);
  }
  const registry = await readFile(registryFile, "utf8");
  if (registry.includes(`/${id}.ts"`)) throw new SketchError(`${id} is in the table already`);

  const drawn = sketch(id, values, values.document && (await readDocument(values.document)));
  const file = join(root, "src/operations", drawn.folder, `${id}.ts`);
  const test = file.replace(/\.ts$/, ".test.ts");
  for (const each of [file, test]) {
    if (existsSync(each)) throw new SketchError(`${relative(root, each)} exists already`);
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, renderOperation(drawn));
  await writeFile(test, renderTest(drawn));
  await writeFile(registryFile, renderRegistry(registry, drawn));
  run("node_modules/.bin/biome", "check", "--write", "--log-level=error", file, test, registryFile);
  for (const script of ["manifest", "client-types"]) {
    run(process.execPath, "--import", "tsx", `scripts/${script}.ts`);
  }

  const written = [file, test, registryFile].map((each) => relative(root, each)).join(", ");
  process.stdout.write(`Wrote ${written} and what the client knows of it.
Next, as CONTRIBUTING.md explains:
- write the test, then what says TODO, the schemas and the handler; check the status against a recorded answer
- take tag and limit from the folder's common.ts, if it has one
- say how it is called in test/tables/calls.ts, and whom Atlas lets in in test/tables/doors.ts
- npm run derive, and after a whole run npm test -- --prove
- give it a line in CHANGELOG.md\n`);
}

function readArguments(args: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { tag: text, method: text, path: text, folder: text, document: text },
    });
  } catch (reason) {
    throw new SketchError((reason as Error).message);
  }
}

async function readDocument(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (reason) {
    throw new SketchError(`--document ${path}: ${(reason as Error).message}`);
  }
}

function run(command: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed: ${stderr}`, { cause: error });
}

try {
  await begin(process.argv.slice(2));
} catch (reason) {
  if (!(reason instanceof SketchError)) throw reason;
  process.stderr.write(`new: ${reason.message}\n`);
  process.exitCode = 1;
}
