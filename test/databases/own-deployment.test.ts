// `--deployment auto`: a database of the server's own, which ends with it, and is found again after a kill.
import { deepEqual, equal, match, notEqual, ok, rejects } from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type TestContext, test } from "node:test";
import { AtlasClient } from "../../src/client/client.ts";
import { findProgram, isAlive, worksIn } from "../../src/databases/deployments/programs.ts";
import { demoGroupId } from "../../src/testing/seed/demo.ts";
import { startProcess } from "../support/process.ts";
import { createFolder } from "../support/storage.ts";
import { until } from "../support/until.ts";
import { letsIn, noDeployment, program } from "./support/deployment.ts";

/** A PATH with a database on it. */
function pathWith(t: TestContext): string {
  const folder = createFolder(t);
  symlinkSync(program.path, join(folder, program.name));
  return [folder, process.env.PATH].join(delimiter);
}

const credentialsIn = (data: string) => JSON.parse(readFileSync(join(data, "credentials.json"), "utf8"));

test("a server starts the database of the PATH, and ends it", { skip: noDeployment }, async (t) => {
  const data = join(createFolder(t), "data");
  const PATH = pathWith(t);
  const start = () =>
    startProcess(t, ["dev", "--port", "0", "--data", data, "--deployment", "auto"], { PATH });
  const kept = () => JSON.parse(readFileSync(join(data, "deployment", "server.json"), "utf8"));
  let server = await start();
  equal(statSync(join(data, "deployment", "server.json")).mode & 0o777, 0o600);
  const first = kept();
  ok(worksIn(first.pid, data));
  t.after(() => isAlive(first.pid) && process.kill(first.pid, "SIGKILL"));
  const line = readFileSync(`/proc/${first.pid}/cmdline`, "utf8");
  ok(!line.includes(first.password));
  const { apiKey } = credentialsIn(data);
  const client = () => new AtlasClient({ baseUrl: server.url, ...apiKey });
  const groupId = demoGroupId;
  await client().createGroupFlexCluster({
    groupId,
    body: { name: "main", providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" } },
  });
  const userOf = (username: string) => ({
    groupId,
    body: {
      groupId,
      username,
      password: `password-of-${username}`,
      databaseName: "admin" as const,
      roles: [{ roleName: "readWrite", databaseName: "sales" }],
    },
  });
  const logsIn = (name: string) => letsIn(`mongodb://127.0.0.1:${kept().port}/`, name, `password-of-${name}`);
  await client().createGroupDatabaseUser(userOf("one"));
  await until(() => logsIn("one"));

  // Killed, it leaves the database behind, which the next one takes over.
  await server.kill();
  ok(worksIn(first.pid, data));
  server = await start();
  deepEqual([kept().pid, kept().port], [first.pid, first.port]);
  await client().createGroupDatabaseUser(userOf("two"));
  await until(() => logsIn("two"));
  equal(await server.stop(), 0);
  await until(() => !isAlive(first.pid));

  server = await start();
  notEqual(kept().pid, first.pid);
  deepEqual([kept().port, kept().password], [first.port, first.password]);
  equal(await logsIn("one"), true);
  equal(await server.stop(), 0);
  await until(() => !isAlive(kept().pid));
});

test("a world in memory takes its database along", { skip: noDeployment }, async (t) => {
  const PATH = pathWith(t);
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith("anteroom-deployment-"));
  const before = folders();
  const server = await startProcess(t, ["dev", "--port", "0", "--memory", "--deployment", "auto"], { PATH });
  const [own = ""] = folders().filter((name) => !before.includes(name));
  const { pid } = JSON.parse(readFileSync(join(tmpdir(), own, "server.json"), "utf8"));
  ok(isAlive(pid));
  // What a killed one leaves behind, the next one clears away.
  await server.kill();
  ok(isAlive(pid) && existsSync(join(tmpdir(), own)));
  const next = await startProcess(t, ["dev", "--port", "0", "--memory", "--deployment", "auto"], { PATH });
  ok(!isAlive(pid) && !existsSync(join(tmpdir(), own)));
  equal(await next.stop(), 0);
  deepEqual(
    folders().filter((name) => !before.includes(name)),
    [],
  );
});

test("without a program on the PATH it is refused, and mongod comes before ferretdb", async (t) => {
  const empty = createFolder(t);
  mkdirSync(join(empty, "mongod"));
  equal(findProgram(empty), undefined);
  const folder = createFolder(t);
  for (const name of ["ferretdb", "mongod"]) symlinkSync(process.execPath, join(folder, name));
  equal(findProgram(`${empty}${delimiter}${folder}`)?.name, "mongod");
  await rejects(
    startProcess(t, ["dev", "--port", "0", "--memory", "--deployment", "auto"], { PATH: empty }),
    (reason: Error) => {
      match(reason.message, /--deployment auto: none of mongod, ferretdb is on the PATH/);
      return true;
    },
  );
});
