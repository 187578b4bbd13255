// Writes the bill of materials of the package, CycloneDX in JSON: what it depends on and what is bundled in it, with digests
// and licences. `node scripts/sbom.mjs FILE`; packing writes sbom.cdx.json.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { shipped } from "./bundle.mjs";

/**
 * @typedef {{ "bom-ref": string, name: string, scope?: string, properties: { name: string }[], externalReferences?: object[] }} Component
 * @typedef {{ ref: string, dependsOn: string[] }} Edges
 */

// Told to omit tools, npm would omit as well what a tool and the package both depend on.
const npm = ["sbom", "--package-lock-only", "--sbom-format", "cyclonedx"];
const { status, stdout, stderr } = spawnSync("npm", npm, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
/** @type {{ serialNumber?: string, metadata: { component: Component, timestamp?: string }, components: Component[], dependencies: Edges[] }} */
const bill = JSON.parse(stdout);

const refs = new Set((await shipped()).values());
/** @param {string} ref */
const isShipped = (ref) => ref === bill.metadata.component["bom-ref"] || refs.has(ref);
bill.components = bill.components.filter((component) => isShipped(component["bom-ref"]));
bill.dependencies = bill.dependencies
  .filter(({ ref }) => isShipped(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(isShipped) }));

// One commit packs to one file, whose digest can be compared.
delete bill.serialNumber;
delete bill.metadata.timestamp;
// npm takes the name of the folder.
bill.metadata.component.name = JSON.parse(readFileSync("package.json", "utf8")).name;
for (const component of bill.components) {
  // Which registry somebody installed from says nothing of the package.
  delete component.externalReferences;
  // What is bundled is no tool of development, which npm takes it for.
  if (component.properties.some(({ name }) => name === "cdx:npm:package:development")) delete component.scope;
  component.properties = component.properties.filter(({ name }) => name !== "cdx:npm:package:development");
}
writeFileSync(process.argv[2] ?? "sbom.cdx.json", `${JSON.stringify(bill, null, 2)}\n`);
