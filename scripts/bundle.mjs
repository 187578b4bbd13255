// What the package is made of: the program and the library in one bundle, so that they start fast, and the two clients each in
// a file of its own, which needs nothing of Node.
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { fold, unfold } from "./folded.mjs";
import { exportsOf, finding, fromProgram, takenBy } from "./sharing.mjs";

/**
 * Scripts of their own, by what imports them at their first use: the command line, and what most servers never need. What the
 * program has already they take from it. esbuild names files as they are where links have been followed.
 */
const apart = new Map([
  [realpathSync("src/main.ts"), "commands"],
  [realpathSync("src/console/routes.tsx"), "pages"],
  [realpathSync("src/tls/mint.ts"), "mint"],
  [realpathSync("src/console/openid.ts"), "provider"],
]);

/** The scripts of dist/ that load.ts begins. */
export const scripts = ["program", ...apart.values()];

/**
 * Where modules are kept in the form of CommonJS. npm packs files of one name one after the other, so that of the client, which is short
 * enough for gzip to look back over it, the second is nearly nothing to download.
 */
const commonjs = "commonjs";

/** Put in place of globals in each script, by the names that it exports. */
const realTimers = realpathSync("src/real-timers.ts");

/**
 * Bundles into dist/, or only looks. Returns which packages are in it, as the lock file calls them: `node_modules/kysely`.
 * @param {{ write: boolean }} how
 */
export async function bundle({ write }) {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  /** @type {import("esbuild").BuildOptions} */
  const shared = {
    bundle: true,
    platform: "node",
    target: "node20.19",
    // Less to load and to compile at the start. Names of functions would be given to each closure anew, in every request;
    // scripts/where.mjs says what a line of a stack is in the source.
    minify: true,
    lineLimit: 1000,
    legalComments: "none",
    logLevel: "warning",
    write,
  };
  /** @type {import("esbuild").BuildOptions & { metafile: true }} */
  const script = {
    ...shared,
    metafile: true,
    sourcemap: "external",
    sourcesContent: false,
    // Scripts, as there is compiled code of no other kind that Node 20 could begin with. Node's loader takes one for a
    // module, a function, which has arguments; run as a script it gives the function that src/load.ts calls as Node would.
    format: "cjs",
    banner: {
      js: '((load) => typeof arguments === "object" ? load(exports, require, module, __filename) : load)(function (exports, require, module, __filename) {',
    },
    footer: { js: "})" },
    define: { "import.meta.url": "__filename" },
    // What is run as a script cannot import, and `require` takes either kind of module.
    supported: { "dynamic-import": false },
    // With native parts, or loaded only when wanted and then whole: the dependencies.
    external: [...Object.keys(dependencies), ...Object.keys(optionalDependencies)],
    inject: [realTimers],
  };
  const plugins = [filesOfTheirOwn, withoutNeverReached];
  const first = { ...script, stdin: entry(), outfile: "dist/program.cjs", plugins };
  const { metafile } = await build({ ...first, write: false });
  const inProgram = new Set(Object.keys(metafile.inputs).map((path) => resolve(path)));
  const others = Array.from(apart, ([file, name]) => ({
    ...script,
    entryPoints: [file],
    outfile: `dist/${name}.cjs`,
    plugins,
  }));
  const taken = await Promise.all(others.map((each) => takenBy(each, inProgram)));
  taken.push([{ path: realTimers, names: await exportsOf(realTimers) }]);
  const given = nameEach(taken.flat());
  const built = await Promise.all([
    build({ ...first, stdin: entry(given) }),
    ...others.map((each) => build({ ...each, plugins: [fromProgram(given), ...plugins] })),
  ]);
  if (write) for (const name of scripts) escapeAll(`dist/${name}.cjs`);
  await build({ ...shared, format: "esm", entryPoints: ["src/bin.ts"], outfile: "dist/main.js" });
  await build({
    ...shared,
    format: "cjs",
    entryPoints: ["src/library.ts"],
    outfile: "dist/library.cjs",
    define: { "import.meta.url": "__filename" },
  });
  const client = {
    ...shared,
    metafile: /** @type {const} */ (true),
    entryPoints: ["src/client/client.ts"],
    platform: /** @type {const} */ ("neutral"),
    target: "es2022",
  };
  const alone = await build({ ...client, format: "esm", outfile: "dist/client.js" });
  await build({ ...client, format: "cjs", outfile: `dist/${commonjs}/client.js` });
  const controls = { ...client, entryPoints: ["src/controls/client.ts"] };
  await build({ ...controls, format: "esm", outfile: "dist/controls.js" });
  await build({ ...controls, format: "cjs", outfile: `dist/${commonjs}/controls.js` });
  const names = Object.values(alone.metafile.outputs).flatMap((output) => output.exports);
  const words = await build({
    ...shared,
    format: "esm",
    write: false,
    entryPoints: ["src/secrets/leaked-words.ts"],
  });
  const text = Buffer.from(words.outputFiles[0]?.contents ?? "").toString("base64");
  const { leakedWords } = await import(`data:text/javascript;base64,${text}`);
  const leaked = JSON.stringify(fold(leakedWords.split("\n")));
  const entries = {
    // As src/secrets/leaked-words.ts has it.
    "dist/leaked.cjs": `exports.leakedWords = (${unfold})(${leaked});\n`,
    [`dist/${commonjs}/package.json`]: `${JSON.stringify({ type: "commonjs" })}\n`,
    // In Node there is one of each class of the client, whether it is imported or required, here or by the library; and one library.
    "dist/client-node.js": `import client from "./${commonjs}/client.js";\nexport const { ${names.join(", ")} } = client;\n`,
    "dist/library.js": `import library from "./library.cjs";\nexport const { createAnteroom } = library;\n`,
  };
  if (write) for (const [file, text] of Object.entries(entries)) writeFileSync(file, text);
  const inputs = [...built, alone]
    .flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .filter((path) => !neverReached.test(path));
  const folders = inputs.flatMap(
    (path) => /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path) ?? [],
  );
  return [...new Set([...folders, leakedPackage])].sort();
}

