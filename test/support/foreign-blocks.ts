// Blocks of documents in languages of others: what is installed here runs or reads them, and what is not is said.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { TestContext } from "node:test";
import { parse } from "yaml";
import { notInstalled, python } from "./installed.ts";

/** A program in Python, with the folder and the variables of whoever reads the document. */
export function runPython(
  t: TestContext,
  text: string,
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
): void {
  const reason = notInstalled("python");
  if (reason !== false) {
    t.skip(reason);
    return;
  }
  const { status, stdout, stderr } = spawnSync(python, ["-"], { cwd, env, input: text, encoding: "utf8" });
  assert.equal(status, 0, `${stdout}${stderr}`);
}

/** A configuration of Terraform: a parser takes it, and where Terraform is there it is formatted as Terraform does. */
export function assertHcl(t: TestContext, text: string): void {
  const input = `${text}\n`;
  const terraform = spawnSync("terraform", ["fmt", "-check", "-diff", "-"], { input, encoding: "utf8" });
  if (terraform.error === undefined) assert.equal(terraform.status, 0, terraform.stdout);
  const reason = notInstalled("python");
  if (reason !== false) {
    t.skip(reason);
    return;
  }
  const parser = "import sys, hcl2; hcl2.loads(sys.stdin.read())";
  const { status, stderr } = spawnSync(python, ["-c", parser], { input, encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

/** Go that cannot be run, because its modules cannot be had: it is formatted, and its text says with what it was run. */
export function assertGo(t: TestContext, { text, above }: { readonly text: string; readonly above: string }) {
  assert.match(
    above,
    /\brun\b.*\bv\d{11}\.\d+\.\d+/,
    "the text above it must say which release it was run with",
  );
  const { error, status, stdout, stderr } = spawnSync("gofmt", ["-d"], {
    input: `${text}\n`,
    encoding: "utf8",
  });
  if (error !== undefined) t.skip("SKIPPED: install Go to check that this is formatted");
  else assert.deepEqual({ status, stdout }, { status: 0, stdout: "" }, stderr);
}

/** The commands of a workflow of GitHub as one script, with a free port of this machine in place of 8080; undefined for other YAML. */
export async function scriptOfWorkflow(text: string): Promise<string | undefined> {
  const { jobs } = parse(text) as { jobs?: Readonly<Record<string, Job>> };
  if (jobs === undefined) return undefined;
  const script = Object.values(jobs).flatMap(({ env = {}, steps }) => [
    ...Object.entries(env).map(([name, value]) => `export ${name}=${value}`),
    ...steps.flatMap(({ run }) => (run === undefined ? [] : [run.trim()])),
  ]);
  // What a step leaves running ends with the job.
  const whole = ["trap 'kill $(jobs -p)' EXIT", ...script].join("\n");
  return whole.replaceAll("8080", String(await findPort()));
}

interface Job {
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly run?: string }[];
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
