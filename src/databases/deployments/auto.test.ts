// Tests of a database of our own: its start, its administrator, and what happens when it ends by itself.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { type TestContext, test } from "node:test";
import { noDeployment, program } from "../../../test/databases/support/deployment.ts";
import { createFakeMongodb } from "../../../test/databases/support/fake-mongodb.ts";
import { createFolder } from "../../../test/support/storage.ts";
import { until } from "../../../test/support/until.ts";
import { makeAdmin, startAuto } from "./auto.ts";
import { openMongodb } from "./mongodb.ts";
import { findProgram, isAlive } from "./programs.ts";

const quiet = { warn() {} };
const pidIn = (folder: string): number => JSON.parse(readFileSync(join(folder, "server.json"), "utf8")).pid;

test("it is made without credentials, once, and while mongod is not up yet it is no error", async () => {
  const fake = createFakeMongodb();
  const opened: string[] = [];
  const open: typeof fake.open = (url) => {
    opened.push(url);
    return fake.open(url);
  };
  const making = { open, port: 27_117, password: "password-of-admin" };
  fake.isAway = true;
  await makeAdmin(making);
  fake.isAway = false;
  await makeAdmin(making);
  await makeAdmin({ ...making, password: "another-password" });
  deepEqual(new Set(opened), new Set(["mongodb://127.0.0.1:27117/?directConnection=true"]));
  deepEqual(
    [...fake.users],
    [
      [
        "anteroom",
        { pwd: "password-of-admin", roles: [{ role: "root", db: "admin" }], customData: undefined },
      ],
    ],
  );
});

test("a database whose password is lost is not waited for", async (t) => {
  const folder = createFolder(t);
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "data", "admin.sqlite"), "");
  const program = { name: "ferretdb", path: "/nowhere" } as const;
  const parts = { folder, open: createFakeMongodb().open, mintPassword: () => "secret", program, log: quiet };
  await rejects(startAuto(parts), { message: /server\.json has the password .* put it back, or delete/ });
});

test("a program that ends at once or never answers is told of, with its log, and does not stay", async (t) => {
  const fake = createFakeMongodb();
  fake.isAway = true;
  for (const [script, flaw] of [
    ["#!/bin/sh\nexit 3\n", "it ended \\(exit code 3\\)"],
    ["#!/bin/sh\nkill -9 $$\n", "it ended \\(SIGKILL\\)"],
    ["#!/bin/sh\nwhile :; do sleep 0.1; done\n", "it does not answer within 1 s"],
    ["#!/nowhere\n", "it ended \\(spawn .* ENOENT\\)"],
  ] as const) {
    const folder = createFolder(t);
    const path = join(createFolder(t), "mongod");
    writeFileSync(path, script, { mode: 0o755 });
    const parts = { folder, open: fake.open, mintPassword: () => "secret", log: quiet, patience: 1_000 };
    const begun = performance.now();
    await rejects(startAuto({ ...parts, program: { name: "mongod", path } }), {
      message: new RegExp(`auto: ${path} did not start: ${flaw}; its log is ${join(folder, "mongod.log")}$`),
    });
    ok(performance.now() - begun < 3_000);
    const pid = pidIn(folder);
    ok(pid === 0 || !isAlive(pid));
  }
});

/** Creates the folder that a killed world in memory leaves, with a process that looks like its database. */
function leaveBehind(t: TestContext, place: string) {
  const left = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", place], { stdio: "ignore" });
  t.after(() => {
    left.kill("SIGKILL");
    rmSync(place, { recursive: true, force: true });
  });
  const kept = { port: 1, password: "secret", pid: left.pid, owner: 2 ** 22 + 1 };
  writeFileSync(join(place, "server.json"), JSON.stringify(kept));
  return left;
}

test("only what a killed world of this user left is ended and removed", {
  skip: process.platform === "win32" && "SKIPPED: no owners of files",
}, async (t) => {
  const make = () => mkdtempSync(join(tmpdir(), "anteroom-deployment-"));
  const [own, open, linked, foreign] = [make(), make(), createFolder(t), make()];
  const link = `${own}-link`;
  symlinkSync(linked, link);
  t.after(() => rmSync(link, { force: true }));
  const left = new Map([own, open, linked, foreign].map((place) => [place, leaveBehind(t, place)]));
  chmodSync(open, 0o755);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(foreign, 65_534, 65_534);
  const program = { name: "ferretdb", path: "/nowhere" } as const;
  const parts = { folder: null, open: createFakeMongodb().open, mintPassword: () => "secret", log: quiet };
  await rejects(startAuto({ ...parts, program }), { message: /did not start/ });
  await until(() => left.get(own)?.signalCode === "SIGTERM");
  equal(existsSync(own), false);
  for (const place of [open, linked, ...(isRoot ? [foreign] : [])]) {
    ok(existsSync(place) && left.get(place)?.signalCode === null && left.get(place)?.exitCode === null);
  }
});

test("a folder of a relative PATH is found from anywhere", (t) => {
  const folder = createFolder(t);
  const path = join(folder, "ferretdb");
  writeFileSync(path, "", { mode: 0o755 });
  deepEqual(findProgram(relative(process.cwd(), folder)), { name: "ferretdb", path });
});

test("one that is killed is started again with what it held, in a folder of any name", {
  skip: noDeployment,
}, async (t) => {
  const folder = join(createFolder(t), "a#b?c%25d [e");
  const told: string[] = [];
  const log = { warn: (_: object, words?: string) => void told.push(String(words)) };
  const parts = { folder, open: openMongodb, mintPassword: () => "secret", program, log, restartEvery: 300 };
  const start = async () => {
    const own = await startAuto(parts);
    t.after(() => own.close());
    return own;
  };
  const run = async (url: string, command: object) => {
    const deployment = await openMongodb(url);
    return deployment.run(command as never).finally(() => deployment.close());
  };
  const own = await start();
  await run(own.url, { createUser: "app", pwd: "password-of-app", roles: [] });
  const first = pidIn(folder);
  process.kill(first, "SIGKILL");
  await until(() => pidIn(folder) !== first);
  match(JSON.stringify(await run(own.url, { usersInfo: "app" })), /"user":"app"/);
  deepEqual(told, ["the database of auto ended (SIGKILL); it is started again"]);
  await own.close();
  equal(isAlive(pidIn(folder)), false);
  ok(readdirSync(join(folder, "data")).length > 0);
  const again = await start();
  match(JSON.stringify(await run(again.url, { usersInfo: "app" })), /"user":"app"/);
  equal(told.length, 1);
  // Its folder is removed first, which a database that still writes would make fail.
  await again.close();
});
