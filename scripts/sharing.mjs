// Scripts that take from the program what is in it already, so that there is one of each module, and of each class.
import { resolve } from "node:path";
import { build } from "esbuild";

/** What a module is called in the script of another, where that is only looked through. */
const mark = "in-program:";

/**
 * What a script of its own takes of the modules of the program, by their paths.
 * @param {import("esbuild").BuildOptions & { plugins: import("esbuild").Plugin[] }} options those of the script
 * @param {ReadonlySet<string>} inProgram paths of modules
 */
export async function takenBy(options, inProgram) {
  const isThere = resolving(inProgram, (path) => ({ path: mark + path, external: true }));
  const plugins = [isThere, ...options.plugins];
  const looked = await build({ ...options, plugins, inject: [], format: "esm", minify: false, write: false });
  const text = looked.outputFiles.find(({ path }) => path.endsWith(".cjs"))?.text ?? "";
  const taken = Array.from(
    text.matchAll(/^import (?:(?:\* as (\w+)|(\w+),?) )?(?:\{([^}]*)\} )?from "in-program:([^"]+)";$/gm),
    ([, all, whole, list = "", path = ""]) => {
      const named = [...list.matchAll(/([\w$]+)(?: as [\w$]+)?(?:,|\s*$)/g)];
      const members = all === undefined ? [] : [...text.matchAll(new RegExp(`\\b${all}\\.([\\w$]+)`, "g"))];
      const names = [...named, ...members].map(([, name = ""]) => name);
      return { path, names: whole === undefined ? names : ["default", ...names] };
    },
  );
  const mentioned = text.split(mark).length - 1;
  if (taken.length !== mentioned) throw new Error(`${options.outfile} imports the program in another way`);
  return taken;
}

/** @param {string} file @returns {Promise<string[]>} the names that a module exports */
export async function exportsOf(file) {
  const { metafile } = await build({
    entryPoints: [file],
    platform: "node",
    bundle: true,
    format: "esm",
    metafile: true,
    write: false,
  });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

/**
 * Gives a script the modules of the program.
 * @param {ReadonlyMap<string, ReadonlyMap<string, string>>} given by path and name, what the program exports each as
 */
export function fromProgram(given) {
  const isThere = resolving(new Set(given.keys()), (path) => ({ path, namespace: "program" }));
  /** @param {string} path */
  const contents = (path) => {
    const names = [...(given.get(path) ?? [])];
    const values = names.map(([, alias]) => `const ${alias} = program.${alias};`);
    const exported = names.map(([name, alias]) => `${alias} as ${JSON.stringify(name)}`);
    return `const program = require("./program.cjs");\n${values.join("\n")}\nexport { ${exported.join(", ")} };`;
  };
  return {
    name: "from the program",
    /** @param {import("esbuild").PluginBuild} each */
    setup(each) {
      each.onResolve({ filter: /^\.\/program\.cjs$/ }, ({ path }) => ({ path, external: true }));
      isThere.setup(each);
      each.onLoad({ filter: /.*/, namespace: "program" }, ({ path }) => ({ contents: contents(path) }));
      // What is injected is not resolved by anybody.
      each.onLoad({ filter: /\.ts$/ }, ({ path }) =>
        given.has(path) ? { contents: contents(path) } : undefined,
      );
    },
  };
}

/**
 * @param {ReadonlySet<string>} paths
 * @param {(path: string) => import("esbuild").OnResolveResult} found what is said of one of them that is imported
 * @returns {import("esbuild").Plugin}
 */
const resolving = (paths, found) => ({
  name: "modules of the program",
  setup(each) {
    const find = finding(each);
    each.onResolve({ filter: /.*/ }, async (from) => {
      if (!/^(import-statement|dynamic-import)$/.test(from.kind)) return undefined;
      const path = await find(from);
      return paths.has(path) ? found(path) : undefined;
    });
  },
});

/**
 * Where imports lead. esbuild is asked about packages alone, and once: it asks each plugin in turn.
 * @param {import("esbuild").PluginBuild} each
 */
export function finding(each) {
  /** @type {Map<string, Promise<string>>} */
  const packages = new Map();
  return async (/** @type {import("esbuild").OnResolveArgs} */ { path, resolveDir, kind, pluginData }) => {
    if (pluginData === mark) return "";
    if (path.startsWith(".")) return resolve(resolveDir, path);
    const known = packages.get(path);
    if (known !== undefined) return known;
    const found = each.resolve(path, { resolveDir, kind, pluginData: mark }).then((there) => there.path);
    packages.set(path, found);
    return found;
  };
}
