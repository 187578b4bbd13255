// Bundles the tests of a target, in the copy that Stryker works on: a bundle starts many times faster than its sources, and
// each mutant is tried in processes of its own.
import { build } from "esbuild";
import { targetOf } from "./targets.mjs";

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
  logLevel: "warning",
});
