// docs/guides/connect.md, followed with a mongod: everything but the lines of the atlas CLI and Terraform, which are read.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { mainArguments, plainEnvironment, root } from "../support/command.ts";
import { readDocuments } from "../support/documents.ts";
import { assertHcl } from "../support/foreign-blocks.ts";
import { installed, notInstalled } from "../support/installed.ts";
import { whenItSays } from "../support/newcomer.ts";
import { createFolder } from "../support/storage.ts";
import { until } from "../support/until.ts";
import { noDeployment, program } from "./support/deployment.ts";

const path = "docs/guides/connect.md";
const guide = (await readDocuments()).find((each) => each.path === path);
const blocks = guide?.blocks ?? [];
const blockOf = (language: string) => blocks.find((block) => block.language === language)?.text ?? "";
const [start = "", make = "", atlas = "", remove = ""] = blocks
  .filter(({ language }) => language === "sh")
  .map(({ text }) => text);
const noDrivers = notInstalled("drivers");

interface Reader {
  readonly cwd: string;
  env: Record<string, string | undefined>;
}

/** A folder with `anteroom`, the database and the driver where the guide has the reader put them. */
function welcome(t: TestContext): Reader {
  const cwd = createFolder(t);
  const bin = join(cwd, "bin");
  mkdirSync(bin);
  writeFileSync(
    join(bin, "anteroom"),
    `#!/bin/sh\ncd "${root}" && exec "${process.execPath}" ${mainArguments.join(" ")} "$@" --data "${cwd}/data"\n`,
  );
  chmodSync(join(bin, "anteroom"), 0o755);
  symlinkSync(join(root, "node_modules"), join(cwd, "node_modules"));
  const env = {
    ...plainEnvironment,
    PATH: `${bin}:${dirname(program.path)}:${process.env.PATH}`,
    ANTEROOM_PORT: "0",
  };
  return { cwd, env };
}

/** Runs a block as the reader's shell does, which keeps what it exports. */
function shell(reader: Reader, text: string): string {
  const kept = join(reader.cwd, "environment");
  const script = `${text}\nenv -0 > "${kept}"`;
  const { status, stdout, stderr } = spawnSync("bash", ["-euo", "pipefail", "-c", script], {
    cwd: reader.cwd,
    env: reader.env,
    encoding: "utf8",
    timeout: 300_000,
  });
  equal(status, 0, `${stdout}${stderr}`);
  const pairs = readFileSync(kept, "utf8").split("\0").filter(Boolean);
  reader.env = Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
  return stdout;
}

function runs(reader: Reader, program: string, args: readonly string[], expected: string): void {
  const options = { cwd: reader.cwd, env: reader.env, encoding: "utf8", timeout: 240_000 } as const;
  const { status, stdout, stderr } = spawnSync(program, args, options);
  deepEqual([status, stdout], [0, expected], stderr);
}

/** Its log is read, too. */
async function startServer(t: TestContext, reader: Reader) {
  const server: ChildProcess = spawn("bash", ["-c", `exec ${start}`], { cwd: reader.cwd, env: reader.env });
  const said = { text: "" };
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (data) => (said.text += data));
  const ended = once(server, "exit");
  t.after(async () => {
    server.kill();
    await ended;
  });
  const printed = await whenItSays(server, /Ctrl-C ends/);
  reader.env.ANTEROOM_URL = /^anteroom ready (http\S+)$/m.exec(printed)?.[1];
  return said;
}

test(`${path} can be followed`, { skip: noDeployment, timeout: 600_000 }, async (t) => {
  const reader = welcome(t);
  const said = await startServer(t, reader);
  shell(reader, make);
  match(reader.env.MONGODB_URI ?? "", /^mongodb:\/\/127\.0\.0\.1:\d+\/\?directConnection=true/);

  await t.test("Node", () => {
    writeFileSync(join(reader.cwd, "connect.mjs"), blockOf("js"));
    runs(reader, process.execPath, ["connect.mjs"], "1 order from Node\n");
  });

  await t.test("Python", { skip: noDrivers }, () => {
    writeFileSync(join(reader.cwd, "connect.py"), blockOf("python"));
    runs(reader, installed(".clients/drivers/python/bin/python"), ["connect.py"], "1 order from Python\n");
  });

  await t.test("Go", { skip: noDrivers }, () => {
    for (const file of ["go.mod", "go.sum"]) {
      cpSync(join(root, "test/clients/drivers", file), join(reader.cwd, file));
    }
    writeFileSync(join(reader.cwd, "main.go"), `${blockOf("go")}\n`);
    equal(spawnSync("gofmt", ["-l", "main.go"], { cwd: reader.cwd, encoding: "utf8" }).stdout, "");
    runs(reader, "go", ["run", "main.go"], "1 order from Go\n");
  });

  await t.test("without an entry of the list nobody is let in, and the log says what to do", async () => {
    match(shell(reader, remove), /not let in/);
    await until(() => said.text.includes("a connection to a database was refused"));
    const [line = ""] = /a connection to a database was refused: [^"]*/.exec(said.text) ?? [];
    const shown = blockOf("text")
      .split("…")
      .map((part) => part.replace("http://127.0.0.1:8080", reader.env.ANTEROOM_URL ?? ""));
    for (const part of shown) ok(line.includes(part.trim()), `'${part}' in '${line}'`);
  });
});

test(`${path} has the same in Terraform and for the atlas CLI`, (t) => {
  assertHcl(t, blockOf("hcl"));
  for (const line of atlas.split("\n")) match(line, /^(atlas [a-zA-Z]+|export [A-Z_]+=)/);
});
