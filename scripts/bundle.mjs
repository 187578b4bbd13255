// Builds dist/: one script with the program and the library, so that they start fast, the two clients, each in a file of its own that
// needs nothing of Node, and the fixtures of test runners.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { importSource } from "./import-source.mjs";
import { lineMapOf } from "./line-map.mjs";
import { packWords, readerOfWords } from "./packed-words.mjs";
import { specFiles } from "./spec/bundled.mjs";

/** Folder of the CommonJS forms. npm packs files of one name side by side, so that the second compresses to nearly nothing. */
export const commonjs = "commonjs";

/** Files of src/testing/fixtures that the package exports. */
export const fixtures = ["vitest", "jest", "playwright", "node-test"];

const { dependencies, peerDependencies } = JSON.parse(readFileSync("package.json", "utf8"));

/** @satisfies {import("esbuild").BuildOptions} */
const shared = {
  bundle: true,
  platform: /** @type {const} */ ("node"),
  target: "node20.19",
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: /** @type {const} */ ("none"),
  logLevel: /** @type {const} */ ("warning"),
  metafile: /** @type {const} */ (true),
  write: false,
};

/**
 * The modules that files of the package itself replace: the errors of the client are of one class, and the list of passwords is
 * a compressed file.
 */
const ownFiles = [
  { source: /src.client.(client|errors)\.ts$/, path: `./${commonjs}/client.js` },
  { source: /src.core.secrets.leaked-words\.ts$/, path: "./leaked.cjs" },
];

/**
 * The files that packages in the bundle require, and that never run here: worker threads and streams of pino, summaries,
 * exemplars and a gateway of prom-client, what find-my-way prints, and what reads attestations and certificates of passkeys.
 */
const neverRun = new RegExp(
  [
    "thread-stream/.*",
    "@opentelemetry/api/.*",
    "pino/lib/(?:transport|multistream)",
    "prom-client/lib/(?:summary|pushgateway)",
    "find-my-way/lib/pretty-print",
    "@simplewebauthn/server/esm/(?:registration/verifications|metadata|services/defaultRootCerts)/.*",
    "@simplewebauthn/server/esm/helpers/(?:validateCertificatePath|isCertRevoked|getCertificateInfo|convertX509PublicKeyToCOSE)",
    "(?:@peculiar|tsyringe|reflect-metadata)/.*",
  ]
    .map((path) => `node_modules/${path}\\.c?js$`)
    .join("|"),
);

/**
 * The exports of packages that no module here imports: other databases, migrations and plugins of Kysely, and the types of TypeBox
 * that are computed from others or from text. The bundle would have them, because it loads modules late and so whole.
 */
const unusedExports = [
  {
    index: /node_modules.kysely.dist.esm.index\.js$/,
    lines:
      /^export .* from '\.\/(?:dialect\/(?:mssql|mysql)|migration|plugin\/(?!kysely|with-schema).*)\/.*$/gm,
  },
  {
    index: /node_modules.typebox.build.(?:index|typebox)\.mjs$/,
    lines: /^export .* from '\.\/type\/(?:action|engine|extends|script)\/.*$/gm,
  },
];

/** The module in place of src/testing/seed/schema-text.ts: the package has the file beside dist/. */
const schemaOfSeeds = `import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
export const schemaText = () =>
  readFileSync(createRequire(import.meta.url).resolve("../seed.schema.json"), "utf8");
`;

/** @type {import("esbuild").Plugin} */
export const replacements = {
  name: "replacements",
  setup(each) {
    each.onResolve({ filter: /^@peculiar\/asn1-schema$/ }, () => ({
      path: resolve("scripts/ecdsa-signature.mjs"),
    }));
    each.onResolve({ filter: /\.ts$/ }, ({ path, resolveDir }) => {
      const source = resolve(resolveDir, path);
      const own = ownFiles.find((file) => file.source.test(source));
      return own && { path: own.path, external: true };
    });
    each.onLoad({ filter: /src.core.spec.files\.ts$/ }, async () => ({
      contents: (await specFiles()).module,
    }));
    each.onLoad({ filter: /src.testing.seed.schema-text\.ts$/ }, () => ({ contents: schemaOfSeeds }));
    each.onLoad({ filter: neverRun }, () => ({ contents: "module.exports = {};" }));
    for (const { index, lines } of unusedExports) {
      each.onLoad({ filter: index }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(lines, ""),
      }));
    }
    // The router asks whether a pattern is safe; the patterns are ours, and tests ask it about the source.
    each.onLoad({ filter: /node_modules\/safe-regex2\// }, () => ({
      contents: "module.exports = () => true;",
    }));
  },
};

