// Packs the package, installs it as people do, and checks what it promises whoever installs it: where it runs, how much it brings,
// and its types. Says each line; 1 if one does not hold. Figures that depend on the machine are only printed.
import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { gzipSync } from "node:zlib";
import { parse } from "yaml";
import { checkFixtures } from "./check-fixtures.mjs";
import { say, sayOf } from "./say.mjs";
import { awaitReady, installTools, quietly, run, temporaryFolder } from "./shared.mjs";

const most = {
  tarballKB: 1200,
  packages: 65,
  installedMB: 50,
  clientBytesPerOperation: 32,
  declarationsKBPerOperation: 1.5,
};

const place = temporaryFolder("package");

/** @param {string} name @param {Record<string, string>} files */
function project(name, files = {}) {
  const folder = join(place, name);
  mkdirSync(folder);
  const manifest = JSON.stringify({ name, private: true, type: "module" });
  for (const [file, text] of Object.entries({ "package.json": manifest, ...files })) {
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** @param {string} folder @returns {number} */
const sizeOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .reduce((sum, each) => sum + statSync(join(each.parentPath, each.name)).size, 0);

// What it weighs.
const release = join(place, "release");
const packing = run(".", "bash", [".ci/pack", release]);
if (!packing.ok) throw new Error(`it cannot be packed: ${packing.said}`);
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const tarball = join(release, `${manifest.name}-${manifest.version}.tgz`);
const kilobytes = Math.round(statSync(tarball).size / 1000);
const files = run(".", "tar", ["--list", "--file", tarball])
  .out.trim()
  .split("\n")
  .map((path) => path.replace("package/", ""));
say(`tarball of at most ${most.tarballKB} kB`, kilobytes <= most.tarballKB, `${kilobytes} kB`);
say("no source maps", !files.some((path) => path.endsWith(".map")));

// What the checks run with, none of it known to the projects that are checked.
const tools = join(place, "tools");
installTools(tools, [
  "node20@npm:node@20",
  "node22@npm:node@22",
  "node24@npm:node@24",
  "pnpm@10",
  "typescript@5.9",
  "vite@7",
  "webpack@5",
  "webpack-cli@6",
  "@sinonjs/fake-timers@15",
  "@arethetypeswrong/cli@0.18",
  "vscode-jsonrpc@8",
]);
/** @param {string} name */
const tool = (name) => join(tools, "node_modules", name);
/** @type {Record<string, string>} */
const nodes = Object.fromEntries(
  ["20", "22", "24"].map((major) => [major, join(tool(`node${major}`), "bin/node")]),
);

// Where it runs.
const use = `import { inspect } from "node:util";
import { createAnteroom } from "atlas-anteroom";
import { AtlasClient, AtlasError } from "atlas-anteroom/client";
const apiKeys = [{ publicKey: "abcdefgh", privateKey: "00000000-0000-4000-8000-000000000001", roles: ["ORG_OWNER"] }];
const anteroom = await createAnteroom({ seed: { orgs: [{ name: "Acme", apiKeys }] } });
`;
const inside = `const { results: [org] } = await anteroom.atlas.listOrgs();
const group = await anteroom.atlas.createGroup({ body: { name: "payments", orgId: org.id } });
const health = await anteroom.fetch("/healthz");
if (group.orgId !== org.id || (await health.json()).status !== "ok") throw new Error("not what was asked for inside");
anteroom.clock.set({ now: "2027-07-02" });
const gone = await anteroom.atlas.listGroupInvites({ groupId: group.id }).catch((reason) => reason);
if (gone.status !== 410) throw new Error("not gone, but " + inspect(gone));
`;
const calls = `const client = new AtlasClient({ baseUrl: anteroom.url, ...apiKeys[0] });
const { results } = await client.listOrgs();
const missing = await client.getOrg({ orgId: "0".repeat(24) }).catch((reason) => reason);
await anteroom.reset();
await anteroom.close();
if (!(missing instanceof AtlasError) || results[0].name !== "Acme") throw new Error("not what was asked for");
if (!/^\\[?AtlasError: getOrg: 404 /.test(inspect(missing))) throw new Error("printed as " + inspect(missing));
`;
const faked = `import FakeTimers from ${JSON.stringify(join(tool("@sinonjs/fake-timers"), "src/fake-timers-src.js"))};
const toFake = ["Date", "setTimeout", "setInterval", "setImmediate", "clearTimeout", "clearInterval", "clearImmediate", "performance", "hrtime"];
FakeTimers.install({ toFake });
`;
const program = {
  "use.mjs": use + inside + calls,
  // Deno opens no socket within a call, so that `url` cannot be what opens it.
  "inside.mjs": `${use}${inside}await anteroom.close();`,
  "listening.mjs": use.replace("{ seed:", "{ port: 0, seed:") + inside + calls,
  "faked.mjs": use.replace(/(?=const apiKeys)/, faked) + calls,
  "intercepted.mjs": `import https from "node:https";
import { createAnteroom } from "atlas-anteroom";
import { AtlasClient } from "atlas-anteroom/client";
import { intercept } from "atlas-anteroom/intercept";
const anteroom = await createAnteroom();
const stop = intercept(anteroom);
const { totalCount } = await new AtlasClient({ ...anteroom.world.keys.demonstration }).listOrgs();
const refused = await fetch("https://example.com/").catch(({ cause }) => cause.code);
const status = "Deno" in globalThis ? 200 : await new Promise((resolve, reject) =>
  https.get("https://cloud.mongodb.com/healthz", (answer) => resolve(answer.resume().statusCode)).on("error", reject));
stop();
await anteroom.close();
if (totalCount !== 1 || refused !== "ERR_FOREIGN_ORIGIN" || status !== 200) throw new Error([totalCount, refused, status].join());`,
  "use.cjs": `for (const name of ["atlas-anteroom", "atlas-anteroom/client", "atlas-anteroom/controls", "atlas-anteroom/intercept", "atlas-anteroom/package.json"]) require(name);`,
  "refused.mjs": `import { createAnteroom } from "atlas-anteroom";
await createAnteroom({ seed: { orgs: [{ name: 1 }] } });`,
  "unknown.mjs": `import { createAnteroom } from "atlas-anteroom";
await createAnteroom({ sed: {} }).then(() => process.exit(1), ({ message }) => console.log(message));`,
};
const withNpm = project("with-npm", program);
const npm = run(withNpm, "npm", ["install", tarball, "--no-audit", "--no-fund"]);
say(
  "npm installs it without a warning",
  npm.ok && !/warn/i.test(npm.said),
  npm.said.match(/.*warn.*/gi)?.[0] ?? "",
);
const packages = run(withNpm, "npm", ["ls", "--all", "--parseable"]).out.trim().split("\n").length - 1;
say(`at most ${most.packages} packages`, packages <= most.packages, packages);
const withPnpm = project("with-pnpm", program);
const pnpm = run(withPnpm, process.execPath, [join(tool("pnpm"), "bin/pnpm.cjs"), "add", tarball]);
sayOf("pnpm installs it", pnpm);

let installed = "";
for (const [major, node] of Object.entries(nodes)) {
  for (const [name, folder] of [
    ["npm", withNpm],
    ["pnpm", withPnpm],
  ]) {
    const used = run(/** @type {string} */ (folder), node, ["use.mjs"]);
    if (major === "20") {
      const sentence = /Node 20\S+ needs better-sqlite3 beside Anteroom: run `(npm install \S+)`/.exec(
        used.said,
      );
      say(`${name}, Node 20: a sentence says what to install`, !used.ok && sentence !== null, used.said);
      installed = sentence?.[1] ?? "";
    } else {
      say(`${name}, Node ${major}: it serves`, used.ok && used.said === "", used.said);
    }
  }
}
// The command of that sentence, with the binary that this clone's own installation compiled, on a Node that needs it.
const binary = "node_modules/better-sqlite3/build/Release/better_sqlite3.node";
if (existsSync(binary)) {
  const [command = "", ...args] = installed.split(" ");
  sayOf(`\`${installed}\``, run(withNpm, command, [...args, "--ignore-scripts", "--no-audit", "--no-fund"]));
  mkdirSync(join(withNpm, "node_modules/better-sqlite3/build/Release"), { recursive: true });
  cpSync(resolve(binary), join(withNpm, binary));
} else console.log("SKIPPED      better-sqlite3: this clone's Node needs none");
const megabytes = Math.round(sizeOf(join(withNpm, "node_modules")) / 1e6);
say(`at most ${most.installedMB} MB installed`, megabytes <= most.installedMB, `${megabytes} MB`);
for (const [major, node] of [["of this clone", process.execPath], ...Object.entries(nodes).slice(1)]) {
  const used = run(withNpm, /** @type {string} */ (node), ["use.mjs"]);
  sayOf(`npm, Node ${major} with a binary for that of this clone: it serves`, used);
}
for (const [what, file] of [
  ["CommonJS takes both entries and package.json", "use.cjs"],
  ["an unknown option is refused", "unknown.mjs"],
  ["it serves while a test fakes timers", "faked.mjs"],
  ["it answers for Atlas's address", "intercepted.mjs"],
]) {
  const used = run(withNpm, process.execPath, [/** @type {string} */ (file)]);
  sayOf(/** @type {string} */ (what), used);
}
const initiated = run(withNpm, process.execPath, ["node_modules/.bin/anteroom", "init"]);
for (const node of [process.execPath, nodes["24"] ?? ""]) {
  const tested = run(withNpm, node, ["--test", "anteroom.test.mjs"]);
  const what = "what `anteroom init` writes passes, as it is";
  sayOf(`${what}, Node ${node === process.execPath ? "of this clone" : "24"}`, {
    ...tested,
    ok: initiated.ok && tested.ok,
  });
}
// Node prints the line that threw, and a line of the bundle fills the screen.
const { said: uncaught } = run(withNpm, process.execPath, ["refused.mjs"]);
say(
  "a refusal that nobody catches shows the caller's line, and says what is wrong",
  /refused\.mjs:2\nawait createAnteroom\(.*\n\s*\^\n\nSeedError: The seed cannot be planted:\n {2}- orgs\.0\.name/.test(
    uncaught,
  ) && !uncaught.includes("program.cjs"),
  uncaught.slice(0, 400),
);
for (const [name, wanted, programs, begin] of /** @type {const} */ ([
  [
    "Deno",
    "deno@2",
    ["inside.mjs", "listening.mjs", "intercepted.mjs"],
    (/** @type {string} */ file) => [process.execPath, join(tool("deno"), "bin.cjs"), "run", "-A", file],
  ],
  [
    "Bun",
    "bun@1",
    ["inside.mjs", "listening.mjs", "use.mjs", "intercepted.mjs"],
    (/** @type {string} */ file) => [join(tool("bun"), "bin/bun.exe"), file],
  ],
])) {
  const got = run(tools, "npm", [...quietly, wanted]);
  if (!got.ok) {
    console.log(`SKIPPED      ${name}: the npm package cannot be installed: ${got.said.trim()}`);
    continue;
  }
  for (const file of programs) {
    const [command = "", ...args] = begin(file);
    sayOf(`${name}, on its SQLite: ${file} runs`, run(withPnpm, command, args));
  }
  if (name === "Deno") {
    const [deno = "", ...init] = begin("node_modules/atlas-anteroom/dist/main.js");
    const { said: steps } = run(withPnpm, deno, [...init, "init"]);
    const words = /deno (test .+\.mjs)/.exec(steps)?.[1]?.split(" ") ?? [];
    sayOf(
      "Deno: what `anteroom init` writes passes, as it says",
      run(withPnpm, deno, [init[0] ?? "", ...words]),
    );
    const [command = "", ...args] = begin("use.mjs");
    const { said } = run(withPnpm, command, args);
    say("Deno: url without a port says what to give", /give createAnteroom a port, 0 for any/.test(said));
  }
}
const dev = ["node_modules/atlas-anteroom/dist/main.js", "dev", "--memory", "--port", "0"];
const server = await awaitReady(spawn(process.execPath, dev, { cwd: withNpm }), 60_000);
const left = await server.stop();
say(
  "`anteroom dev` starts, and ends by SIGTERM with 0",
  server.isReady && left === 0,
  left === 0 ? "" : left,
);

// What the job that publishes runs, on this file; told that nothing is to be published, npm does all but send it.
const { jobs } = parse(readFileSync(".github/workflows/release.yml", "utf8"));
for (const { run: line } of jobs.npm.steps.filter((/** @type {{ run?: string }} */ step) => step.run)) {
  const rehearsed = run(release, "bash", ["--norc", "-euc", line], {
    npm_config_dry_run: "true",
    // `npm run --silent` hands its silence on.
    npm_config_loglevel: "notice",
    TAG: "latest",
  });
  const isSent =
    !/npm publish/.test(line) || rehearsed.said.includes(`+ ${manifest.name}@${manifest.version}`);
  sayOf(`the release can run \`${line}\``, { ...rehearsed, ok: rehearsed.ok && isSent });
}

// From a git address npm, too, has to build it.
const clone = join(place, "clone");
run(".", "git", ["clone", "--quiet", ".", clone]);
const fromGit = project("from-git", program);
const since = performance.now();
const node24Path = `${join(tool("node24"), "bin")}:${process.env.PATH}`;
const gotten = run(fromGit, "npm", ["install", `git+file://${clone}`, ...quietly.slice(1)], {
  PATH: node24Path,
});
const seconds = Math.round((performance.now() - since) / 1000);
say("npm installs it from a git address", gotten.ok, gotten.ok ? `${seconds} s` : gotten.said);
sayOf("    its modules can be imported", run(fromGit, nodes["24"] ?? "", ["use.mjs"]));
const asked = run(fromGit, "npx", ["--no", "anteroom", "--", "--version"], { PATH: node24Path });
say("    its command runs", asked.out.trim() === manifest.version, asked.said);
say("    and it has types", existsSync(join(fromGit, "node_modules", manifest.name, manifest.types)));

// The Action for GitHub, as a runner starts it: it installs this package, where scripts are off, with the runner's own Node.
const job = project("job", { ENV: "", OUTPUT: "", STATE: "" });
const runner = Object.fromEntries(
  ["ENV", "OUTPUT", "STATE"].map((name) => [`GITHUB_${name}`, join(job, name)]),
);
const node24 = { ...runner, RUNNER_TEMP: job, PATH: node24Path };
const begun = run(job, nodes["24"] ?? "", [resolve("scripts/action/start.mjs")], {
  ...node24,
  INPUT_VERSION: tarball,
  INPUT_DIGEST: readFileSync(`${tarball}.sha512`, "utf8"),
});
/** @param {string} name */
const keptBy = (name) => parseEnv(readFileSync(join(job, name), "utf8"));
const { url = "" } = keptBy("OUTPUT");
const isThere = await fetch(`${url}/readyz`).then(
  ({ ok }) => ok,
  () => false,
);
sayOf("the Action compares its digest, installs it and starts it", { ...begun, ok: begun.ok && isThere });
const states = Object.fromEntries(
  Object.entries(keptBy("STATE")).map(([name, value]) => [`STATE_${name}`, value]),
);
const over = run(job, nodes["24"] ?? "", [resolve("scripts/action/stop.mjs")], { ...node24, ...states });
const isGone = await fetch(`${url}/readyz`).then(
  () => false,
  () => true,
);
sayOf("and ends it after the job", { ...over, ok: over.ok && isGone });

for (const [what, ...words] of [
  ["the tests of the store", "src/core/store", "test/store"],
  ["backup and restore", "test/backup"],
]) {
  const forced = { ANTEROOM_TEST_SQLITE: "node:sqlite" };
  const suite = run(".", nodes["22"] ?? "", ["scripts/test.mjs", ...words], forced);
  say(`${what} pass on node:sqlite, Node 22`, suite.ok, /pass \d+/.exec(suite.said)?.[0]);
}

// The client alone.
const alone = project("alone", {
  "index.mjs": `import { AtlasClient } from "atlas-anteroom/client";\nglobalThis.atlas = new AtlasClient({ publicKey: "a", privateKey: "b" });\n`,
});
mkdirSync(join(alone, "node_modules/atlas-anteroom"), { recursive: true });
for (const part of ["package.json", "dist"]) {
  cpSync(
    join(withNpm, "node_modules/atlas-anteroom", part),
    join(alone, "node_modules/atlas-anteroom", part),
    {
      recursive: true,
    },
  );
}
/** @type {Readonly<Record<string, readonly [command: string[], args: string]>>} */
const bundlers = {
  esbuild: [
    [resolve("node_modules/esbuild/bin/esbuild")],
    "index.mjs --bundle --minify --format=esm --outfile=esbuild/out.js",
  ],
  vite: [[process.execPath, join(tool("vite"), "bin/vite.js")], "build --config vite.mjs --logLevel warn"],
  webpack: [
    [process.execPath, join(tool("webpack"), "bin/webpack.js")],
    "--mode production --entry ./index.mjs -o webpack --target web --stats errors-warnings",
  ],
};
writeFileSync(
  join(alone, "vite.mjs"),
  `export default { build: { outDir: "vite", rollupOptions: { input: "index.mjs" } } };`,
);
for (const [name, [[command = "", ...first], args]] of Object.entries(bundlers)) {
  const env = { NODE_PATH: join(tools, "node_modules") };
  const built = run(alone, command, [...first, ...args.split(" ")], env);
  say(
    `${name} bundles the client without a warning`,
    built.ok && !/warn|externalized/i.test(built.said),
    built.ok ? built.said.match(/.*(?:warn|externalized).*/i)?.[0] : built.said,
  );
}
const bundled = readFileSync(join(alone, "esbuild/out.js"));
const zipped = gzipSync(bundled, { level: 9 }).length;
const api = readFileSync(join(alone, "node_modules/atlas-anteroom/dist/commonjs/client/api.d.ts"), "utf8");
const operations = api.match(/\): (List)?Call</g)?.length ?? 0;
say(
  `the client has at most ${most.clientBytesPerOperation} bytes for each operation, zipped`,
  zipped <= most.clientBytesPerOperation * operations,
  `${zipped} bytes, ${operations} operations`,
);
say("and has nothing of Node in it", !/\bnode:|require\(/.test(String(bundled)));

// Types. The projects have nothing but them and those of Node.
const checked = {
  "good.ts": `import { createAnteroom } from "atlas-anteroom";
import { AtlasClient, type GroupInvitation } from "atlas-anteroom/client";
const anteroom = await createAnteroom({ seed: { orgs: [] } });
const atlas = new AtlasClient({ baseUrl: anteroom.url, publicKey: "abcdefgh", privateKey: "secret" });
await using other = await createAnteroom();
const invite: GroupInvitation = await atlas.updateGroupInvites({ groupId: "0", body: { roles: ["GROUP_OWNER"], username: "a@example.com" } });
export const id: string = invite.id;
`,
  "bad.ts": `import { AtlasClient } from "atlas-anteroom/client";
const atlas = new AtlasClient({ publicKey: "abcdefgh", privateKey: "secret" });
atlas.updateGroupInvites({ groupId: "0", body: { roles: ["GROUP_BOSS"], username: "a@example.com" } });
atlas.updateGroupInvites({ groupId: "0", body: {} });
atlas.listOrgEvents({ orgId: "0", eventType: ["NOPE"] });
`,
};
for (const [name, text] of Object.entries(checked)) writeFileSync(join(alone, name), text);
mkdirSync(join(alone, "node_modules/@types"));
for (const name of ["@types/node", "undici-types"]) {
  symlinkSync(resolve("node_modules", name), join(alone, "node_modules", name));
}
/** The imports of a CommonJS project, from every entry that needs no package beside this one. */
const usedByCommonJs = `import { createAnteroom, type Anteroom } from "atlas-anteroom";
import { AtlasClient, AtlasError, type GroupInvitation } from "atlas-anteroom/client";
import { AnteroomControls } from "atlas-anteroom/controls";
import { intercept } from "atlas-anteroom/intercept";
import { anteroomTest as ofJest } from "atlas-anteroom/jest";
import { anteroomTest } from "atlas-anteroom/node-test";
export async function use(): Promise<GroupInvitation | undefined> {
  const anteroom: Anteroom = await createAnteroom();
  intercept(anteroom)();
  await new AnteroomControls(anteroom.url).clock.advance("P1D");
  const atlas = new AtlasClient({ baseUrl: anteroom.url, publicKey: "abcdefgh", privateKey: "secret" });
  anteroomTest()("one", async ({ anteroom: each }) => void (await each.reset()));
  ofJest()("two", async ({ anteroom: each }) => void (await each.reset()));
  try {
    return await atlas.updateGroupInvites({ groupId: "0", body: { roles: ["GROUP_OWNER"], username: "a@example.com" } });
  } catch (reason) {
    if (reason instanceof AtlasError) return undefined;
    throw reason;
  }
}
`;
const ofCommonJs = project("commonjs", {
  "package.json": JSON.stringify({ name: "commonjs", private: true }),
  "use.ts": usedByCommonJs,
});
symlinkSync(join(alone, "node_modules"), join(ofCommonJs, "node_modules"));
const judged = run(place, process.execPath, [
  join(tool("@arethetypeswrong/cli"), "dist/index.js"),
  tarball,
  "--no-color",
]);
sayOf("attw finds nothing wrong with the types of any entry", judged);
/** @param {string} cwd @param {string} compiler @param {string} options @param {string} file */
const compile = (cwd, compiler, options, file) => {
  const words = `--noEmit --strict --skipLibCheck false --target es2022 ${options}`.split(" ");
  return run(cwd, process.execPath, [compiler, ...words, file]);
};
/** The platforms whose types a project may have. */
const platforms = {
  "with the types of Node alone": "--lib es2022 --types node",
  "with lib dom alone": "--lib es2022,dom --typeRoots none",
};
const compilers = {
  "TypeScript 5.9": join(tool("typescript"), "bin/tsc"),
  "TypeScript 7": resolve("node_modules/typescript/bin/tsc"),
};
/** Kinds of modules with how they are found; TypeScript 7 has no node10 any more. */
const ofModules = { node16: "node16", nodenext: "nodenext", bundler: "esnext" };
const ofCommonJsModules = {
  "TypeScript 5.9": { node16: "node16", node10: "commonjs" },
  "TypeScript 7": { node16: "node16" },
};
for (const [name, compiler] of Object.entries(compilers)) {
  for (const [platform, known] of Object.entries(platforms)) {
    for (const [resolution, module] of Object.entries(ofModules)) {
      const how = `${known} --module ${module} --moduleResolution ${resolution}`;
      sayOf(`${name} takes the types, ${resolution}, ${platform}`, compile(alone, compiler, how, "good.ts"));
    }
  }
  const required = ofCommonJsModules[/** @type {keyof typeof compilers} */ (name)];
  for (const [resolution, module] of Object.entries(required)) {
    const how = `--types node --lib es2022 --module ${module} --moduleResolution ${resolution}`;
    sayOf(
      `${name} takes the types in a CommonJS project, ${resolution}`,
      compile(ofCommonJs, compiler, how, "use.ts"),
    );
  }
  const hover = [resolve("scripts/hover.mjs"), join(compiler, "../.."), tools];
  const shown = run(alone, process.execPath, [...hover, "good.ts", "updateGroupInvites"]);
  const isWhole = /\): Call<GroupInvitation>/.test(shown.said) && /Change the roles/.test(shown.said);
  sayOf(`${name}: a hover names the reply and has the documentation`, { ...shown, ok: isWhole });
  const bad = compile(alone, compiler, "--module nodenext --types node", "bad.ts");
  const errors = bad.said.match(/error TS\d+/g)?.length ?? 0;
  say(`${name} refuses a role and an event that there is not, and an empty body`, errors === 3, errors);
}
const [, ...newer] = Object.entries(nodes);
checkFixtures({
  tarball,
  binary,
  project,
  compilers,
  nodes: [["of this clone", process.execPath], ...newer],
});
const declared = files.filter((path) => path.endsWith(".d.ts"));
const declarations = declared.reduce(
  (sum, path) => sum + statSync(join(alone, "node_modules/atlas-anteroom", path)).size,
  0,
);
say(
  `declarations of at most ${most.declarationsKBPerOperation} kB for each operation`,
  declarations <= most.declarationsKBPerOperation * 1000 * operations,
  `${Math.round(declarations / 1000)} kB in ${declared.length} files, ${operations} operations`,
);
