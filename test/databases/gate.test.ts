// The gate of a whole server: what the API says of a project's access list decides who reaches its database, at the address that
// its connection string has.
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { createAnteroom } from "../../src/testing/embedded.ts";
import { anteroom } from "../support/command.ts";
import { until } from "../support/until.ts";
import { ids, keys, startWorld, v2023 } from "../support/world.ts";
import { letsIn, noDeployment, startDeployment } from "./support/deployment.ts";

const of = (groupId: string = ids.group) => `/api/atlas/v2/groups/${groupId}`;
const newest = "application/vnd.atlas.2024-08-05+json";
const cluster = (name: string) => ({
  name,
  clusterType: "REPLICASET",
  replicationSpecs: [
    {
      regionConfigs: [
        {
          providerName: "TENANT",
          backingProviderName: "AWS",
          regionName: "US_EAST_1",
          priority: 7,
          electableSpecs: { instanceSize: "M0" },
        },
      ],
    },
  ],
});

async function startBehind(t: TestContext, deployment: string) {
  const world = await startWorld(t, { deployment, gate: "127.0.0.1", clusterSpeed: "now" });
  const ask = async (method: string, path: string, body?: object, version = v2023) => {
    const headers = { accept: version, "content-type": version };
    const reply = await world.as(keys.owner, { method, path, headers, ...(body && { body }) });
    equal(reply.status < 300, true, `${method} ${path}: ${reply.text}`);
    return reply.json;
  };
  const connectionOf = async (name: string): Promise<string> => {
    let standard: string | undefined;
    await until(async () => {
      standard = (await ask("GET", `${of()}/clusters/${name}`, undefined, newest)).connectionStrings
        ?.standard;
      return standard !== undefined;
    });
    return standard ?? "";
  };
  return { world, ask, connectionOf };
}

const form = /^mongodb:\/\/127\.0\.0\.1:(\d+)\/\?directConnection=true&authSource=admin$/;

/** A database of which is only known that it answers. */
async function startEcho(t: TestContext): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.pipe(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return `mongodb://root:secret@127.0.0.1:${(server.address() as AddressInfo).port}/?replicaSet=rs0`;
}

/** The socket, if the port leads through. */
async function enter(t: TestContext, port: number): Promise<Socket | undefined> {
  const socket = connect(port, "127.0.0.1");
  t.after(() => socket.destroy());
  const isIn = new Promise<boolean>((resolve) => {
    socket.on("error", () => resolve(false));
    socket.once("close", () => resolve(false));
    socket.once("data", () => resolve(true));
  });
  socket.write("hello");
  return (await isIn) ? socket : undefined;
}

test("an entry of the API lets in, its removal and its end put out", async (t) => {
  const { world, ask, connectionOf } = await startBehind(t, await startEcho(t));
  await ask("POST", `${of()}/clusters`, cluster("Main"), newest);
  const text = await connectionOf("Main");
  match(text, form);
  const port = Number(form.exec(text)?.[1]);
  equal(await enter(t, port), undefined);

  await ask("POST", `${of()}/accessList`, [{ ipAddress: "127.0.0.1" }]);
  const inside = await enter(t, port);
  equal(inside?.destroyed, false);
  await ask("DELETE", `${of()}/accessList/127.0.0.1`);
  equal(await enter(t, port), undefined);
  await until(() => inside?.destroyed === true || inside?.readableEnded === true);

  const now = Date.parse((await world.clock.set({ advance: "PT0S" })).now);
  const deleteAfterDate = new Date(now + 3_600_000).toISOString();
  await ask("POST", `${of()}/accessList`, [{ cidrBlock: "127.0.0.0/8", deleteAfterDate }]);
  const guest = await enter(t, port);
  equal(guest?.destroyed, false);
  const { text: metrics } = await world.send({ path: "/metrics" });
  match(metrics, /^# TYPE anteroom_gate_connections gauge\nanteroom_gate_connections 1$/m);
  match(metrics, /^# TYPE anteroom_gate_let_in_total counter\nanteroom_gate_let_in_total 2$/m);
  match(metrics, /^anteroom_gate_turned_away_total\{reason="not listed"\} 2$/m);
  await world.clock.advance("PT2H");
  equal(await enter(t, port), undefined);
  await until(() => guest?.destroyed === true || guest?.readableEnded === true);
});

test("clusters of a project share a port, and each project has its own", async (t) => {
  const { ask, connectionOf } = await startBehind(t, await startEcho(t));
  await ask("POST", `${of()}/clusters`, cluster("One"), newest);
  const [one] = [await connectionOf("One")];
  await ask(
    "POST",
    `${of()}/flexClusters`,
    {
      name: "Two",
      providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" },
    },
    "application/vnd.atlas.2024-11-13+json",
  );
  let two: string | undefined;
  await until(async () => {
    const path = `${of()}/flexClusters/Two`;
    two = (await ask("GET", path, undefined, "application/vnd.atlas.2024-11-13+json")).connectionStrings
      ?.standard;
    return two !== undefined;
  });
  equal(two, one);
});

test("a gate without a deployment, or where nobody can listen, is refused in a sentence", async () => {
  await rejects(createAnteroom({ gate: "127.0.0.1" }), {
    message: "--gate needs --deployment as well: the database that it stands before",
  });
  await rejects(
    createAnteroom({ gate: "192.0.2.1", deployment: "mongodb://root:secret@127.0.0.1:1/" }),
    /--gate 192\.0\.2\.1: this machine cannot listen there \(.*\); give one of its own addresses, or 0\.0\.0\.0 for all/,
  );
  const { code, stderr } = await anteroom(["dev", "--memory", "--port", "0", "--gate", "127.0.0.1"]);
  deepEqual([code, stderr.trim().split("\n").length], [2, 1]);
});

test("a user logs in through the gate as soon as its address is listed", {
  skip: noDeployment,
}, async (t) => {
  const database = await startDeployment(t);
  const { ask, connectionOf } = await startBehind(t, database.url);
  await ask("POST", `${of()}/clusters`, cluster("Main"), newest);
  const user = { username: "app", password: "a passphrase", databaseName: "admin" };
  await ask("POST", `${of()}/databaseUsers`, {
    ...user,
    roles: [{ roleName: "readWrite", databaseName: "sales" }],
  });
  const url = await connectionOf("Main");
  await rejects(letsIn(url, "app", "a passphrase"), /Server selection timed out|connection .* closed/);
  await ask("POST", `${of()}/accessList`, [{ ipAddress: "127.0.0.1" }]);
  await until(() => letsIn(url, "app", "a passphrase"));
  equal(await letsIn(url, "app", "another one"), false);
});
