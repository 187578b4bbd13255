// Tests what a server tells its operators: numbers on both engines, what the board and the alerts ask for, and damage of its
// file.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { freePort } from "../scripts/postgres-server.mjs";
import { checkFile } from "../src/core/store/check.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { engines, skipReason } from "./support/engines.ts";
import { invitesPath } from "./support/invites.ts";
import { requestToken } from "./support/oauth.ts";
import { insideOf, startProcess } from "./support/process.ts";
import { damagePage } from "./support/sqlite-file.ts";
import { createFolder } from "./support/storage.ts";
import { until } from "./support/until.ts";
import { ids, invited, keys, seed, send, startWorld } from "./support/world.ts";

const secret = "8f5d1ce07a93b264e1f0957c3ab8d642";

async function serve(t: TestContext, ...flags: string[]) {
  const args = ["serve", "--port", "0", "--metrics-port", "0", ...flags];
  const server = await startProcess(t, args, { ANTEROOM_SECRET: secret });
  return { ...server, inside: await insideOf(server) };
}

/** Values by name, with labels as they are written. */
const valuesIn = (text: string): Record<string, number> =>
  Object.fromEntries(
    [...text.matchAll(/^(\w+(?:\{[^}]*\})?) (\S+)$/gm)].map(([, name, value]) => [name, Number(value)]),
  );

for (const engine of engines) {
  test(`${engine}: what waits, what is open and what collides is told in numbers`, {
    skip: skipReason(engine),
  }, async (t) => {
    const mailUrl = `smtp://127.0.0.1:${await freePort()}`;
    const world = await startWorld(t, {
      engine,
      ...(engine === "sqlite" && { data: createFolder(t) }),
      mailUrl,
      mailFrom: "no-reply@example.com",
    });
    const body = { username: invited, roles: ["GROUP_OWNER"] };
    const changed = await world.as(keys.owner, { method: "PATCH", path: invitesPath, body });
    equal(changed.status, 200, changed.text);
    const one = { username: "another@example.com", roles: ["GROUP_OWNER"] };
    equal((await world.as(keys.owner, { method: "POST", path: invitesPath, body: one })).status, 200);
    const ask = async () => valuesIn((await world.send({ path: "/metrics" })).text);
    let seen: Record<string, number> = {};
    // What waits is counted every five seconds.
    await until(async () => {
      seen = await ask();
      return seen['anteroom_part_trouble{part="mail"}'] === 1 && (seen.anteroom_mail_waiting ?? 0) > 0;
    }, 500);
    deepEqual(
      [seen.anteroom_ready, seen.anteroom_mail_failed, seen.anteroom_unknown_outcomes_total],
      [1, 0, 0],
    );
    ok((seen.anteroom_mail_oldest_seconds ?? 0) > 0);
    ok((seen.anteroom_connections ?? 0) >= 1 && (seen.anteroom_connection_places_left ?? 0) < 5_000);
    ok((seen.anteroom_events_unsealed ?? -1) >= 0 && (seen.anteroom_events_unsealed_age_seconds ?? -1) >= 0);
    if (engine === "sqlite") {
      ok((seen.anteroom_sqlite_wal_bytes ?? 0) > 0 && (seen.anteroom_disk_free_bytes ?? 0) > 0);
      equal(seen.anteroom_postgres_connections_limit, undefined);
    } else {
      ok((seen.anteroom_lock_wait_seconds_count ?? 0) > 0);
      equal(seen.anteroom_postgres_connections_limit, 11);
      ok((seen['anteroom_postgres_connections{state="idle"}'] ?? 0) > 0);
      equal(seen.anteroom_sqlite_wal_bytes, undefined);
    }
    const { json } = await world.send({ path: "/readyz" });
    deepEqual([json.status, json.parts.store], ["ready", { status: "ok" }]);
    match(
      json.parts.mail.reason,
      /^The mail server takes nothing \((ECONNREFUSED|ESOCKET|ECONNECTION)\); \d messages wait/,
    );
  });
}

const read = (name: string) => readFileSync(new URL(`../monitoring/${name}`, import.meta.url), "utf8");
const hasPromtool = spawnSync("promtool", ["--version"]).status === 0;
const promtool = (args: readonly string[], input?: string) => {
  const { status, stdout, stderr } = spawnSync("promtool", args, { encoding: "utf8", input });
  return { status, said: `${stdout}${stderr}` };
};

interface Panel {
  readonly title: string;
  readonly description: string;
  readonly fieldConfig: { readonly defaults: { readonly unit: string } };
  readonly targets: readonly { readonly expr: string; readonly datasource: { readonly uid: string } }[];
}

interface Board {
  readonly editable: boolean;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly type: string }[] };
}

