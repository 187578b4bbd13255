// Bundles the program, the library and the client into dist/, so that they start fast; packages with native parts stay outside.
import { rm } from "node:fs/promises";
import { build } from "esbuild";

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: ["src/main.ts", "src/server.ts", "src/client/client.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  sourcemap: true,
  sourcesContent: false,
  // Less text to compile at the start; names stay, for stack traces and metrics.
  minifyWhitespace: true,
  minifySyntax: true,
  external: [
    // With native parts, or loaded only when wanted and then whole.
    "better-sqlite3",
    "@node-rs/argon2",
    "@zxcvbn-ts/language-common",
    "asn1js",
    "nodemailer",
    "openid-client",
    "pg",
    "pkijs",
    "yaml",
    // Never loaded: `src/http/no-schemas.ts`.
    "@fastify/ajv-compiler",
    "@fastify/fast-json-stringify-compiler",
  ],
  // Packages written as CommonJS look for `require`.
  banner: {
    js: 'import { createRequire as anteroomRequire } from "node:module"; const require = anteroomRequire(import.meta.url);',
  },
  logLevel: "warning",
});
