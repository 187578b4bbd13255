// Follows the Dockerfile without an engine: performs its steps in clean folders, adds up its layers, and starts the result as the
// image would, as its user, with nothing but its data to write to. Says each line; 1 if one does not hold.
import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { readDockerfile, readIgnore, stepsOf, variablesOf } from "./dockerfile.mjs";
import { freePort } from "./postgres-server.mjs";
import { say, sayOf } from "./say.mjs";
import { awaitReady, installTools, run, temporaryFolder } from "./shared.mjs";

const mostBytes = 200_000_000;

/**
 * The base, where no engine can ask for it: what Debian's packages in gcr.io/distroless/cc-debian13 are when installed, as their
 * Installed-Size says, in kB, with the documents that distroless leaves out. Those of Debian 12, where a package has grown rounded up.
 */
const base = {
  "base-files": 350,
  "ca-certificates": 400,
  "gcc-14-base": 100,
  libc6: 13_500,
  "libgcc-s1": 200,
  libgomp1: 350,
  libssl3t64: 9_000,
  "libstdc++6": 2_800,
  libzstd1: 850,
  "media-types": 100,
  netbase: 40,
  tzdata: 2_600,
  "tzdata-legacy": 1_400,
};

const place = temporaryFolder("image");
// The user of the image must get to it.
fs.chmodSync(place, 0o755);

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  fs
    .readdirSync(folder, { recursive: true })
    .map((path) => join(folder, String(path)))
    .filter((path) => !fs.lstatSync(path).isDirectory());
/** @param {readonly string[]} files */
const bytesOf = (files) => files.reduce((sum, file) => sum + fs.lstatSync(file).size, 0);
/** @param {number} bytes */
const inMB = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

const [build, image, ...more] = readDockerfile(fs.readFileSync("Dockerfile", "utf8"));
if (build === undefined || image === undefined || more.length > 0) throw new Error("expected two stages");

// Node as the first stage has it: the binary that nodejs.org releases, which npm brings as well.
const release = /^node:([\d.]+)-/.exec(build.image)?.[1];
const root = join(place, "build");
const bin = join(root, "usr/local/bin");
fs.mkdirSync(bin, { recursive: true });
const tools = join(place, "tools");
installTools(tools, [`node@${release}`]);
fs.cpSync(join(tools, "node_modules/node/bin/node"), join(bin, "node"));

const { takes } = readIgnore(fs.readFileSync(".dockerignore", "utf8"));
let folder = root;
for (const { keyword, text, words } of build.steps) {
  if (keyword === "WORKDIR") fs.mkdirSync((folder = join(root, text)), { recursive: true });
  else if (keyword === "COPY") {
    const to = words.at(-1) ?? "";
    for (const from of words.slice(0, -1)) {
      const target = to.endsWith("/") ? join(folder, to, basename(from)) : join(folder, to);
      fs.cpSync(from, target, {
        recursive: true,
        filter: (path) => fs.lstatSync(path).isDirectory() || takes(relative(".", resolve(path))),
      });
      if (!fs.existsSync(target)) {
        throw new Error(`COPY ${text}: .dockerignore keeps ${from} from the engine`);
      }
    }
  } else if (keyword === "RUN") {
    const env = { PATH: `${bin}:${process.env.PATH}`, NODE_OPTIONS: "" };
    const ran = run(folder, "sh", ["-c", text], env);
    sayOf(`RUN ${text.replace(/\s+/g, " ").slice(0, 60)} …`, ran);
    if (!ran.ok) process.exit(1);
  } else throw new Error(`${keyword} in the first stage is not understood here`);
}

// The second stage: a layer each.
const inside = join(place, "image");
fs.mkdirSync(inside);
let sum = Object.values(base).reduce((all, kB) => all + kB * 1024, 0);
console.log(`             ${image.image}: at most ${inMB(sum)}`);
for (const { flags, words } of stepsOf(image, "COPY")) {
  if (flags.from !== build.name) throw new Error(`COPY of ${flags.from} is not understood here`);
  const before = bytesOf(filesIn(inside));
  const to = words.at(-1) ?? "";
  for (const from of words.slice(0, -1)) {
    const target = to.endsWith("/") ? join(inside, to, basename(from)) : join(inside, to);
    fs.cpSync(join(root, from), target, { recursive: true, verbatimSymlinks: true });
  }
  const layer = bytesOf(filesIn(inside)) - before;
  sum += layer;
  console.log(`             ${to}: ${inMB(layer)}`);
}
say(`the image is less than ${mostBytes / 1e6} MB`, sum < mostBytes, inMB(sum));