test("every number that the board and the alerts ask for is told, by names that Prometheus likes", async (t) => {
  const { inside } = await serve(t, "--data", createFolder(t));
  const { text } = await send(inside, { path: "/metrics" });
  const told = new Set([...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name));
  // Of PostgreSQL, which the test above asks, where heads of seals are sent, and of a gate.
  const others = [
    "anteroom_postgres_connections",
    "anteroom_postgres_waiting",
    "anteroom_audit_heads_unsent",
    ...["connections", "let_in_total", "turned_away_total"].map((name) => `anteroom_gate_${name}`),
  ];
  for (const name of others) told.add(name);
  const { panels }: Board = JSON.parse(read("grafana.json"));
  const alerts = [...read("alerts.yml").matchAll(/^ +expr: (.*)$/gm)].map(([, expr = ""]) => expr);
  const asked = [...alerts, ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))];
  const names = asked.flatMap((expr) => expr.match(/\b(?:anteroom|process|nodejs)_\w+/g) ?? []);
  ok(names.length > 40, String(names.length));
  const missing = names.map((name) => name.replace(/_bucket$/, "")).filter((name) => !told.has(name));
  deepEqual(missing, []);
  // And none is told that nobody needs, but for what is only looked up.
  const used = new Set(names.map((name) => name.replace(/_bucket$/, "")));
  const unused = [...told].filter((name) => name?.startsWith("anteroom_") && !used.has(name));
  deepEqual(unused, ["anteroom_build_info", "anteroom_metrics_age_seconds"]);
  for (const family of text.split(/(?=^# HELP )/m).filter((each) => each.startsWith("# HELP"))) {
    match(family, /^# HELP (\w+) \S.*\n# TYPE \1 (counter|gauge|histogram)\n/);
  }
  if (hasPromtool) deepEqual(promtool(["check", "metrics"], text), { status: 0, said: "" });
});

test("the alerts are rules that Prometheus takes, and each is in the guide", () => {
  const file = new URL("../monitoring/alerts.yml", import.meta.url).pathname;
  if (hasPromtool) {
    const { status, said } = promtool(["check", "rules", file]);
    equal(status, 0, said);
  }
  const text = read("alerts.yml");
  const names = [...text.matchAll(/^ +- alert: (\w+)$/gm)].map(([, name]) => name);
  for (const part of ["expr: '", "severity: (?:warning|critical)$", 'summary: "']) {
    equal(text.match(new RegExp(`^ +${part}`, "gm"))?.length, names.length, part);
  }
  const guide = readFileSync(new URL("../docs/guides/operations.md", import.meta.url), "utf8");
  const told = [...guide.matchAll(/^\| `(Anteroom\w+)` \|/gm)].map(([, name]) => name);
  deepEqual(told, names);
});

test("the board keeps the rules of Grafana's linter: a source, a job and an instance to choose, and panels that say what they show", () => {
  const { editable, panels, templating }: Board = JSON.parse(read("grafana.json"));
  equal(editable, false);
  deepEqual(
    templating.list.map(({ name, type }) => [name, type]),
    [
      ["datasource", "datasource"],
      ["job", "query"],
      ["instance", "query"],
    ],
  );
  equal(new Set(panels.map(({ title }) => title)).size, panels.length);
  for (const { title, description, fieldConfig, targets } of panels) {
    ok(title !== "" && description.endsWith(".") && fieldConfig.defaults.unit !== "", title);
    for (const { expr, datasource } of targets) {
      equal(datasource.uid, ["$", "{datasource}"].join(""), title);
      const selectors = expr.match(/\w+\{[^}]*\}/g) ?? [];
      ok(selectors.length > 0, expr);
      for (const each of selectors) match(each, /job=~"\$job", instance=~"\$instance"/);
      if (/rate\(/.test(expr)) match(expr, /\[\$__rate_interval\]/);
      equal(expr.split("(").length, expr.split(")").length, expr);
    }
  }
});

test("a damaged file makes a server unready as soon as a request has met it, and a check in the background says where", async (t) => {
  const data = createFolder(t);
  const file = join(data, "anteroom.sqlite");
  await (await createAnteroom({ data, seed, secret })).close();
  deepEqual(await checkFile(file), []);
  damagePage(file, "invites");
  match(String(await checkFile(file)), /invites|page|malformed/);
  const { url, inside } = await serve(t, "--data", data);
  equal((await send(inside, { path: "/readyz" })).json.parts.integrity.status, "ok", "nobody has met it yet");
  const token: string = (await requestToken({ url }, {})).json.access_token;
  const accept = "application/vnd.atlas.2023-01-01+json";
  const reply = await send(url, {
    path: `/api/atlas/v2/groups/${ids.group}/invites`,
    headers: { authorization: `Bearer ${token}`, accept },
  });
  deepEqual([reply.status, reply.json.detail], [503, "The database is damaged; try again later."]);
  const ready = await send(inside, { path: "/readyz" });
  deepEqual([ready.status, ready.json.parts.integrity.status], [503, "bad"]);
  let reason = "";
  await until(async () => {
    ({ reason } = (await send(inside, { path: "/readyz" })).json.parts.integrity);
    return reason.startsWith("The file of the database is damaged: ");
  });
  const { text } = await send(inside, { path: "/metrics" });
  match(text, /^anteroom_outages_total\{reason="The database is damaged"\} [1-9]/m);
  match(text, /^anteroom_part_trouble\{part="integrity"\} 2$/m);
});
