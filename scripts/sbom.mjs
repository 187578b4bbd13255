// Writes the bill of materials of the package, CycloneDX in JSON: what the lock file has for production, with digests and
// licences. `node scripts/sbom.mjs FILE`; packing writes sbom.cdx.json.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

/**
 * @typedef {{ "bom-ref": string, name: string, properties: { name: string }[], externalReferences?: object[] }} Component
 * @typedef {{ ref: string, dependsOn: string[] }} Edges
 */

// Told to omit tools, npm would omit as well what a tool and the package both depend on.
const npm = ["sbom", "--package-lock-only", "--sbom-format", "cyclonedx"];
const { status, stdout, stderr } = spawnSync("npm", npm, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
/** @type {{ metadata: { component: Component }, components: Component[], dependencies: Edges[] }} */
const bill = JSON.parse(stdout);

/** @param {Component} component */
const isTool = ({ properties }) => properties.some(({ name }) => name === "cdx:npm:package:development");
const tools = new Set(bill.components.filter(isTool).map((component) => component["bom-ref"]));
/** @param {string} ref */
const isShipped = (ref) => !tools.has(ref);
bill.components = bill.components.filter((component) => isShipped(component["bom-ref"]));
bill.dependencies = bill.dependencies
  .filter(({ ref }) => isShipped(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(isShipped) }));

// npm takes the name of the folder.
bill.metadata.component.name = JSON.parse(readFileSync("package.json", "utf8")).name;
// Which registry somebody installed from says nothing of the package.
for (const component of bill.components) delete component.externalReferences;
writeFileSync(process.argv[2] ?? "sbom.cdx.json", `${JSON.stringify(bill, null, 2)}\n`);
