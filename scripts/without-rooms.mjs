// Proves that each room of src/server/rooms.ts can be removed: in a copy without its folder, its tests and its line, the types are right,
// the linter finds nothing, the package is built and the tests of the fast suite pass. Usage: node scripts/without-rooms.mjs [ROOM ...]
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { sayOf } from "./say.mjs";
import { temporaryFolder } from "./shared.mjs";

const place = "src/server/rooms.ts";
const text = readFileSync(place, "utf8");
const rooms = [...text.matchAll(/^export .* from "\.\.\/(\w+)\/room\.ts";$/gm)].map(([, room = ""]) => room);

/** The tests of documents and of the folders that mutation names, which go on naming the room. */
const naming = [
  "test/derived.test.ts",
  "test/guides-facts.test.ts",
  "test/mutation/targets.test.ts",
  "test/security-facts.test.ts",
  "test/security-inventory.test.ts",
];

/** The commands, each with the minutes that it may take on a busy machine. @type {readonly (readonly [minutes: number, command: string, ...args: string[]])[]} */
const proofs = [
  [5, "npx", "tsc", "--singleThreaded"],
  [5, "npx", "biome", "check", "."],
  // Refusals are proven by the tests that are left.
  [60, "npm", "test", "--", "--prove"],
];

/** @param {string} cwd @param {number} minutes @param {string} command @param {string[]} args */
function run(cwd, minutes, command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    timeout: minutes * 60_000,
    maxBuffer: 2 ** 28,
  });
  return { ok: status === 0, out: stdout ?? "", said: `${stdout ?? ""}${stderr ?? ""}` };
}

/** Copies the files that Git knows, without those of the room, into a repository of its own: tests ask Git which files there are. @param {string} room */
function copyWithout(room) {
  const folder = temporaryFolder(`without-${room}`);
  const { out } = run(".", 1, "git", ["ls-files", "-z"]);
  const isOfRoom = new RegExp(`^(src|test|scripts)/(.*/)?${room}/`);
  for (const path of out.split("\0")) {
    if (path === "" || isOfRoom.test(path) || naming.includes(path)) continue;
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(path, join(folder, path), { recursive: true });
  }
  const line = new RegExp(`^.*"\\.\\./${room}/room\\.ts".*\\n`, "m");
  writeFileSync(join(folder, place), text.replace(line, ""));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  run(folder, 1, "git", ["init", "--quiet"]);
  writeFileSync(join(folder, ".git/info/exclude"), "node_modules\n");
  run(folder, 1, "git", ["add", "--all"]);
  const author = ["-c", "user.name=copy", "-c", "user.email=copy@example.com"];
  run(folder, 1, "git", [...author, "commit", "--quiet", "--message", `without ${room}`]);
  return folder;
}

for (const room of process.argv.length > 2 ? process.argv.slice(2) : rooms) {
  const folder = copyWithout(room);
  for (const [minutes, command, ...args] of proofs) {
    sayOf(`without ${room}: ${command} ${args.join(" ")}`, run(folder, minutes, command, args));
  }
}
