// Runs or parses blocks in other languages with what is installed; skips say what is missing.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { parse } from "yaml";
import { readDockerfile, stepsOf, variablesOf } from "../../scripts/dockerfile.mjs";
import { root } from "./command.ts";
import { notInstalled, python } from "./installed.ts";

/** Runs a Python program with the reader's folder and variables. */
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
  equal(status, 0, `${stdout}${stderr}`);
}

/** Parses a Terraform configuration, and checks its format where Terraform is installed. */
export function assertHcl(t: TestContext, text: string): void {
  const input = `${text}\n`;
  const terraform = spawnSync("terraform", ["fmt", "-check", "-diff", "-"], { input, encoding: "utf8" });
  if (terraform.error === undefined) equal(terraform.status, 0, terraform.stdout);
  const reason = notInstalled("python");
  if (reason !== false) {
    t.skip(reason);
    return;
  }
  const parser = "import sys, hcl2; hcl2.loads(sys.stdin.read())";
  const { status, stderr } = spawnSync(python, ["-c", parser], { input, encoding: "utf8" });
  equal(status, 0, stderr);
}

/** Go that cannot be run, because its modules cannot be had: it is formatted, and its text says with what it was run. */
export function assertGo(t: TestContext, { text, above }: { readonly text: string; readonly above: string }) {
  match(above, /\brun\b.*\bv\d{11}\.\d+\.\d+/, "the text above it must say which release it was run with");
  const { error, status, stdout, stderr } = spawnSync("gofmt", ["-d"], {
    input: `${text}\n`,
    encoding: "utf8",
  });
  if (error !== undefined) t.skip("SKIPPED: install Go to check that this is formatted");
  else deepEqual({ status, stdout }, { status: 0, stdout: "" }, stderr);
}

/**
 * The commands of a workflow of GitHub as one script, with a free port of this machine in place of 8080; undefined for other
 * YAML. Our image as a service is our program with the variables of both; our action is its two scripts.
 */
export async function scriptOfWorkflow(text: string): Promise<string | undefined> {
  const { jobs } = parse(text) as { jobs?: Readonly<Record<string, Job>> };
  if (jobs === undefined) return undefined;
  const script = Object.values(jobs).flatMap(({ env = {}, services = {}, steps }) => [
    ...exporting(env),
    ...Object.values(services).flatMap(starting),
    ...steps.flatMap(performing),
  ]);
  // What a step leaves running ends with the job.
  const whole = ["trap 'kill $(jobs -p) 2>/dev/null || true' EXIT", ...script].join("\n");
  return whole.replaceAll("8080", String(await findPort()));
}

type Variables = Readonly<Record<string, string>>;

interface Step {
  readonly uses?: string;
  readonly with?: Variables;
  readonly env?: Variables;
  readonly run?: string;
}

interface Job {
  readonly env?: Variables;
  readonly services?: Readonly<Record<string, { readonly image: string; readonly env?: Variables }>>;
  readonly steps: readonly Step[];
}

/** Quotes a word for a shell, with the outputs of the one step that has any filled in. */
const quoted = (value: string): string =>
  `'${value
    .replaceAll("'", "'\\''")
    .replace(/\$\{\{ steps\.\w+\.outputs\.([\w-]+) \}\}/g, `'"$(sed -n 's/^$1=//p' "$GITHUB_OUTPUT")"'`)}'`;

const exporting = (env: Variables): string[] =>
  Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}`);

/** The second stage of the Dockerfile is what runs. */
const [, image] = readDockerfile(readFileSync(join(root, "Dockerfile"), "utf8"));

function starting(service: { readonly image: string; readonly env?: Variables }): string[] {
  match(service.image, /\/anteroom:\d/);
  ok(image);
  const env = { ...variablesOf(image), ANTEROOM_DATA: "service-data", ANTEROOM_PORT: "8080", ...service.env };
  const words = Object.entries(env).map(([name, value]) => quoted(`${name}=${value}`));
  const command = stepsOf(image, "CMD")[0]?.words.join(" ");
  return [
    `env ${words.join(" ")} anteroom ${command} > service.log 2>&1 &`,
    "curl --fail --silent --retry 30 --retry-delay 1 --retry-connrefused http://127.0.0.1:8080/healthz",
  ];
}

function performing({ uses = "", with: inputs = {}, env = {}, run }: Step): string[] {
  if (run !== undefined) return [...exporting(env), run.trim()];
  if (!uses.startsWith("anteroom-dev/anteroom@")) return [];
  // Of the version that is here.
  const given = Object.entries({ ...inputs, version: "." }).map(([name, value]) =>
    quoted(`INPUT_${name.toUpperCase()}=${value}`),
  );
  return [
    'export RUNNER_TEMP="$(mktemp -d -p "$PWD")"',
    ...["ENV", "OUTPUT", "STATE"].map((name) => `export GITHUB_${name}="$RUNNER_TEMP/${name}"`),
    `trap 'for line in $(cat "$GITHUB_STATE"); do export "STATE_$line"; done; node scripts/action/stop.mjs' EXIT`,
    `env ${given.join(" ")} node scripts/action/start.mjs`,
    'while IFS= read -r line; do export "$line"; done < "$GITHUB_ENV"',
  ];
}

/** A deployment of Kubernetes: it gives our image variables that it knows, and asks what it answers. */
export async function assertManifest(text: string, url: string): Promise<boolean> {
  const { kind, spec } = parse(text);
  if (kind !== "Deployment") return false;
  ok(image);
  const known = await readFile(join(root, "docs/settings.md"), "utf8");
  for (const container of spec.template.spec.containers) {
    for (const { name } of container.env) ok(known.includes(`\`${name}\``), name);
    ok(["dev", "serve"].includes(container.args[0]));
    for (const { httpGet } of [container.livenessProbe, container.readinessProbe]) {
      equal((await fetch(url + httpGet.path)).status, 200, httpGet.path);
      ok(container.ports.some((port: { name: string }) => port.name === httpGet.port));
    }
    equal(String(container.ports[0].containerPort), stepsOf(image, "EXPOSE")[0]?.text);
  }
  return true;
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