/** @type {import("esbuild").Plugin} */
const filesOfTheirOwn = {
  name: "files of their own",
  setup(each) {
    each.onResolve({ filter: /\.ts$/ }, ({ path, resolveDir }) => {
      const source = resolve(resolveDir, path);
      if (ofClient.test(source)) return { path: `./${commonjs}/client.js`, external: true };
      return ofLeaked.test(source) ? { path: "./leaked.cjs", external: true } : undefined;
    });
    const find = finding(each);
    each.onResolve({ filter: /.*/ }, async (from) => {
      const name = from.kind === "dynamic-import" ? apart.get(await find(from)) : undefined;
      return name === undefined ? undefined : { path: `./${name}.cjs`, external: true };
    });
  },
};

/** @type {import("esbuild").Plugin} */
const withoutNeverReached = {
  name: "without what is never reached",
  setup(each) {
    const nothing = { contents: "module.exports = {};", loader: /** @type {const} */ ("js") };
    // Only a router asks this, about patterns of ours: so it does in tests, which run what is not bundled.
    each.onLoad({ filter: /\/safe-regex2\// }, () => ({ contents: "module.exports = () => true;" }));
    each.onLoad({ filter: neverReached }, () => nothing);
    each.onLoad({ filter: seldom, namespace: "seldom" }, () => nothing);
    each.onResolve({ filter: seldom }, ({ path, importer }) =>
      byPackages.test(importer) ? { path, namespace: "seldom" } : undefined,
    );
  },
};

/**
 * Short names for what the program gives to the other scripts.
 * @param {readonly { path: string, names: readonly string[] }[]} taken
 */
function nameEach(taken) {
  /** @type {Map<string, Map<string, string>>} */
  const given = new Map();
  let count = 0;
  for (const { path, names } of taken) {
    const known = given.get(path) ?? new Map();
    for (const name of names) if (!known.has(name)) known.set(name, `_${count++}`);
    given.set(path, known);
  }
  return given;
}

/**
 * What the program is begun with, and what it gives.
 * @param {ReadonlyMap<string, ReadonlyMap<string, string>>} [given]
 */
function entry(given = new Map()) {
  const lists = Array.from(given, ([path, names]) => {
    const list = Array.from(names, ([name, alias]) => `${JSON.stringify(name)} as ${alias}`);
    return `export { ${list.join(", ")} } from ${JSON.stringify(path)};`;
  });
  const contents = ['export * from "./src/program.ts";', ...lists].join("\n");
  return { contents, resolveDir: resolve(), loader: /** @type {const} */ ("ts") };
}

/**
 * Leaves nothing but ASCII: one other character, and V8 takes two bytes for each of the text. esbuild escapes what it can be sure of,
 * which regular expressions are not.
 * @param {string} file
 */
function escapeAll(file) {
  const escaped = (/** @type {string} */ unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  writeFileSync(file, readFileSync(file, "utf8").replace(/[^\0-\x7f]/g, escaped));
}

/**
 * Required by what is bundled, and used for what is not asked of it: worker threads and several streams of pino, summaries, exemplars
 * and a gateway of prom-client, what find-my-way prints, merges, paths in JSON and plugins of Kysely.
 */
const neverReached = new RegExp(
  [
    "thread-stream/.*",
    "@opentelemetry/api/.*",
    "pino/lib/(?:transport|multistream)",
    "prom-client/lib/(?:summary|pushgateway)",
    "find-my-way/lib/pretty-print",
    "safe-regex2/.*",
    "kysely/dist/esm/(?:plugin/.*|query-builder/(?:json-path|merge-query)-builder)",
  ]
    .map((path) => `node_modules/${path}\\.c?js$`)
    .join("|"),
);

/** A part of Node that takes milliseconds to load: commander begins other programs. */
const seldom = /^node:child_process$/;
const byPackages = /node_modules\/commander\//;

/** What the library throws, and what the program knows, must be an error of the class that `anteroom/client` exports. */
const ofClient = /src.client.(client|errors)\.ts$/;

/** Half a megabyte that a server needs when somebody chooses a password. */
const ofLeaked = /src.secrets.leaked-words\.ts$/;
const leakedPackage = "node_modules/@zxcvbn-ts/language-common";

/**
 * What somebody who installs the package has: its dependencies, and what is bundled. Places in the lock file, such as
 * `node_modules/kysely`, and what is there, such as `kysely@0.28.0`.
 */
export async function shipped() {
  /** @type {{ packages: Record<string, { version: string, dev?: true }> }} */
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const bundled = await bundle({ write: false });
  const found = Object.entries(packages).filter(
    ([path, { dev }]) => path !== "" && (dev !== true || bundled.includes(path)),
  );
  return new Map(
    found.map(([path, { version }]) => [path, `${path.split("node_modules/").at(-1)}@${version}`]),
  );
}