/** @satisfies {import("esbuild").BuildOptions} */
const program = {
  ...shared,
  entryPoints: ["src/start/program.ts"],
  outfile: "dist/program.cjs",
  minifyIdentifiers: true,
  lineLimit: 1000,
  sourcemap: /** @type {const} */ ("external"),
  sourcesContent: false,
  // src/start/load.ts runs it as a script, because only a script can begin with compiled code on Node 20.
  format: /** @type {const} */ ("cjs"),
  banner: { js: "(function (exports, require, module, __filename) {" },
  footer: { js: "})" },
  define: { "import.meta.url": "__filename" },
  // A script cannot import, and `require` takes either kind of module.
  supported: { "dynamic-import": false },
  external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)],
  inject: ["src/core/real-timers.ts"],
  plugins: [replacements],
};

/** The clients run on every platform. @satisfies {import("esbuild").BuildOptions} */
const clients = {
  ...shared,
  entryPoints: [
    { in: "src/client/client.ts", out: "client" },
    { in: "src/testing/controls/client.ts", out: "controls" },
  ],
  platform: /** @type {const} */ ("neutral"),
  target: "es2022",
  minifyIdentifiers: true,
};

/** Builds the fixtures as ES modules or CommonJS, because runners load tests as either. @param {"esm" | "cjs"} format */
const fixturesAs = (format) =>
  build({
    ...shared,
    format,
    entryPoints: fixtures.map((name) => `src/testing/fixtures/${name}.ts`),
    outdir: format === "esm" ? "dist" : `dist/${commonjs}`,
    external: ["vitest", "@playwright/test", "@jest/globals"],
    plugins: [
      {
        name: "library",
        setup(each) {
          const path = format === "esm" ? "./library.js" : "../library.cjs";
          each.onResolve({ filter: /\/library\.ts$/ }, () => ({ path, external: true }));
        },
      },
    ],
  });

async function make() {
  const built = await Promise.all([
    build(program),
    build({ ...clients, format: "esm", outdir: "dist" }),
    build({ ...clients, format: "cjs", outdir: `dist/${commonjs}` }),
    build({ ...shared, format: "esm", entryPoints: ["src/start/bin.ts"], outfile: "dist/main.js" }),
    build({
      ...shared,
      format: "cjs",
      entryPoints: ["src/testing/library.ts"],
      outfile: "dist/library.cjs",
      define: { "import.meta.url": "__filename" },
    }),
    fixturesAs("esm"),
    fixturesAs("cjs"),
    build({
      ...shared,
      minifyIdentifiers: true,
      format: "cjs",
      entryPoints: ["src/testing/intercept/intercept.ts"],
      outdir: `dist/${commonjs}`,
    }),
    // Node loads it by its address, which has a query.
    build({
      ...shared,
      minifyIdentifiers: true,
      format: "esm",
      entryPoints: ["src/testing/intercept/guard.ts"],
      outdir: "dist",
    }),
    // Threads, each a file of its own.
    build({
      ...shared,
      minifyIdentifiers: true,
      format: "esm",
      entryPoints: [
        { in: "src/server/monitoring/thread.js", out: "monitoring" },
        { in: "src/core/store/check-thread.js", out: "check" },
        { in: "src/atlas/resource-policies/cedar/thread.js", out: "cedar" },
      ],
      outdir: "dist",
    }),
    // src/console/assets.ts reads them.
    build({
      ...shared,
      format: "iife",
      target: "esnext",
      minifyIdentifiers: true,
      entryPoints: ["style.css", "script.js", "passkeys.js"]
        .map((name) => `src/console/${name}`)
        .filter((path) => existsSync(path)),
      outdir: "dist",
    }),
  ]);
  const outputs = built.flatMap(({ outputFiles }) => outputFiles);
  const files = new Map(outputs.map(({ path, text }) => [path.slice(resolve("dist").length + 1), text]));
  return { files, metafiles: built.map(({ metafile }) => metafile) };
}

