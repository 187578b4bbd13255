// The build leaves most of the library of passkeys out: what is left still takes a passkey, and refuses a forged answer.
import { equal, ok } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { replacements } from "../../scripts/bundle.mjs";
import type { createChallenges } from "../../src/core/secrets/passkeys.ts";
import { createFolder } from "../support/storage.ts";
import { newDevice, origin } from "./support/passkeys.ts";

test("passkeys as they are built", async (t) => {
  const { outputFiles } = await build({
    entryPoints: ["src/core/secrets/passkeys.ts"],
    bundle: true,
    platform: "node",
    format: "cjs",
    supported: { "dynamic-import": false },
    plugins: [replacements],
    write: false,
  });
  const file = join(createFolder(t), "passkeys.cjs");
  writeFileSync(file, outputFiles[0]?.contents ?? "");
  const built = (await import(pathToFileURL(file).href)) as { createChallenges: typeof createChallenges };
  const { readNew, verifySigned } = built.createChallenges({} as never);

  // The numbers of a signature are of any length up to theirs: many are tried.
  for (let count = 0; count < 50; count++) {
    const device = newDevice();
    const made = await readNew(origin, device.make("made", "a person"));
    ok(made, "the passkey was not taken");
    equal(await verifySigned(origin, device.answer("signed"), made), 0);
    equal(await verifySigned(origin, device.answer("signed", { isForged: true }), made), undefined);
    const broken = { ...device.answer("signed"), signature: "MAYCAQECAQE" };
    equal(await verifySigned(origin, broken, made), undefined);
  }
});
