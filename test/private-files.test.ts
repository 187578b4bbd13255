// Tests that only their owner can read the files of Anteroom, whatever the umask, also in a folder that existed before.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { makePrivateFolder } from "../src/core/private-files.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { root } from "./support/command.ts";
import { startProcess } from "./support/process.ts";
import { createFolder } from "./support/storage.ts";
import { seed } from "./support/world.ts";

const securityPage = readFileSync(join(root, "docs/security.md"), "utf8");

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

const modesIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]));

/** Starts a server under the most open umask, as a container or a unit may have it. */
async function startOpen(t: TestContext, args: readonly string[]) {
  const umask = process.umask(0);
  t.after(() => process.umask(umask));
  try {
    return await startProcess(t, args, { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" });
  } finally {
    process.umask(umask);
  }
}

for (const command of ["serve", "dev"]) {
  test(`files that ${command} makes are 600, and its folder 700`, async (t) => {
    const data = join(createFolder(t), "deep", "data");
    await startOpen(t, [command, "--data", data, "--port", "0"]);
    const beside = ["lock", "server", "shm", "wal"].map((end) => `anteroom.sqlite-${end}`);
    const files = ["anteroom.sqlite", ...beside];
    const all = command === "dev" ? [".gitignore", ...files, "credentials.json"] : files;
    deepEqual(modesIn(data), Object.fromEntries(all.map((name) => [name, "600"])));
    equal(modeOf(data), "700");
  });
}

test("docs/security.md names each, and says what Windows makes of their modes", async (t) => {
  const data = join(createFolder(t), "data");
  await startOpen(t, ["dev", "--data", data, "--port", "0", "--tls"]);
  const [, section = ""] = /\n### Private files\n([\s\S]*?)\n## /.exec(securityPage) ?? [];
  const kept = Object.entries(modesIn(data)).flatMap(([name, mode]) => (mode === "600" ? [name] : []));
  const beside = ["-lock", "-server", "-shm", "-wal"].map((end) => `anteroom.sqlite${end}`);
  const named = ["credentials.json", "tls-cert.pem", "tls-key.pem"];
  deepEqual(kept.sort(), [".gitignore", "anteroom.sqlite", ...beside, ...named]);
  for (const name of kept) ok(section.includes(`\`${name}\``), name);
  deepEqual(readFileSync(join(data, "anteroom.sqlite-lock"), "utf8"), "");
  const server = JSON.parse(readFileSync(join(data, "anteroom.sqlite-server"), "utf8"));
  deepEqual(Object.keys(server), ["pid", "host", "since"]);
  match(section, /On Windows these modes mean nothing[\s\S]*icacls /);
});

test("in a folder that was there its files are 600 too, and the start says that the folder is open", async (t) => {
  const data = createFolder(t);
  chmodSync(data, 0o755);
  writeFileSync(join(data, "notes.txt"), "of somebody else", { mode: 0o644 });
  const server = await startOpen(t, ["serve", "--data", data, "--port", "0"]);
  deepEqual(modesIn(data), {
    "anteroom.sqlite": "600",
    "anteroom.sqlite-lock": "600",
    "anteroom.sqlite-server": "600",
    "anteroom.sqlite-shm": "600",
    "anteroom.sqlite-wal": "600",
    "notes.txt": "644",
  });
  equal(modeOf(data), "755");
  match(server.before, new RegExp(`the data folder ${data} is open to others \\(mode 755\\)`));
});

test("files of an older Anteroom are closed at the start, which says so", async (t) => {
  const data = join(createFolder(t), "data");
  mkdirSync(data, { mode: 0o700 });
  await (await createAnteroom({ data, seed, secret: "8f5d1ce07a93b264e1f0957c3ab8d642" })).close();
  chmodSync(join(data, "anteroom.sqlite"), 0o644);
  const server = await startOpen(t, ["serve", "--data", data, "--port", "0"]);
  equal(modeOf(join(data, "anteroom.sqlite")), "600");
  match(server.before, /anteroom\.sqlite was open to others \(mode 644\); it is 600 now/);
});

test("a folder is made with those above it, closed to others; one that is there keeps its mode", async (t) => {
  const place = createFolder(t);
  const path = join(place, "a/b/c");
  await Promise.all([makePrivateFolder(path), makePrivateFolder(path)]);
  const modes = () => ["a", "a/b", "a/b/c"].map((name) => statSync(join(place, name)).mode & 0o777);
  if (process.platform !== "win32") deepEqual(modes(), [0o700, 0o700, 0o700]);
  await makePrivateFolder(join(place, "a/b"));
  const before = statSync(place).mode;
  await makePrivateFolder(place);
  equal(statSync(place).mode, before);
});

test("what cannot be a folder is refused with its name, and not asked for over and over", async (t) => {
  const file = join(createFolder(t), "file");
  writeFileSync(file, "");
  for (const path of [
    file,
    join(file, "below"),
    ...(existsSync("/proc/self") ? ["/proc/x", "/proc/x/y"] : []),
  ]) {
    await rejects(makePrivateFolder(path), ({ message }: Error) =>
      message.startsWith(`the folder ${path} cannot be made: `),
    );
  }
});
