// Bundles the tests of a target, in the copy that Stryker works on: a bundle starts many times faster than its sources, and
// each mutant is tried in processes of its own.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { targetOf } from "./targets.mjs";

/** Keeps the address of each file, by which it finds what stands beside it. @type {import("esbuild").Plugin} */
const addresses = {
  name: "addresses",
  setup(each) {
    each.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const address = JSON.stringify(pathToFileURL(path).href);
      return { contents: text.replaceAll("import.meta.url", address), loader: "ts" };
    });
  },
};

await build({
  entryPoints: [...targetOf(process.env.MUTATION_TARGET ?? "").tests],
  outdir: "built",
  outbase: ".",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  plugins: [addresses],
  logLevel: "warning",
});
