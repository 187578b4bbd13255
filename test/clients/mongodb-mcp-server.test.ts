// MongoDB's MCP server, unmodified, over stdio and HTTPS, started as docs/guides/mcp-server.md configures it.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type TestContext, test } from "node:test";
import { parse } from "yaml";
import type { Anteroom } from "../../src/anteroom.ts";
import { createAnteroom } from "../../src/testing/embedded.ts";
import { readDocuments } from "../support/documents.ts";
import { installed, notInstalled } from "../support/installed.ts";
import { createFolder } from "../support/storage.ts";

const program = installed(".clients/mcp/node_modules/mongodb-mcp-server/dist/esm/index.js");

const guide = (await readDocuments()).find(({ path }) => path === "docs/guides/mcp-server.md");
const blockOf = (language: string) => guide?.blocks.find((block) => block.language === language)?.text ?? "";
const world = parse(blockOf("yaml"));
const { env: configured } = JSON.parse(blockOf("json")).mcpServers.MongoDB;

interface Said {
  readonly isError: boolean;
  readonly text: string;
}

/** A server of the guide's world, and the MCP server that is to use it. */
async function begin(t: TestContext, changed: Readonly<Record<string, string>> = {}) {
  const anteroom = await createAnteroom({ seed: world, tls: true });
  t.after(() => anteroom.close());
  const folder = createFolder(t);
  const file = join(folder, "tls-cert.pem");
  await writeFile(file, anteroom.certificate ?? "");
  const here = { MDB_MCP_API_BASE_URL: `${anteroom.url}/`, SSL_CERT_FILE: file, NODE_EXTRA_CA_CERTS: file };
  const call = await startClient(t, { ...configured, ...here, HOME: folder, ...changed });
  const { orgs, groups } = anteroom.world;
  return { anteroom, call, orgId: orgs.Acme?.id ?? "", projectId: groups.payments?.id ?? "" };
}

/** Speaks the protocol as far as these tests need it: a line of JSON for each message. */
async function startClient(t: TestContext, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["pipe", "pipe", "ignore"],
  });
  t.after(() => child.kill());
  const waiting = new Map<number, (answer: { result: never; error?: unknown }) => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    const message = JSON.parse(line);
    waiting.get(message.id)?.(message);
  });
  let count = 0;
  const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const ask = async <Result>(method: string, params: object): Promise<Result> => {
    const id = ++count;
    const answered = new Promise<{ result: never; error?: unknown }>((resolve) => waiting.set(id, resolve));
    send({ id, method, params });
    const { result, error } = await answered;
    equal(error, undefined);
    return result;
  };
  const clientInfo = { name: "test", version: "1" };
  await ask("initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo });
  send({ method: "notifications/initialized" });
  return async (name: string, args: object = {}): Promise<Said> => {
    const { content, isError = false } = await ask<{ content: { text: string }[]; isError?: boolean }>(
      "tools/call",
      { name, arguments: args },
    );
    return { isError, text: content.map(({ text }) => text).join("\n") };
  };
}

/** Lists the calls that reached the server, oldest first, without tokens and telemetry. */
async function askedOf(anteroom: Anteroom): Promise<string[]> {
  const seen = (await (await anteroom.fetch("/_anteroom/v1/requests")).json()) as {
    method: string;
    path: string;
    status: number;
  }[];
  return seen
    .filter(({ path }) => path.startsWith("/api/atlas/"))
    .map(({ method, path, status }) => `${method} ${path} ${status}`)
    .reverse();
}

const skip = notInstalled("mcp");

test("organizations and projects are listed, a project is created once, and again after a reset", {
  skip,
}, async (t) => {
  const { anteroom, call, orgId, projectId } = await begin(t);
  const sees = async (tool: string, args: object, ...expected: readonly RegExp[]) => {
    const { isError, text } = await call(tool, args);
    for (const each of expected) match(text, each);
    equal(isError, false, text);
  };
  for (const round of ["first", "after a reset"]) {
    await t.test(round, async () => {
      await sees("atlas-list-orgs", {}, /Found 1 organizations/, new RegExp(`"name":"Acme","id":"${orgId}"`));
      await sees("atlas-list-projects", {}, /Found 1 projects/, new RegExp(projectId));
      await sees("atlas-list-projects", { orgId }, /Found 1 projects/, /payments/);
      const created = { projectName: "made by a model", orgId };
      await sees("atlas-create-project", created, /Project "made by a model" created successfully/);
      await sees("atlas-list-projects", { orgId }, /Found 2 projects/, /made by a model/);
      await sees("atlas-list-projects", { limit: 1 }, /Found 1 projects/);
      await sees("atlas-list-clusters", {}, /No clusters found/);
      await sees("atlas-list-clusters", { projectId }, /No clusters found/);
      const { isError, text } = await call("atlas-create-project", created);
      equal(isError, true);
      match(text, /\[409 Conflict\].*A group with name "made by a model" already exists\./);
      await anteroom.reset();
    });
  }
});

