// Reports from logs find what the server itself counted of the same calls; and a recording holds no secret.

import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { ShownCalls } from "../../src/core/domain/deprecated-call.ts";
import { fromLogs, report } from "../../src/july/commands/report.ts";
import type { LoggedCall } from "../../src/july/traffic/call.ts";
import { createRecorder } from "../../src/july/traffic/record.ts";
import { createAnteroom } from "../../src/testing/embedded.ts";
import { anteroom } from "../support/command.ts";
import { startNginx } from "../support/nginx.ts";
import { requestToken } from "../support/oauth.ts";
import { startProcess } from "../support/process.ts";
import { nginxMissing } from "../support/proxies.ts";
import { createFolder } from "../support/storage.ts";
import { fetchTrusting } from "../support/trusting-fetch.ts";
import { until } from "../support/until.ts";
import {
  account,
  digest,
  ids,
  keys,
  nonceOf,
  type Sending,
  seed,
  send,
  sendAs,
  startWorld,
  v2023,
} from "../support/world.ts";

/** A request that a proxy saw. */
interface Seen {
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly status: number;
}

/** Passes requests on, and keeps what a log might have of them. */
async function startProxy(t: TestContext, upstream: string, now: () => number) {
  const seen: Seen[] = [];
  const server = createServer((incoming, outgoing) => {
    const body: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => body.push(chunk));
    const { method = "GET", url = "/", headers } = incoming;
    const passed = request(upstream + url, { method, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      seen.push({ at: now(), method, url, headers, body: Buffer.concat(body).toString("utf8"), status });
      outgoing.writeHead(status, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const header = ({ headers }: Seen, name: string) => String(headers[name] ?? "");
const iso = ({ at }: Seen) => new Date(at).toISOString();

const apacheTime = (seen: Seen) => {
  const [, day, month, year, time] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(seen.at).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
};

/** Each kind of log, as its programs write it. */
const logs: Readonly<Record<string, (all: readonly Seen[]) => string>> = {
  "access.log": (all) =>
    all
      .map(
        (seen) =>
          `127.0.0.1 - - [${apacheTime(seen)}] "${seen.method} ${seen.url} HTTP/1.1" ${seen.status} 512 "-" "${header(seen, "user-agent")}" "${header(seen, "accept")}"`,
      )
      .join("\n"),
  "caddy.json": (all) =>
    all
      .map((seen) =>
        JSON.stringify({
          level: "info",
          ts: seen.at / 1000,
          logger: "http.log.access",
          request: {
            method: seen.method,
            uri: seen.url,
            headers: { "User-Agent": [header(seen, "user-agent")], Accept: [header(seen, "accept")] },
          },
          status: seen.status,
        }),
      )
      .join("\n"),
  "traffic.har": (all) =>
    JSON.stringify(
      {
        log: {
          version: "1.2",
          entries: all.map((seen) => ({
            startedDateTime: iso(seen),
            request: {
              method: seen.method,
              url: `https://cloud.mongodb.com${seen.url}`,
              headers: Object.entries(seen.headers).map(([name, value]) => ({ name, value: String(value) })),
              ...(seen.body !== "" && { postData: { mimeType: "application/json", text: seen.body } }),
            },
            response: { status: seen.status, content: { text: "{}" } },
          })),
        },
      },
      null,
      1,
    ),
  "terraform.log": (all) =>
    all
      .flatMap((seen) => {
        const at = `${iso(seen)} [DEBUG] provider.terraform-provider-mongodbatlas_v2.1.0: `;
        const headers = Object.entries(seen.headers).map(([name, value]) => `${name}: ${value}`);
        return [
          `${iso(seen)} [INFO]  Terraform version: 1.11.4`,
          `${at}${iso(seen)} [DEBUG] MongoDB Atlas API Request Details:`,
          `${at}---[ REQUEST ]---------------------------------------`,
          `${at}${seen.method} ${seen.url} HTTP/1.1`,
          ...headers.map((line) => at + line),
          at.trimEnd(),
          ...(seen.body === "" ? [] : [at + seen.body]),
          `${at}-----------------------------------------------------`,
          `${at}---[ RESPONSE ]--------------------------------------`,
          `${at}HTTP/2.0 ${seen.status} Something`,
          `${at}Content-Type: application/json`,
          at.trimEnd(),
          `${at}{"results": []}`,
          `${at}-----------------------------------------------------`,
        ];
      })
      .join("\n"),
};

/** Returns the members that every kind of log has. */
const told = (calls: readonly ShownCalls[]) =>
  calls
    .map(({ operationId, client, count, gone, days, firstAt, lastAt }) => ({
      operationId,
      client,
      count,
      gone,
      days,
      // An access log has whole seconds.
      seconds: [firstAt, lastAt].map((at) => at.slice(0, 19)),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const agents = [
  "curl/8.14.1",
  "terraform-provider-mongodbatlas/2.16 Terraform/1.11.4 Name/team Operation/read",
];

/** Sends what two tools ask of a server: twelve calls of operations that end, and others. */
async function act(base: string): Promise<void> {
  const ask = (key: (typeof keys)["owner"], sending: Sending) => sendAs(base, key, sending);
  const invites = `/api/atlas/v2/groups/${ids.group}/invites`;
  for (const agent of agents) {
    const headers = { "user-agent": agent };
    await ask(keys.owner, { path: invites, headers });
    await ask(keys.groupOwner, { path: invites, headers });
    const body = { username: "hello@example.com", roles: ["GROUP_READ_ONLY"] };
    const json = { ...headers, "content-type": "application/json" };
    await ask(keys.owner, { method: "PATCH", path: invites, headers: json, body });
    await ask(keys.owner, { path: `/api/atlas/v2/orgs/${ids.org}/users?itemsPerPage=5`, headers });
    // In the version that stays, in none, and of what does not end.
    const newer = { ...headers, accept: "application/vnd.atlas.2025-03-12+json" };
    await ask(keys.owner, { path: `/api/atlas/v2/orgs/${ids.org}/users`, headers: newer });
    await ask(keys.owner, {
      path: `/api/atlas/v2/orgs/${ids.org}/users`,
      headers: { ...headers, accept: "*/*" },
    });
    await ask(keys.owner, { path: "/api/atlas/v2/groups", headers });
    await ask(keys.owner, { path: `/api/atlas/v2/users/byName/owner@example.com`, headers });
    await ask(keys.owner, { path: `${invites}/${ids.missing}`, headers });
  }
}

test("reports from logs find what the server counted of the same calls", async (t) => {
  const world = await startWorld(t);
  // A log says when a request came, the server when it knew who asked.
  world.clock.set({ now: "2027-06-30T22:00:00Z" });
  const now = () => Date.parse(world.clock.now());
  const proxy = await startProxy(t, world.url, now);
  const recorded: LoggedCall[] = [];
  const recorder = createRecorder({
    upstream: new URL(proxy.url),
    certificate: null,
    now,
    record: (call) => recorded.push(call),
  });
  await new Promise<void>((resolve) => recorder.listen(0, "127.0.0.1", resolve));
  t.after(() => new Promise((resolve) => recorder.close(resolve)));
  const base = `http://127.0.0.1:${(recorder.address() as AddressInfo).port}`;

  await act(base);
  world.clock.set({ now: "2027-07-02T01:00:00Z" });
  await act(base);

  const live: ShownCalls[] = (await world.send({ path: "/_anteroom/v1/deprecations" })).json;
  // The newer keys of one client are one in a log that does not say who asked.
  const byClient = (calls: readonly ShownCalls[]) => told(mergeCredentials(calls));
  equal(
    live.reduce((sum, { count }) => sum + count, 0),
    2 * 2 * 6,
  );
  const folder = createFolder(t);

  for (const [name, write] of Object.entries(logs)) {
    for (const isCompressed of [false, true]) {
      await t.test(`${name}${isCompressed ? ", compressed" : ""}`, async () => {
        const file = join(folder, isCompressed ? `${name}.gz` : name);
        const text = `${write(proxy.seen)}\n`;
        writeFileSync(file, isCompressed ? gzipSync(text) : text);
        const { calls, remarks } = await fromLogs([file], null);
        deepEqual(byClient(calls), byClient(live));
        match(remarks[0] ?? "", new RegExp(`^${proxy.seen.length} requests read, every line understood`));
      });
    }
  }

  await t.test("a recording, which also knows who asked, and has the same examples", async () => {
    const file = join(folder, "recording.jsonl");
    writeFileSync(file, recorded.map((call) => `${JSON.stringify(call)}\n`).join(""));
    const { calls } = await fromLogs([file], null);
    const whole = (all: readonly ShownCalls[]) =>
      all
        .map(({ operationId, client, credential, count, example }) =>
          JSON.stringify([operationId, client, credential?.name, count, example]),
        )
        .sort();
    deepEqual(whole(calls), whole(live));
  });

  await t.test("without an Accept header, what may be of either version is told apart", async () => {
    const file = join(folder, "plain.log");
    const plain = (logs["access.log"]?.(proxy.seen) ?? "").replace(/ "[^"]*"$/gm, "");
    writeFileSync(file, `${plain}\nthis is no line of a log\n`);
    const { calls, remarks } = await fromLogs([file], null);
    ok(calls.every(({ operationId }) => operationId !== "listOrgUsers"));
    match(remarks.join(" "), /1 line not understood.*listOrgUsers \(\d+\)/);
  });
});

test("calls in version 1.0 are remarked upon, with what they move to and what is not covered", async (t) => {
  const folder = createFolder(t);
  const file = join(folder, "access.log");
  const orgId = "32b6e34b3d91647abb20e7b8";
  const line = (request: string, status = 200) =>
    `127.0.0.1 - - [26/Nov/2026:15:28:34 +0100] "${request} HTTP/1.1" ${status} 12 "-" "vault/1.20"`;
  writeFileSync(
    file,
    [
      line("GET /api/atlas/v1.0/orgs", 401),
      line("GET /api/atlas/v1.0/orgs?pageNum=1"),
      line(`POST /api/public/v1.0/orgs/${orgId}/apiKeys`),
      line(`DELETE /api/atlas/v1.0/orgs/${orgId}/apiKeys/${orgId}/whitelist/10.0.0.0/24`, 204),
      line(`GET /api/atlas/v1.0/groups/${orgId}/clusters/c/fts/analyzers`, 501),
      line(`GET /api/atlas/v1.0/groups/${orgId}/databaseUsers/admin/x?a=b`, 501),
    ].join("\n"),
  );
  const { code, stdout } = await anteroom(["report", "--from", file, "--json", "--fail-on", "deprecated"]);
  equal(code, 0);
  const { findings, remarks } = JSON.parse(stdout);
  deepEqual(findings, []);
  deepEqual(remarks, [
    "6 requests read, every line understood.",
    "Not covered: calls in version 1.0 of what is not of the access plane (GET /api/atlas/v1.0/groups/{id}/clusters/c/fts/analyzers).",
    "vault/1.20 calls version 1 of the API, which is outside of the July 2027 list and moves to version 2: listOrgs (1); createOrgApiKey (1); deleteOrgApiKeyAccessListEntry (1); getGroupDatabaseUser (1).",
  ]);
});

test("the logs that a real nginx writes say what the server counted", { skip: nginxMissing }, async (t) => {
  const world = await startWorld(t);
  const members = [
    "time_iso8601",
    "request_method",
    "request_uri",
    "status",
    "http_user_agent",
    "http_accept",
  ];
  const nginx = await startNginx(t, {
    http: `
log_format accepted '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent '
  '"$http_referer" "$http_user_agent" "$http_accept"';
log_format members escape=json '{${members.map((name) => `"${name}":"$${name}"`).join(",")}}';
access_log access.log accepted; access_log access.json members;`,
    server: `location / { proxy_pass ${world.url}; proxy_set_header Host $http_host; }`,
  });
  await act(nginx.url);
  // The proxy's clock stays.
  world.clock.set({ now: "2027-07-02T01:00:00Z" });
  await act(nginx.url);
  await nginx.stop();

  const live: ShownCalls[] = (await world.send({ path: "/_anteroom/v1/deprecations" })).json;
  const found = (calls: readonly ShownCalls[]) =>
    told(mergeCredentials(calls)).map(({ operationId, client, count, gone }) => ({
      operationId,
      client,
      count,
      gone,
    }));
  equal(
    found(live).reduce((sum, { gone }) => sum + gone, 0),
    12,
  );
  for (const name of ["access.log", "access.json"]) {
    const { calls, remarks } = await fromLogs([join(nginx.folder, name)], null);
    deepEqual(found(calls), found(live), name);
    match(remarks[0] ?? "", /every line understood/);
  }
});

/** The calls of a client with all of its credentials together. */
function mergeCredentials(calls: readonly ShownCalls[]): ShownCalls[] {
  const merged = new Map<string, ShownCalls>();
  for (const each of calls) {
    const key = JSON.stringify([each.operationId, each.client]);
    const known = merged.get(key);
    const days = new Map([...(known?.days ?? [])].map((day) => [day.date, day]));
    for (const { date, count, gone } of each.days) {
      const before = days.get(date) ?? { date, count: 0, gone: 0 };
      days.set(date, { date, count: before.count + count, gone: before.gone + gone });
    }
    merged.set(key, {
      ...each,
      count: (known?.count ?? 0) + each.count,
      gone: (known?.gone ?? 0) + each.gone,
      firstAt: [known?.firstAt ?? each.firstAt, each.firstAt].sort()[0] ?? "",
      lastAt: [known?.lastAt ?? each.lastAt, each.lastAt].sort()[1] ?? "",
      days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    });
  }
  return [...merged.values()];
}

test("a recording holds no secret, and passes everything on as it was", async (t) => {
  const world = await startWorld(t);
  const lines: string[] = [];
  const recorder = createRecorder({
    upstream: new URL(world.url),
    certificate: null,
    now: () => 0,
    record: (call) => lines.push(JSON.stringify(call)),
  });
  await new Promise<void>((resolve) => recorder.listen(0, "127.0.0.1", resolve));
  t.after(() => new Promise((resolve) => recorder.close(resolve)));
  const base = `http://127.0.0.1:${(recorder.address() as AddressInfo).port}`;

  const token = await requestToken({ url: base });
  equal(token.status, 200);
  const accessToken: string = token.json.access_token;
  const secrets = [
    account.clientSecret,
    Buffer.from(`${account.clientId}:${account.clientSecret}`).toString("base64"),
    accessToken,
    "CORRECT_HORSE_BATTERY",
    "s3cret",
    "grace@example.com",
  ];
  const headers = {
    authorization: `Bearer ${accessToken}`,
    accept: v2023,
    "content-type": "application/json",
    cookie: "session=s3cret",
  };
  const made = await send(base, {
    method: "POST",
    path: "/api/atlas/v2/users?token=s3cret&pretty=true",
    headers,
    body: {
      username: "grace@example.com",
      password: "CORRECT_HORSE_BATTERY",
      firstName: "s3cret",
      lastName: "Hopper",
      country: "IE",
      roles: [{ orgId: ids.org, roleName: "ORG_MEMBER" }],
    },
  });
  ok(made.status < 500 && made.status !== 401, JSON.stringify(made.json));
  await send(base, { path: "/api/atlas/v2/users/byName/grace@example.com", headers });
  await send(base, { path: "/api/atlas/v2/orgs/s3cret/users?username=grace@example.com", headers });
  await send(base, { path: "/invitations/s3cret", headers: {} });

  equal(lines.length, 5);
  for (const secret of secrets) ok(!lines.join("\n").includes(secret), secret);
  match(lines.join("\n"), new RegExp(account.clientId));
  match(lines.join("\n"), /"roles":\[\{"orgId":"a0123456789abcdef012345a","roleName":"ORG_MEMBER"\}\]/);
});

test("anteroom report --from, with the exit codes of --fail-on", async (t) => {
  const folder = createFolder(t);
  const line = (status: number) =>
    `127.0.0.1 - - [26/Nov/2026:15:28:34 +0100] "GET /api/atlas/v2/groups/${ids.group}/invites HTTP/1.1" ${status} 5 "-" "<b>x/1"\n`;
  const [alive, gone, none] = ["alive", "gone", "none"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(alive, line(200));
  writeFileSync(gone, line(410));
  writeFileSync(none, "");
  for (const [file, failOn, code] of [
    [none, "deprecated", 0],
    [alive, "gone", 0],
    [alive, "deprecated", 3],
    [gone, "deprecated", 4],
    [gone, "gone", 4],
  ] as const) {
    const made = { format: "table", output: join(folder, "report"), failOn } as const;
    equal(await report(await fromLogs([file], null), made), code, `${file} ${failOn}`);
  }
  equal((await anteroom(["report", "--from", gone, "--fail-on", "deprecated"])).code, 4);
  const json = JSON.parse((await anteroom(["report", "--from", alive, gone, "--json"])).stdout);
  deepEqual([json.findings[0].count, json.findings[0].gone, json.endings.all], [2, 1, 59]);
  const html = (await anteroom(["report", "--from", gone, "--html"])).stdout;
  match(html, /<svg[^>]*role="img"/);
  ok(!html.includes("<b>x") && !/(src|href)=/.test(html));
  const both = await anteroom(["report", "--from", gone, "--html", "--json"]);
  deepEqual([both.code, /choose one/.test(both.stderr)], [2, true]);
  const missing = await anteroom(["report", "--from", join(folder, "missing")]);
  deepEqual([missing.code, /cannot be read/.test(missing.stderr)], [1, true]);
});

test("as processes: a server counts over its end, and a recorder writes what it passed on, each without secrets", async (t) => {
  const folder = createFolder(t);
  const data = join(folder, "data");
  const server = await startProcess(t, ["dev", "--data", data, "--port", "0"]);
  const recording = join(folder, "recording.jsonl");
  const recorder = await startProcess(t, [
    "record",
    "--upstream",
    server.url,
    "--output",
    recording,
    "--port",
    "0",
  ]);
  const { apiKey: key, owner } = JSON.parse(readFileSync(join(data, "credentials.json"), "utf8"));
  const path = "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/invites";
  const asking = { path, headers: { accept: v2023, "user-agent": "recorded/1" } };
  const authorization = digest(key, {
    method: "GET",
    uri: path,
    nonce: nonceOf(await send(recorder.url, asking)),
  });
  const headers = { ...asking.headers, authorization };
  equal((await send(recorder.url, { path, headers })).status, 200);

  equal(await recorder.stop(), 0);
  match(recorder.output(), /2 requests recorded in .*, 1 of them of what ends/);
  // At once, so that nothing but the end of the server can have written it.
  equal(await server.stop(), 0);
  const ofStore = JSON.parse((await anteroom(["report", "--data", data, "--json"])).stdout).findings;
  const ofRecording = JSON.parse((await anteroom(["report", "--from", recording, "--json"])).stdout).findings;
  for (const [finding, ...others] of [ofStore, ofRecording]) {
    deepEqual(
      [finding.operationId, finding.client.tool, finding.credential.name, finding.count, others.length],
      ["listGroupInvites", "recorded", key.publicKey, 1, 0],
    );
  }
  const written = readFileSync(recording, "utf8") + recorder.output();
  const response = /response="(\w+)"/.exec(authorization)?.[1] ?? "";
  for (const secret of [key.privateKey, owner.password, response]) ok(!written.includes(secret));
  equal(statSync(recording).mode & 0o777, 0o600);
});

test("what a command of ours calls on its own counts as nobody's call, in a server and in logs", async (t) => {
  await using server = await createAnteroom({ seed });
  const env = {
    MONGODB_ATLAS_PUBLIC_API_KEY: keys.owner.publicKey,
    MONGODB_ATLAS_PRIVATE_API_KEY: keys.owner.privateKey,
    ANTEROOM_URL: server.url,
  };
  const proxy = await startProxy(t, server.url, () => Date.UTC(2026, 10, 28));
  const through = { env: { ...env, ANTEROOM_URL: proxy.url } };
  const folder = createFolder(t);
  const world = join(folder, "world.yaml");
  for (const words of [["snapshot", "--output", world], ["diff", world, proxy.url], ["convert-invites"]]) {
    equal((await anteroom(words, through)).code, 0, words[0]);
  }
  const ended = proxy.seen.filter((each) => /\/invites\b/.test(each.url) && each.status === 200);
  ok(ended.length > 2);
  const log = join(folder, "access.log");
  const findings = async (...from: string[]) => {
    writeFileSync(log, logs["access.log"]?.(proxy.seen) ?? "");
    const { code, stdout } = await anteroom(
      ["report", "--json", "--fail-on", "deprecated", ...from],
      through,
    );
    return [code, ...JSON.parse(stdout).findings.map((each: { operationId: string }) => each.operationId)];
  };
  deepEqual(await findings(), [0]);
  deepEqual(await findings("--from", log), [0]);

  // Somebody who calls it on purpose is told.
  await anteroom(["api", "projects", "listGroupInvites", "--groupId", ids.group], through);
  deepEqual(await findings(), [3, "listGroupInvites"]);
  deepEqual(await findings("--from", log), [3, "listGroupInvites"]);
});

test("anteroom record --tls speaks HTTPS with the certificate of dev --tls", async (t) => {
  const data = createFolder(t);
  const world = await startWorld(t);
  const output = join(data, "recording.jsonl");
  const recorder = await startProcess(t, [
    "record",
    "--tls",
    "--data",
    data,
    "--upstream",
    world.url,
    "--output",
    output,
    "--port",
    "0",
  ]);
  match(recorder.url, /^https:/);
  const trusted = join(data, "tls-cert.pem");
  // Said after it is ready.
  await until(() => recorder.output().includes(`curl                       --cacert ${trusted}`));
  equal(statSync(join(data, "tls-key.pem")).mode & 0o777, 0o600);
  const answer = await fetchTrusting(readFileSync(trusted, "utf8"))(
    new URL(`${recorder.url}/api/atlas/v2/groups/${ids.group}/invites`),
  );
  equal(answer.status, 401);
  match(answer.headers.get("www-authenticate") ?? "", /^Digest/);
  equal(await recorder.stop(), 0);
  deepEqual(
    readFileSync(output, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).status),
    [401],
  );
});
