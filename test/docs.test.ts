// Runs every command, program, seed and answer of the documents, so that what a reader pastes works.
import { deepEqual, equal, fail, notEqual, ok } from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, type TestContext, test } from "node:test";
import { parse } from "yaml";
import { createAnteroom } from "../src/testing/embedded.ts";
import { root } from "./support/command.ts";
import { assertSameAnswer, type Block, lastAnswer, readDocuments, shapeOf } from "./support/documents.ts";
import { createTestDatabase, skipReason } from "./support/engines.ts";
import {
  assertGo,
  assertHcl,
  assertManifest,
  runPython,
  scriptOfWorkflow,
} from "./support/foreign-blocks.ts";
import { type Newcomer, welcomeNewcomer, whenItSays } from "./support/newcomer.ts";
import { fetchTrusting } from "./support/trusting-fetch.ts";

/** Lines of `sh` blocks that are not run here, and where they are run. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^npm ci$/, ".ci/run, in a fresh clone"],
  [/^npm start$/, ".ci/run, by scripts/first-minute.mjs; here `anteroom dev` runs all the while"],
  [/^npm test$/, ".ci/run, in a fresh clone; it would run this test again"],
  [/^node scripts\/with-postgres\.mjs npm test$/, ".ci/run; it would run this test again"],
  [/^npm run check$/, ".ci/run"],
  [/^npm run build$/, "test/support/newcomer.ts"],
  [/^npm link$/, "hand: it changes the machine"],
  [/^(java -jar|npx --no -- openapi-typescript|oapi-codegen) /, "test/clients/generated-*.test.ts"],
  [/^anteroom serve .*postgres:\/\/anteroom_serve@/, "test/postgres-roles.test.ts"],
  [/^docker compose /, ".ci/image, where there is an engine; test/compose.test.ts, without one"],
  [/^(atlas|terraform) /, "hand: the document says which version, and what was seen"],
];

/** Programs that blocks need and a machine may lack. */
const tools = ["curl", "openssl", "pg_dump"];

/** The documents that need a database, and that a test of their own follows. */
const ofOthers = ["docs/guides/connect.md"];

const documents = (await readDocuments()).filter(
  ({ path, blocks }) => blocks.length > 0 && !ofOthers.includes(path),
);
let newcomer: Newcomer;

/** Output of the last `sh` block; null if it was skipped, undefined if there is none. */
type Output = string | null | undefined;

