// npm run derive [-- WORD ...]: writes every file that follows from others, or those with one of these words in their path.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./format.ts";

/** The files by path, each with what gives its text. A module is loaded for its file alone, after those above it are written. */
export const derived: Readonly<Record<string, () => Promise<string>>> = {
  // These two follow from the operations alone, and modules that write others read them.
  "src/client/manifest.ts": async () => (await import("./manifest.ts")).renderManifest(),
  "src/testing/seed/body-kinds.ts": async () => (await import("./body-kinds.ts")).renderBodyKinds(),
  "docs/settings.md": async () => (await import("./settings.ts")).renderSettings(),
  "docs/options.md": async () => (await import("./settings.ts")).renderOptionsPage(),
  "src/testing/options.ts": async () => (await import("./settings.ts")).renderOptions(),
  "docs/cli.md": async () => (await import("./cli.ts")).renderCli(),
  "src/testing/controls/schemas.json": async () =>
    (await import("./control-schemas.ts")).renderControlSchemas(),
  "docs/controls.md": async () => (await import("./controls.ts")).renderControls(),
  "src/core/contract/alert-table.json": async () => (await import("./alert-kinds.ts")).renderAlertTable(),
  "src/client/api.ts": async () => (await import("./client-types.ts")).renderApi(),
  "src/core/spec/api.ts": async () => (await import("./client-types.ts")).renderSpec(),
  "src/testing/seed/types.ts": async () => (await import("./client-types.ts")).renderSeed(),
  "seed.schema.json": async () => (await import("./seed-schema.ts")).renderSeedSchema(),
  "docs/guides/seed.md": async () => (await import("./seed-schema.ts")).renderSeedGuide(),
  "docs/permissions.md": async () => (await import("./permissions.ts")).renderPermissions(),
  "docs/coverage.md": async () => (await import("./coverage.ts")).renderCoverage(),
  "docs/guides/july-2027.md": async () => (await import("./sunsets.ts")).renderJulyGuide(),
  "docs/lost-answers.md": async () => (await import("./lost-answers.ts")).renderLostAnswers(),
  "test/limits.json": async () => (await import("./golden.ts")).renderLimits(),
  "test/refusals.json": async () => (await import("./golden.ts")).renderRefusals(),
  "docs/fidelity.md": async () => (await import("./fidelity.ts")).renderFidelity(),
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  for (const [path, render] of Object.entries(derived)) {
    if (words.length > 0 && !words.some((word) => path.includes(word))) continue;
    writeFileSync(join(root, path), await render());
  }
}
