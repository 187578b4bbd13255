// Schemathesis, unmodified: makes requests from the OpenAPI document, such as it allows and such as it forbids, and holds
// the answers against it. One tag after the other, on a world put back before each, for four minutes at most; with
// ANTEROOM_SCHEMATHESIS_EXAMPLES=30 it makes more than 30,000 requests.
import { deepEqual, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import type { Anteroom } from "../../src/anteroom.ts";
import { operations } from "../../src/atlas/index.ts";
import { createAnteroom } from "../../src/testing/embedded.ts";
import { root } from "../support/command.ts";
import { installed, notInstalled } from "../support/installed.ts";
import { randomSeed } from "../support/random-seed.ts";
import { account, seed } from "../support/world.ts";
import { reasonFor, type Sent } from "./schemathesis/false-alarms.ts";

const schemathesis = installed(".clients", "python", "bin", "schemathesis");
const skip = notInstalled("python");
const tagsOfAll = Object.values(operations).map(({ tag }) => tag);
const sizeOf = (tag: string) => tagsOfAll.filter((each) => each === tag).length;
/** The largest last: where time is wanting, one of them is ended half-way instead of many left out. */
const tags = [...new Set(tagsOfAll)].sort((a, b) => sizeOf(a) - sizeOf(b));
const world = {
  orgs: seed.orgs.map((org, index) =>
    index > 0
      ? org
      : {
          ...org,
          serviceAccounts: [
            ...(org.serviceAccounts ?? []),
            // As in schemathesis.toml: an account that may be deleted while requests go on.
            { clientId: "mdb_sa_id_fedcba987654321001234567", roles: ["ORG_READ_ONLY" as const] },
          ],
        },
  ),
};
/** Requests made up for each operation and phase; the phase of boundary values makes as many as there are. */
const examples = Number(process.env.ANTEROOM_SCHEMATHESIS_EXAMPLES ?? 5);
const budgetMs = 48_000 * examples;

interface Failure extends Sent {
  readonly check: string;
  readonly answer: string;
  readonly title: string;
}

suite("Schemathesis", { skip }, () => {
  let anteroom: Anteroom;
  let folder: string;
  let headers: string[];
  let endsAt: number;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "anteroom-schemathesis-"));
    anteroom = await createAnteroom({ seed: world });
    const granted = await anteroom.fetch("/api/oauth/token", {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${account.clientId}:${account.clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: "client_credentials" }),
    });
    const { access_token } = (await granted.json()) as { access_token: string };
    headers = [`Authorization: Bearer ${access_token}`, "Accept: application/vnd.atlas.2025-03-12+json"];
    endsAt = performance.now() + budgetMs;
  });
  after(async () => {
    await anteroom.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const tag of tags) {
    test(`finds nothing in ${tag}`, async (t) => {
      const left = Math.floor(endsAt - performance.now());
      if (left <= 0) return t.skip(`SKIPPED: the tags before it took all of ${budgetMs / 60_000} minutes`);
      await anteroom.reset();
      const report = join(folder, `${tag}.ndjson`);
      await rm(join(folder, ".schemathesis"), { recursive: true, force: true });
      const ended = await run(
        [
          "--config-file",
          join(root, "test/clients/schemathesis/schemathesis.toml"),
          "run",
          `${anteroom.url}/api/openapi.json`,
          "--include-tag",
          tag,
          "--checks",
          "all",
          ...headers.flatMap((each) => ["--header", each]),
          "--seed",
          String(randomSeed),
          "--max-examples",
          String(examples),
          "--no-shrink",
          // Otherwise a false alarm ends what is tried of its operation.
          "--continue-on-failure",
          "--report",
          "ndjson",
          "--report-ndjson-path",
          report,
        ],
        { cwd: folder, timeout: left },
      );
      const { cases, failures } = await readReport(report);
      ok(cases > 0, "it made no request");
      t.diagnostic(
        `${cases} requests, ${failures.length} false alarms${ended ? "" : "; ended for want of time"}`,
      );
      const found = failures.filter(
        ({ check, answer, ...sent }) => reasonFor(check, answer, sent) === undefined,
      );
      deepEqual(found, []);
    });
  }
});

/**
 * Returns whether it came to its end; 1 is how it exits when it has found something, false alarms included. It keeps a cache
 * of them in its folder, which the next run would begin with.
 */
async function run(
  args: readonly string[],
  { cwd, timeout }: { readonly cwd: string; readonly timeout: number },
): Promise<boolean> {
  const child = spawn(schemathesis, args, {
    cwd,
    timeout,
    killSignal: "SIGINT",
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const [code] = await once(child, "close");
  ok(code === 0 || code === 1 || child.killed, said);
  return !child.killed;
}

/** The report has a line of JSON for each scenario, with its requests, answers and checks by the id of the request. */
async function readReport(file: string): Promise<{ cases: number; failures: Failure[] }> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.endsWith("}"));
  const recorders = lines.flatMap((line) => JSON.parse(line).ScenarioFinished?.recorder ?? []);
  let cases = 0;
  const failures: Failure[] = [];
  for (const { cases: made, checks = {}, interactions = {} } of recorders) {
    cases += Object.keys(interactions).length;
    for (const [id, tried] of Object.entries<{ name: string; status: string; failure_info?: Info }[]>(
      checks,
    )) {
      for (const { name, status, failure_info } of tried) {
        if (status !== "failure") continue;
        const { method, path, query, headers: sent, body } = made[id].value;
        const { status_code = "no answer", headers = {} } = interactions[id]?.response ?? {};
        const answer = [status_code, ...(headers["x-error-code"] ?? [])].join(" ");
        const title = failure_info?.failure.title ?? "";
        failures.push({
          check: name,
          answer,
          operation: `${method} ${path}`,
          query: query ?? {},
          headers: sent ?? {},
          body,
          title,
        });
      }
    }
  }
  return { cases, failures };
}

interface Info {
  readonly failure: { readonly title: string };
}
