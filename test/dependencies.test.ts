// Tests what the package is made of: the bill of materials that it is packed with, licences, and the audit of every landing.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { judge } from "../scripts/audit-report.mjs";
import { shipped } from "../scripts/bundle.mjs";
import { root, run } from "./support/command.ts";
import { createFolder } from "./support/storage.ts";

/** The licences that ask for no more than to be named; of alternatives one is enough. */
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

test("nobody who installs the package gets better-sqlite3 unasked, or a script to run", () => {
  const { dependencies, optionalDependencies = {}, peerDependenciesMeta, scripts } = manifest;
  ok(!("better-sqlite3" in { ...dependencies, ...optionalDependencies }));
  deepEqual(peerDependenciesMeta["better-sqlite3"], { optional: true });
  // These npm runs, or asks somebody to approve.
  for (const name of ["preinstall", "install", "postinstall", "prepare"]) ok(!(name in scripts), name);
});

test("npm ci in a clone brings better-sqlite3 only to a Node whose own SQLite does not serve", () => {
  const { engines, optional } = read("package-lock.json").packages["node_modules/better-sqlite3"];
  const why = "npm wrote this entry anew: put these engines back (decision 35)";
  deepEqual([engines, optional], [{ node: "20.x || >=22.0 <22.16 || 23.x" }, true], why);
});

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

  await t.test("is of this package: its dependencies and what is bundled, and no more", async () => {
    const { name, version } = metadata.component;
    deepEqual([bomFormat, name, version], ["CycloneDX", manifest.name, manifest.version]);
    const listed = components.map((each) => `${each.name}@${each.version}`).sort();
    deepEqual(listed, [...new Set((await shipped()).values())].sort());
    const names = components.map((each) => each.name);
    // One that is loaded, one that is bundled, and two that build and test.
    deepEqual(
      ["pg", "find-my-way", "esbuild", "typescript"].map((each) => names.includes(each)),
      [true, true, false, false],
    );
  });

  await t.test("has a digest of each, and no address that one was loaded from", () => {
    ok(components.every(({ hashes }) => (hashes ?? []).some(({ alg }) => alg === "SHA-512")));
    const { homepage, repository } = manifest;
    const others = [homepage, repository.url].reduce((rest, own) => rest.replaceAll(own, ""), text);
    deepEqual([...others.matchAll(/https?:\/\/[^/"]+/g)].map(String), ["http://cyclonedx.org"]);
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
    for (const when of ["prepack", "prepublish"]) equal(manifest.scripts[when], "node scripts/prepare.mjs");
    match(readFileSync(join(root, "scripts/prepare.mjs"), "utf8"), /"sbom"/);
    ok(manifest.files.includes("sbom.cdx.json"));
  });
});

/** Days from an advisory's first sight to the release that mends it; the audit and SECURITY.md say the same. */
const days = { critical: 7, high: 7, moderate: 30, low: 90 };

test("the audit fails for what is grave or late, and says loudly when there was none", () => {
  const paths = new Set(["node_modules/find-my-way"]);
  const audit = (report: object, putOff: Readonly<Record<string, string>> = {}) => {
    const { lines, isBad } = judge(report, putOff, paths);
    return { code: Number(isBad), says: lines.at(-1)?.trim(), names: lines.slice(0, -1) };
  };
  const one = (severity: string) => {
    const advisory = { url: "https://example.com/advisories/GHSA-1", severity };
    // Of a package that is shipped, and of a tool.
    const found = { severity, range: "<2", nodes: ["node_modules/find-my-way"] };
    const tool = { ...found, nodes: ["node_modules/esbuild"] };
    // The second depends on the first, and is listed for that alone.
    return {
      vulnerabilities: {
        leftpad: { ...found, via: [advisory] },
        pad: { ...found, via: ["leftpad"] },
        hammer: { ...tool, via: [{ ...advisory, url: "https://example.com/advisories/GHSA-9" }] },
      },
    };
  };
  const daysAgo = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10);

  deepEqual(audit({ vulnerabilities: {} }), { code: 0, says: "known vulnerabilities: 0", names: [] });
  for (const severity of ["critical", "high"]) {
    const { code, names } = audit(one(severity), { "GHSA-1": daysAgo(0) });
    deepEqual([code, names], [1, [`${severity}: leftpad <2 (GHSA-1): nothing lands before it is mended`]]);
  }
  for (const severity of ["moderate", "low"] as const) {
    equal(audit(one(severity)).code, 1, "nobody has seen it yet");
    equal(audit(one(severity), { "GHSA-1": daysAgo(days[severity]) }).code, 0);
    equal(audit(one(severity), { "GHSA-1": daysAgo(days[severity] + 1) }).code, 1);
  }
  const late = audit(one("low"), { "GHSA-1": "2026-01-01" });
  deepEqual(late.names, ["low: leftpad <2 (GHSA-1): was to be mended by 2026-04-01"]);
  const unused = audit({ vulnerabilities: {} }, { "GHSA-2": daysAgo(1) });
  deepEqual([unused.code, unused.names], [1, ["GHSA-2 is mended: take it out of the list"]]);
  deepEqual(audit({ message: "405 Method Not Allowed" }), {
    code: 0,
    says: "*** NO AUDIT: known vulnerabilities were NOT looked for (405 Method Not Allowed) ***",
    names: [],
  });
});

test("the audit of every landing asks npm, and fails with what it answers", async (t) => {
  const folder = createFolder(t);
  const advisory = { url: "https://example.com/advisories/GHSA-1", severity: "high" };
  const found = { severity: "high", range: "<2", nodes: ["node_modules/find-my-way"], via: [advisory] };
  const answer = JSON.stringify({ vulnerabilities: { leftpad: found } });
  writeFileSync(join(folder, "npm"), `#!/bin/sh\ncat <<'END'\n${answer}\nEND\n`, { mode: 0o755 });
  const env = { PATH: `${folder}:${process.env.PATH}` };
  const { code, stdout } = await run(process.execPath, ["scripts/audit.mjs"], { env });
  equal(code, 1);
  match(stdout, /^high: leftpad <2 \(GHSA-1\): nothing lands before it is mended$/m);
});

test("SECURITY.md names these days", () => {
  const rows = readFileSync(join(root, "SECURITY.md"), "utf8").matchAll(/^\| ([a-z, ]+) \| (\d+) days/gm);
  const named = [...rows].flatMap(([, severities = "", count]) =>
    severities.split(", ").map((each) => [each, Number(count)]),
  );
  deepEqual(Object.fromEntries(named), days);
});