const program = filesIn(inside).map((file) => relative(inside, file));
say(
  "no sources, tests, maps or data of a clone are in it",
  !program.some((file) =>
    /anteroom\/(src|scripts|test|data)\/|\.map$|\.env$/.test(file.replace(/node_modules.*/, "")),
  ),
);
say("the driver of deployments is in it", program.includes("opt/anteroom/node_modules/mongodb/package.json"));
say(
  "code that was compiled for its Node is in it",
  program.some((file) => /dist\/program-v\d+.*\.code$/.test(file)),
);

// Starting it. Paths of the image are below `inside`.
const [user = 0, group = 0] = (stepsOf(image, "USER")[0]?.text ?? "").split(":").map(Number);
say("its user is a number other than that of root", user > 0 && group > 0, user);
const data = variablesOf(image).ANTEROOM_DATA ?? "";
const isRoot = process.getuid?.() === 0;
const mode = fs.lstatSync(join(inside, data)).mode & 0o777;
say("the volume is for its user alone", mode === 0o700, mode.toString(8));
spawnSync("chmod", ["-R", "a-w", inside]);
fs.chmodSync(join(inside, data), mode);
if (isRoot) fs.chownSync(join(inside, data), user, group);
/** @param {string} word */
const here = (word) => (word.startsWith("/") ? join(inside, word) : word);
const port = String(await freePort());
const given = Object.entries(variablesOf(image)).map(([name, value = ""]) => [name, here(value)]);
/**
 * Returns the environment of the container: the image's variables and those given, and a PATH without a shell.
 * @param {Record<string, string>} env
 */
const surroundings = (env) => ({
  PATH: join(inside, "usr/local/bin"),
  ...Object.fromEntries(given),
  ANTEROOM_PORT: port,
  ...env,
});
/** The command with which the user of the image runs words of the Dockerfile. @param {readonly string[]} words @returns {[string, string[]]} */
function asUser([first = "", ...rest]) {
  const command = [join(inside, "usr/local/bin", first), ...rest.map(here)];
  const ids = ["--reuid", String(user), "--regid", String(group), "--clear-groups", "--no-new-privs"];
  const [program = "", ...args] = isRoot ? ["/usr/bin/setpriv", ...ids, ...command] : command;
  return [program, args];
}
const entry = stepsOf(image, "ENTRYPOINT")[0]?.words ?? [];
const usual = stepsOf(image, "CMD")[0]?.words ?? [];
const healthcheck = stepsOf(image, "HEALTHCHECK")[0]?.words ?? [];
/** @param {Record<string, string>} [env] */
const isHealthy = (env = {}) => {
  const [command, args] = asUser(healthcheck);
  return spawnSync(command, args, { env: surroundings(env), cwd: "/" }).status === 0;
};

/** @param {readonly string[]} words @param {Record<string, string>} env */
function start(words, env) {
  const [command, args] = asUser([...entry, ...words]);
  return awaitReady(spawn(command, args, { env: surroundings(env), cwd: "/" }), 30_000);
}

const open = await start(usual, {});
const refusal = /set ANTEROOM_CONTROL_TOKEN/.test(open.said());
say("without variables it says what to set", !open.isReady && refusal, refusal ? "" : open.said());
say("and is not healthy", !isHealthy());

const token = "0123456789abcdef0123456789abcdef";
const seed = JSON.stringify({ orgs: [{ name: "Acme" }] });
const guarded = { ANTEROOM_CONTROL_TOKEN: token };
/** @type {readonly (readonly [string, readonly string[], Record<string, string>])[]} */
const ways = [
  ["with a control token and a seed", usual, { ...guarded, ANTEROOM_SEED_TEXT: seed, ANTEROOM_MEMORY: "1" }],
  ["with its data in the volume", usual, { ...guarded, ANTEROOM_DATA: join(inside, data, "dev") }],
  ["as `serve`, with a secret", ["serve"], { ANTEROOM_SECRET: "9f1c5e7a3b2d4f6081a2c3e4f5061728" }],
];
for (const [what, words, env] of ways) {
  const server = await start(words, env);
  say(`${what} it starts as its user`, server.isReady, server.isReady ? "" : server.said());
  if (!server.isReady) continue;
  say("    its HEALTHCHECK says that it is healthy", isHealthy());
  const code = await server.stop();
  say("    SIGTERM ends it with 0", code === 0, code === 0 ? "" : `${code} ${server.said()}`);
}
const written = filesIn(inside).filter((file) => !program.includes(relative(inside, file)));
const elsewhere = written.filter((file) => !file.startsWith(`${join(inside, data)}/`));
say("the store is in the volume", fs.existsSync(join(inside, data, "anteroom.sqlite")));
say("nothing was written anywhere else", elsewhere.length === 0, elsewhere);