test("an address is let in and a database user made, and both are listed", { skip }, async (t) => {
  const { call, projectId } = await begin(t);
  const roles = [{ roleName: "read", databaseName: "sales" }];
  for (const [tool, args, expected] of [
    ["atlas-create-access-list", { ipAddresses: ["203.0.113.7"] }, /added to access list/],
    ["atlas-inspect-access-list", {}, /203\.0\.113\.7/],
    ["atlas-create-db-user", { username: "demo", roles }, /"?demo"?/],
    ["atlas-list-db-users", {}, /demo.*sales/s],
  ] as const) {
    const { isError, text } = await call(tool, { projectId, ...args });
    equal(isError, false, `${tool}: ${text}`);
    match(text, expected);
  }
});

test("a cluster is made, listed and read, and one that is free cannot be paused", { skip }, async (t) => {
  const { call, projectId } = await begin(t);
  const clusterName = "demo";
  for (const [tool, args, expected] of [
    ["atlas-create-free-cluster", { name: clusterName }, /Cluster "demo" has been created/],
    ["atlas-list-clusters", {}, /"name":"demo"/],
    ["atlas-inspect-cluster", { clusterName }, /"name":"demo","instanceType":"FREE"/],
  ] as const) {
    const { isError, text } = await call(tool, { projectId, ...args });
    equal(isError, false, `${tool}: ${text}`);
    match(text, expected);
  }
  const { isError, text } = await call("atlas-pause-resume-cluster", {
    projectId,
    clusterName,
    action: "PAUSE",
  });
  equal(isError, true, text);
  match(text, /M0/);
});

test("a cluster that is not here is said to be not here", { skip }, async (t) => {
  const { anteroom, call, projectId } = await begin(t);
  const clusterName = "demo";
  for (const tool of ["atlas-inspect-cluster", "atlas-connect-cluster", "atlas-upgrade-cluster"]) {
    const { isError, text } = await call(tool, { projectId, clusterName });
    equal(isError, true, `${tool}: ${text}`);
    ok(text.includes(`No cluster named demo exists in group ${projectId}`), `${tool}: ${text}`);
  }
  for (const [tool, args] of [
    ["atlas-list-alerts", {}],
    ["atlas-streams-discover", { action: "list-workspaces" }],
  ] as const) {
    const { isError, text } = await call(tool, { projectId, ...args });
    equal(isError, false, `${tool}: ${text}`);
  }
  const statuses = new Set((await askedOf(anteroom)).map((each) => each.slice(-3)));
  // Connecting to a cluster lets its own address in first.
  deepEqual([...statuses].sort(), ["200", "201", "404"]);
});

test("a deleted account reads as an empty list, as it would on Atlas", { skip }, async (t) => {
  const { anteroom, call, orgId } = await begin(t);
  match((await call("atlas-list-orgs")).text, /Found 1 organizations/);
  const granted = await anteroom.fetch("/api/oauth/token", {
    method: "POST",
    headers: {
      authorization: `Basic ${btoa(`${configured.MDB_MCP_API_CLIENT_ID}:${configured.MDB_MCP_API_CLIENT_SECRET}`)}`,
    },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  const { access_token } = (await granted.json()) as { access_token: string };
  const deleted = await anteroom.fetch(
    `/api/atlas/v2/orgs/${orgId}/serviceAccounts/${configured.MDB_MCP_API_CLIENT_ID}`,
    {
      method: "DELETE",
      headers: { authorization: `Bearer ${access_token}`, accept: "application/vnd.atlas.2025-03-12+json" },
    },
  );
  equal(deleted.status, 204);
  match((await call("atlas-list-orgs")).text, /No organizations found/);
});

test("a wrong secret is an error that names credentials", { skip }, async (t) => {
  const { call } = await begin(t, { MDB_MCP_API_CLIENT_SECRET: "mdb_sa_sk_wrong" });
  const { isError, text } = await call("atlas-list-orgs");
  equal(isError, true);
  match(text, /Unable to authenticate with MongoDB Atlas.*Hint: Your API credentials may be invalid/s);
});
