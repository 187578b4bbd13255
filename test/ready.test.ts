// `anteroom dev --json` and `--ready-file`: one line of JSON for programs, from a process of its own.
import { deepEqual, equal, match } from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { AtlasClient } from "../src/client/client.ts";
import { AnteroomControls } from "../src/testing/controls/client.ts";
import { anteroom, mainArguments, plainEnvironment } from "./support/command.ts";
import { createFolder } from "./support/storage.ts";
import { until } from "./support/until.ts";

/** Starts `dev` and waits for what says that it is ready; it ends with the test. */
async function start(
  t: TestContext,
  args: readonly string[],
  { env = {}, isReady }: { env?: Record<string, string>; isReady: (out: string) => boolean },
) {
  const child = spawn(process.execPath, [...mainArguments, "dev", "--port", "0", ...args], {
    env: { ...plainEnvironment, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  t.after(stop);
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    out += chunk;
  });
  await until(() => isReady(out));
  return { pid: child.pid, stop, out: () => out };
}

test("--json prints one line, with which a program finds the server, its credentials and its controls", async (t) => {
  const { pid, out, stop } = await start(t, ["--memory", "--json"], {
    isReady: (said) => said.includes("\n"),
  });
  const ready = JSON.parse(out());
  equal(out().split("\n").length, 2);
  match(ready.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  deepEqual([ready.pid, ready.controlUrl, Object.keys(ready)[0]], [pid, `${ready.url}/_anteroom/v1`, "url"]);
  const [apiKey] = ready.apiKeys;
  const client = new AtlasClient({ baseUrl: ready.url, ...apiKey });
  const { results = [] } = await client.listOrgs();
  deepEqual(
    results.map(({ id, name }) => ({ id, name })),
    ready.orgs.map(({ id, name }: { id: string; name: string }) => ({ id, name })),
  );
  const [project] = ready.orgs[0].projects;
  equal((await client.getGroup({ groupId: project.id })).name, project.name);
  const [account] = ready.serviceAccounts;
  equal((await new AtlasClient({ baseUrl: ready.url, ...account }).listOrgs()).totalCount, 1);
  equal(await new AnteroomControls(ready.url).clock.now().then((now) => typeof now), "string");
  equal((await fetch(`${ready.controlUrl}/clock`)).status, 200);
  equal((await fetch(ready.signInUrl, { redirect: "manual" })).status < 400, true);
  equal(ready.owner.username.includes("@"), true);
  equal(await stop(), 0);
});

test("--ready-file, or its variable, writes the line to a private file, once the server is ready", async (t) => {
  const place = createFolder(t);
  const file = join(place, "ready.json");
  await writeFile(file, "of an earlier start");
  const seed = join(place, "world.yaml");
  await writeFile(
    seed,
    "orgs: [{ name: Acme, apiKeys: [{ roles: [ORG_OWNER] }], groups: [{ name: payments }, { name: billing }] }]",
  );
  const { out } = await start(t, ["--memory", "--seed", seed], {
    env: { ANTEROOM_READY_FILE: file },
    isReady: () => existsSync(file) && readFileSync(file, "utf8").startsWith("{"),
  });
  const ready = JSON.parse(await readFile(file, "utf8"));
  equal((await stat(file)).mode & 0o777, 0o600);
  match(out(), /^anteroom ready /);
  deepEqual(
    ready.orgs.map((org: { name: string; projects: { name: string }[] }) => [
      org.name,
      ...org.projects.map(({ name }) => name),
    ]),
    [["Acme", "payments", "billing"]],
  );
  const client = new AtlasClient({ baseUrl: ready.url, ...ready.apiKeys[0] });
  equal((await client.listGroups()).totalCount, 2);
  equal("owner" in ready, false);
});

test("2 for a file that cannot be written, before anything is started", async (t) => {
  const file = join(createFolder(t), "nowhere", "ready.json");
  const { code, stderr } = await anteroom(["dev", "--memory", "--port", "0", "--ready-file", file]);
  equal(code, 2);
  match(stderr, /--ready-file \S+nowhere\/ready\.json: cannot be written: ENOENT/);
});