async function tryBlock(t: TestContext, block: Block, output: Output): Promise<Output> {
  switch (block.language) {
    case "sh":
      return runShell(t, block);
    case "ts":
    case "js":
      await runProgram(block);
      return undefined;
    case "python":
      runPython(t, block.text, { cwd: newcomer.folder, env: newcomer.environment });
      return undefined;
    case "yaml": {
      const script = await scriptOfWorkflow(block.text);
      if (script !== undefined) return runShell(t, { ...block, text: script });
      if (await assertManifest(block.text, newcomer.url)) return undefined;
      await plantSeed(block);
      return undefined;
    }
    case "hcl":
      assertHcl(t, block.text);
      return undefined;
    case "http":
      notEqual(output, undefined, "no command above it was run");
      if (output) assertSameAnswer(lastAnswer(block.text), lastAnswer(output));
      return output;
    case "json":
      if (/^{\s*"mcpServers"/.test(block.text)) {
        t.diagnostic("run by test/clients/mongodb-mcp-server.test.ts");
        return undefined;
      }
      notEqual(output, undefined, "no command above it was run");
      if (output) deepEqual(shapeOf(JSON.parse(output)), shapeOf(JSON.parse(block.text)));
      return output;
    case "go":
      assertGo(t, block);
      return undefined;
    case "diff":
      await assertDiff(block.text);
      return undefined;
    case "sql":
      t.diagnostic("run by test/postgres-roles.test.ts");
      return undefined;
    case "text":
    // test/real-proxies.test.ts and test/several-processes.test.ts run them; the guides say which were not run.
    case "nginx":
    case "caddy":
    case "haproxy":
      return undefined;
    default:
      fail(`this test can't run a block of '${block.language}'`);
  }
}

suite("the documents", () => {
  before(async () => {
    newcomer = await welcomeNewcomer();
  });
  after(() => newcomer.leave());

  for (const { path, blocks } of documents) {
    test(`${path} can be followed`, { timeout: 300_000 }, async (t) => {
      let output: Output;
      for (const block of blocks) {
        await t.test(`${block.language} of line ${block.line}`, async (t) => {
          output = await tryBlock(t, block, output);
        });
      }
    });
  }

  test("the programs pass the type check", async () => {
    const files = documents.flatMap(({ blocks }) =>
      blocks
        .filter(
          ({ language, text }) =>
            language === "ts" || (language === "js" && /createAnteroom|anteroomTest/.test(text)),
        )
        .map(({ name, language, text }) => ({ file: fileOf(name, language), text })),
    );
    for (const { file, text } of files) await writeFile(join(newcomer.folder, file), text);
    const paths = {
      "atlas-anteroom": ["./src/testing/library.ts"],
      "atlas-anteroom/client": ["./src/client/client.ts"],
      "atlas-anteroom/controls": ["./src/testing/controls/client.ts"],
      "atlas-anteroom/intercept": ["./src/testing/intercept/intercept.ts"],
      "atlas-anteroom/node-test": ["./src/testing/fixtures/node-test.ts"],
    };
    const include = files.map(({ file }) => file);
    const settings = { extends: join(root, "tsconfig.json"), compilerOptions: { paths }, include };
    // Not named tsconfig.json: tsx would follow its paths, and the programs must run on the build.
    await writeFile(join(newcomer.folder, "check.json"), JSON.stringify(settings));
    runToEnd(process.execPath, "node_modules/typescript/bin/tsc", "-p", "check.json");
  });

  test("the README shows the commands that `anteroom dev` prints, and the sentence between them", async () => {
    const { printed, url, environment } = newcomer;
    const commands = [...printed.matchAll(/^curl [\s\S]*?\n(?=\n)/gm)].map(([command]) => command.trim());
    const shown = (documents[0]?.blocks ?? []).filter(({ text }) => text.startsWith("curl"));
    const { PUBLIC_KEY = "", PRIVATE_KEY = "" } = environment;
    const filled = shown.map(({ text }) =>
      text
        .replace("$PUBLIC_KEY", PUBLIC_KEY)
        .replace("$PRIVATE_KEY", PRIVATE_KEY)
        .replace("http://127.0.0.1:8080", url),
    );
    equal(commands.length, 2);
    deepEqual(filled, commands);
    const sentence =
      "Atlas ends this operation on 1 July 2027. Its successor is addGroupUsers, which invites a person with roles:";
    ok(printed.includes(`\n\n${sentence}\n\n${commands[1]}`));
    const readme = await readFile(join(root, "README.md"), "utf8");
    ok(readme.replaceAll("`", "").includes(sentence));
  });
});

async function runShell(t: TestContext, { text }: Block): Promise<Output> {
  const reason = whyNot(text);
  if (reason !== undefined) {
    t.skip(reason);
    return null;
  }
  const lines: string[] = [];
  for (const line of (await here(t, text)).split(/(?<!\\)\n/)) {
    const where = elsewhere.find(([known]) => known.test(line))?.[1];
    if (where !== undefined) t.diagnostic(`${line}: run by ${where}`);
    else if (line !== "") lines.push(line);
  }
  const last = lines.pop();
  if (last === undefined) return undefined;
  if (/^anteroom (dev|serve)\b/.test(last)) return serve(t, [...lines, `exec ${last}`].join("\n"));
  return runToEnd("bash", "-euo", "pipefail", "-c", [...lines, last].join("\n"));
}

function whyNot(text: string): string | undefined {
  const lacking = tools.filter(
    (tool) => new RegExp(`\\b${tool}\\b`).test(text) && spawnSync(tool, ["--version"]).error !== undefined,
  );
  if (lacking.length > 0) return `SKIPPED: install ${lacking.join(" and ")} to run this`;
  return (text.includes("postgres://") && skipReason("postgres")) || undefined;
}

/** The added lines stand in the named file, in this order. */
async function assertDiff(text: string): Promise<void> {
  let lines: string[] = [];
  for (const line of text.split("\n")) {
    const file = /^\+\+\+ b\/(.+)$/.exec(line)?.[1];
    if (file !== undefined) lines = (await readFile(join(root, file), "utf8")).split("\n");
    else if (/^[+ ]/.test(line)) {
      const at = lines.indexOf(line.slice(1));
      notEqual(at, -1, `'${line.slice(1)}' is not there, or not in this order`);
      lines = lines.slice(at + 1);
    }
  }
}

/** Replaces the reader's addresses and folders with those of this run. */
async function here(t: TestContext, text: string): Promise<string> {
  const database = "postgres://anteroom@localhost/anteroom";
  return text
    .replaceAll("http://127.0.0.1:8080", newcomer.url)
    .replaceAll("/var/lib/anteroom", join(newcomer.folder, "production"))
    .replaceAll(database, text.includes(database) ? await createTestDatabase(t) : "");
}

function runToEnd(command: string, ...args: string[]): string {
  const { folder: cwd, environment: env } = newcomer;
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  equal(status, 0, `${stdout}${stderr}`);
  return stdout;
}

/** Runs a block whose last line starts a server: it must listen, be healthy, and end on a signal. */
async function serve(t: TestContext, script: string): Promise<string> {
  const { folder: cwd, environment: env } = newcomer;
  const child = spawn("bash", ["-euo", "pipefail", "-c", script], { cwd, env });
  t.after(() => child.kill("SIGKILL"));
  const said = await whenItSays(child, /^anteroom ready http\S+$/m);
  const url = /^anteroom ready (\S+)$/m.exec(said)?.[1];
  equal((await ask(`${url}/healthz`)).status, 200);
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  deepEqual(await ended, [0, null], said);
  return said;
}

/** Trusts the certificate that a server with HTTPS made. */
async function ask(url: string): Promise<Response> {
  if (!url.startsWith("https:")) return fetch(url);
  return fetchTrusting(await readFile(join(newcomer.folder, "data/tls-cert.pem"), "utf8"))(new URL(url));
}

const fileOf = (name: string, language: string) => `${name}.${language === "js" ? "mjs" : "ts"}`;

async function runProgram({ name, language, text }: Block): Promise<void> {
  const runnable = text.replaceAll("http://127.0.0.1:8080", newcomer.url);
  const file = fileOf(name, language);
  await writeFile(join(newcomer.folder, file), runnable);
  // What is shown as JavaScript runs in this Node as it is: a newer word of the language would end here.
  const loader = language === "js" ? [] : ["--import", "tsx"];
  runToEnd(process.execPath, ...loader, file);
}

/** Keeps it as `world.yaml`, which later commands name. */
async function plantSeed({ text }: Block): Promise<void> {
  await writeFile(join(newcomer.folder, "world.yaml"), text);
  const anteroom = await createAnteroom({ seed: parse(text) });
  await anteroom.close();
}
