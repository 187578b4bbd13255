// The Python client that openapi-generator makes, and a validator of documents.
import { match } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openapiGenerator, openWorkshop } from "../support/generated.ts";
import { installed, notInstalled, python } from "../support/installed.ts";

const lacking = notInstalled("python");

test("openapi-generator: python", {
  skip: lacking || notInstalled("openapi-generator"),
}, async (t) => {
  const { document, folder, make, assertReads } = await openWorkshop(t);
  const naming = ["--additional-properties", "packageName=atlas"];
  await make("java", [
    "-jar",
    openapiGenerator,
    "generate",
    "-g",
    "python",
    "-i",
    document.whole,
    "-o",
    folder,
    ...naming,
  ]);
  const program = installed("test", "clients", "python", "generated.py");
  const env = { PYTHONPATH: folder };
  // Every module is imported, not those alone that the program needs.
  const everything =
    "import atlas, pkgutil, importlib\nfor each in pkgutil.walk_packages(atlas.__path__, 'atlas.'): importlib.import_module(each.name)";
  await make(python, ["-c", everything], { env });
  await assertReads(python, [program], { env });
});

test("openapi-spec-validator", { skip: lacking }, async (t) => {
  const { document, folder, make } = await openWorkshop(t);
  for (const [name, address] of Object.entries(document)) {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, await (await fetch(address)).text());
    match(await make(python, ["-m", "openapi_spec_validator", file]), /: OK$/m);
  }
});