/** Writes dist/. Returns the folders of the packages that are in it: `node_modules/kysely`. */
export async function bundle() {
  const { files, metafiles } = await make();
  const { "program.cjs": text = "", "program.cjs.map": map = "", ...others } = Object.fromEntries(files);
  const names = Object.values(metafiles[1]?.outputs ?? {}).find(({ entryPoint }) =>
    entryPoint?.endsWith("src/client/client.ts"),
  )?.exports;
  const escaped = escapeAll(text);
  // So that a server neither holds nor decompresses the lists that they are made from.
  const { files: ofGaps } = await specFiles();
  const compressed = Object.fromEntries(
    Object.entries(ofGaps).map(([file, text]) => [file, brotliCompressSync(text)]),
  );
  const { leakedWords } = await importSource("src/core/secrets/leaked-words.ts");
  const all = {
    ...others,
    "program.cjs": escaped,
    "program.lines": brotliCompressSync(lineMapOf(map, escaped)),
    ...compressed,
    "leaked.words": brotliCompressSync(packWords(leakedWords)),
    "leaked.cjs": readerOfWords,
    [`${commonjs}/package.json`]: `${JSON.stringify({ type: "commonjs" })}\n`,
    // In Node there is one class of each error and one library, whether they are imported or required.
    "client-node.js": `import client from "./${commonjs}/client.js";\nexport const { ${names?.join(", ")} } = client;\n`,
    "intercept.js": `import gate from "./${commonjs}/intercept.js";\nexport const { intercept } = gate;\n`,
    "library.js": `import library from "./library.cjs";\nexport const { createAnteroom } = library;\n`,
  };
  for (const [file, content] of Object.entries(all)) {
    mkdirSync(dirname(`dist/${file}`), { recursive: true });
    writeFileSync(`dist/${file}`, content);
  }
  return packagesIn(metafiles);
}

/** V8 takes two bytes for each character of a text that is not ASCII, and esbuild does not escape regular expressions. @param {string} text */
const escapeAll = (text) =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** @param {readonly import("esbuild").Metafile[]} metafiles */
function packagesIn(metafiles) {
  const inputs = metafiles
    .flatMap(({ inputs }) => Object.keys(inputs))
    .filter((path) => !neverRun.test(path));
  const folders = inputs.flatMap(
    (path) => /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path) ?? [],
  );
  return [...new Set([...folders, "node_modules/@zxcvbn-ts/language-common"])].sort();
}

/**
 * Lists the packages of an installation: dependencies, and packages in the bundle. Maps places in the lock file, such as
 * `node_modules/kysely`, to names and versions, such as `kysely@0.28.0`.
 */
export async function shipped() {
  /** @type {{ packages: Record<string, Locked> }} */
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const found = new Set(packagesIn((await make()).metafiles));
  follow(packages, "", found);
  return new Map(
    [...found]
      .sort()
      .map((path) => [path, `${path.split("node_modules/").at(-1)}@${packages[path]?.version}`]),
  );
}

/** @typedef {{ version: string, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Locked */

/** Adds what the package at this place depends on, from the nearest node_modules that has it. @param {Record<string, Locked>} packages @param {string} from @param {Set<string>} found */
function follow(packages, from, found) {
  const { dependencies, optionalDependencies } = packages[from] ?? {};
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    let folder = from;
    const place = () => `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    while (folder !== "" && !(place() in packages)) {
      folder = folder.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, "");
    }
    if (!(place() in packages) || found.has(place())) continue;
    found.add(place());
    follow(packages, place(), found);
  }
}
