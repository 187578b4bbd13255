// Rust: the client that openapi-generator makes of the plain document.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openapiGenerator, openWorkshop } from "../support/generated.ts";
import { installed, notInstalled } from "../support/installed.ts";

test("openapi-generator: rust", {
  skip: notInstalled("rust") || notInstalled("openapi-generator"),
}, async (t) => {
  const { plain, folder, make, assertChanges } = await openWorkshop(t);
  const naming = ["--additional-properties", "packageName=atlas"];
  await make("java", [
    "-jar",
    openapiGenerator,
    "generate",
    "-g",
    "rust",
    "-i",
    plain,
    "-o",
    folder,
    ...naming,
  ]);
  // Always in the same folder, so that what the client needs is compiled once.
  const crate = installed(".clients", "rust", "crate");
  rmSync(join(crate, "src"), { recursive: true, force: true });
  cpSync(installed("test", "clients", "rust"), crate, { recursive: true });
  cpSync(join(folder, "src"), join(crate, "src"), { recursive: true });
  await make("cargo", ["build", "--offline", "--locked", "--manifest-path", join(crate, "Cargo.toml")]);
  await assertChanges(join(crate, "target", "debug", "atlas"), []);
});
