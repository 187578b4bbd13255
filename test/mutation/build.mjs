// Bundles the tests of a group, in the copy that Stryker works on: a bundle starts many times faster than its sources, and
// each mutant is tried in processes of its own.
import { build } from "esbuild";
import { groupOf } from "./groups.mjs";

await build({
  entryPoints: [...groupOf(process.env.MUTATION_GROUP ?? "").tests],
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
