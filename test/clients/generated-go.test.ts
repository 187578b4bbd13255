// Go: the client that oapi-codegen makes.
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { oapiCodegen, openWorkshop } from "../support/generated.ts";
import { installed, notInstalled } from "../support/installed.ts";

test("oapi-codegen", { skip: notInstalled("oapi-codegen") }, async (t) => {
  const { document, folder, make, assertReads } = await openWorkshop(t);
  for (const name of ["go.mod", "go.sum", "main.go"]) {
    cpSync(installed("test", "clients", "oapi-codegen", name), join(folder, name));
  }
  for (const [name, address] of Object.entries(document)) {
    mkdirSync(join(folder, name));
    const to = ["-o", join(folder, name, "atlas.go")];
    await make(oapiCodegen, ["-generate", "types,client", "-package", name, ...to, address]);
  }
  await make("go", ["-C", folder, "vet", "./..."]);
  await make("go", ["-C", folder, "build", "-o", "program", "."]);
  await assertReads(join(folder, "program"), []);
});
