// What the package is made of: the bill of materials that it is packed with, licences, and the audit of every landing.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root, run } from "./support/command.ts";
import { createFolder } from "./support/storage.ts";

/** They ask for no more than to be named; of alternatives one is enough. */
const allowed = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT-0",
];

interface Component {
  readonly name: string;
  readonly version: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string };
    readonly expression?: string;
  }[];
}

const read = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));
const manifest = read("package.json");
const lock = read("package-lock.json");

test("the bill of materials", async (t) => {
  const file = join(createFolder(t), "sbom.json");
  const { code, stderr } = await run(process.execPath, ["scripts/sbom.mjs", file]);
  equal(code, 0, stderr);
  const text = readFileSync(file, "utf8");
  const {
    bomFormat,
    metadata,
    components,
  }: { bomFormat: string; metadata: { component: Component }; components: Component[] } = JSON.parse(text);

  await t.test("is of this package, and has what the lock file has for production, and no more", () => {
    const { name, version } = metadata.component;
    deepEqual([bomFormat, name, version], ["CycloneDX", manifest.name, manifest.version]);
    const locked = Object.entries<{ version: string; dev?: true }>(lock.packages).flatMap(
      ([path, { version, dev }]) =>
        path === "" || dev ? [] : [`${path.split("node_modules/").at(-1)}@${version}`],
    );
    deepEqual(components.map((each) => `${each.name}@${each.version}`).sort(), [...new Set(locked)].sort());
    ok(locked.length > Object.keys(manifest.dependencies).length);
  });

  await t.test("has a digest of each, and no address that one was loaded from", () => {
    ok(components.every(({ hashes }) => (hashes ?? []).some(({ alg }) => alg === "SHA-512")));
    deepEqual([...text.matchAll(/https?:\/\/[^/"]+/g)].map(String), ["http://cyclonedx.org"]);
  });

  await t.test("names for each a licence that is allowed", () => {
    const alternatives = ({ licenses = [] }: Component) =>
      licenses.flatMap(({ license, expression = license?.id ?? "" }) =>
        expression.replace(/[()]/g, "").split(" OR "),
      );
    const others = components.filter(
      (each) => !alternatives(each).some((licence) => allowed.includes(licence)),
    );
    deepEqual(
      others.map((each) => `${each.name}: ${alternatives(each).join(", ") || "none"}`),
      [],
    );
  });

  await t.test("is written when the package is packed, and packed", () => {
    match(manifest.scripts.prepack, /node scripts\/sbom\.mjs$/);
    ok(manifest.files.includes("sbom.cdx.json"));
  });
});

test("the audit fails for what is grave, and says loudly when there was none", async (t) => {
  const folder = createFolder(t);
  /** Runs the audit with an npm that answers this. */
  const audit = async (answer: object) => {
    writeFileSync(join(folder, "npm"), `#!/bin/sh\ncat <<'END'\n${JSON.stringify(answer)}\nEND\n`);
    chmodSync(join(folder, "npm"), 0o755);
    const env = { PATH: `${folder}:${process.env.PATH}` };
    const { code, stdout } = await run(process.execPath, ["scripts/audit.mjs"], { env });
    return { code, says: stdout.trim().split("\n").at(-1) };
  };
  const one = (severity: string) => ({ vulnerabilities: { leftpad: { severity, range: "<2" } } });
  deepEqual(await audit({ vulnerabilities: {} }), {
    code: 0,
    says: "known vulnerabilities: 0, of which 0 high or critical",
  });
  deepEqual(await audit(one("low")), {
    code: 0,
    says: "known vulnerabilities: 1, of which 0 high or critical",
  });
  deepEqual(await audit(one("high")), {
    code: 1,
    says: "known vulnerabilities: 1, of which 1 high or critical",
  });
  deepEqual(await audit({ message: "405 Method Not Allowed" }), {
    code: 0,
    says: "*** NO AUDIT: known vulnerabilities were NOT looked for (405 Method Not Allowed) ***",
  });
});
