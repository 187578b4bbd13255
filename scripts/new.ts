// Begins an operation that Atlas publishes: its file, its test, its line in the registry, and its types.
// Usage: npm run new -- <operationId> [--folder F]
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { versionsInOrder } from "../src/contract/versions.ts";
import { definitionOf, published, type SpecDefinition } from "../src/spec/definition.ts";
import { root } from "./format.ts";

const registryFile = join(root, "src/operations/table.ts");

/** An operation that cannot be begun, and what to give instead. */
class Refusal extends Error {}

interface Begun {
  readonly id: string;
  readonly folder: string;
  readonly definition: SpecDefinition;
}

/** The folder of most operations of a tag, or one of the tag's name. */
function folderOf(tag: string, registry: string): string {
  const counts = new Map<string, number>();
  for (const [, folder = "", id = ""] of registry.matchAll(/"\.\/([\w-]+)\/(\w+)\.ts"/g)) {
    if (id in published && definitionOf(id).tag === tag) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? tag.toLowerCase().replace(/[^a-z]+/g, "-");
}

function choose(args: readonly string[], registry: string): Begun {
  const { values, positionals } = readArguments(args);
  const [id, ...rest] = positionals;
  if (id === undefined || rest.length > 0) {
    throw new Refusal("name one operation: npm run new -- listGroupPeers");
  }
  if (!(id in published)) {
    throw new Refusal(`Atlas publishes no operation ${id}; spec/atlas.json has all of them`);
  }
  if (registry.includes(`/${id}.ts"`)) throw new Refusal(`${id} is in the table already`);
  const definition = definitionOf(id);
  const folder = values.folder ?? folderOf(definition.tag, registry);
  if (!/^[a-z]+(-[a-z]+)*$/.test(folder)) {
    throw new Refusal(`--folder ${folder}: a name in kebab-case, such as api-keys`);
  }
  return { id, folder, definition };
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { folder: { type: "string" } } });
  } catch (reason) {
    throw new Refusal((reason as Error).message);
  }
}

function renderOperation({ id, definition }: Begun): string {
  const replies = Object.values(definition.versions).some(({ reply }) => reply !== undefined);
  return `import { atlas } from "../atlas.ts";

export const ${id} = atlas("${id}", {}).handle(async () => {
  throw new Error("${id} is not written yet");
}${replies ? ", (value) => value" : ""});
`;
}

/** Ids of the tests' world, by the parameter they stand for. */
const seeded: Readonly<Record<string, string>> = { groupId: "group", orgId: "org", invitationId: "invite" };

function renderTest({ id, definition }: Begun): string {
  const { route, status, versions } = definition;
  const [method = "", path = ""] = route.split(" ");
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => `\${ids.${seeded[name] ?? "missing"}}`);
  const newest = versionsInOrder(versions).at(-1) ?? "";
  const sending = [
    `method: "${method}"`,
    `path: ${filled === path ? `"${path}"` : `\`${filled}\``}`,
    `headers: { accept: "application/vnd.atlas.${newest}+json" }`,
    ...(versions[newest]?.body === undefined ? [] : ["body: {}"]),
  ];
  return `// TODO: a test for each answer of ${id}, titled by that answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startStage } from "../../../test/support/stage.ts";
${filled === path ? "" : 'import { ids } from "../../../test/support/world.ts";\n'}
test("${status} with TODO", async (t) => {
  const stage = await startStage(t);
  const reply = await stage.ask("owner", { ${sending.join(", ")} });
  assert.equal(reply.status, ${status}, reply.text);
  assert.deepEqual(reply.json, "TODO: the whole answer");
});
`;
}

function run(command: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed: ${stderr}`, { cause: error });
}

async function begin(args: readonly string[]): Promise<void> {
  const registry = await readFile(registryFile, "utf8");
  const begun = choose(args, registry);
  const file = join(root, "src/operations", begun.folder, `${begun.id}.ts`);
  const test = file.replace(/\.ts$/, ".test.ts");
  for (const each of [file, test]) {
    if (existsSync(each)) throw new Refusal(`${relative(root, each)} exists already`);
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, renderOperation(begun));
  await writeFile(test, renderTest(begun));
  await writeFile(registryFile, `${registry}export * from "./${begun.folder}/${begun.id}.ts";\n`);
  run("node_modules/.bin/biome", "check", "--write", "--log-level=error", file, test, registryFile);
  for (const script of ["manifest", "client-types"]) {
    run(process.execPath, "--import", "tsx", `scripts/${script}.ts`);
  }
  const written = [file, test, registryFile].map((each) => relative(root, each)).join(", ");
  process.stdout.write(`Wrote ${written} and the types of ${begun.id}.
Next, as CONTRIBUTING.md explains:
- write its summary and description in spec/words.json
- write the test, then the handler and its view; check the status against a recorded answer
- say how it is called in test/tables/calls.ts, and whom Atlas lets in in test/tables/doors.ts
- npm run derive, and after a whole run npm test -- --prove
- give it a line in CHANGELOG.md\n`);
}

try {
  await begin(process.argv.slice(2));
} catch (reason) {
  if (!(reason instanceof Refusal)) throw reason;
  process.stderr.write(`new: ${reason.message}\n`);
  process.exitCode = 1;
}
