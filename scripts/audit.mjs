// Looks for known vulnerabilities in what the package depends on, and holds the times that SECURITY.md names. 1 for one that is
// high or critical, that nobody has put off yet, or that is late; 0 otherwise, and where the registry cannot be asked, which is
// said loudly.
// Usage: node scripts/audit.mjs [LIST]
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { shipped } from "./bundle.mjs";

/** Days until it is mended of what may be put off. @type {Readonly<Record<string, number>>} */
const daysOf = { moderate: 30, low: 90, info: 90 };
const day = 86_400_000;

/** The day on which each advisory that is put off was seen first. @type {Readonly<Record<string, string>>} */
const putOff = JSON.parse(readFileSync(process.argv[2] ?? new URL("put-off.json", import.meta.url), "utf8"));

/** @param {number} instant */
const dateOf = (instant) => new Date(instant).toISOString().slice(0, 10);

/** What is wrong with having an advisory still; nothing while it may wait. @param {string} id @param {string} severity */
function whyNot(id, severity) {
  const days = daysOf[severity];
  if (days === undefined) return "nothing lands before it is mended";
  const seen = putOff[id];
  if (seen === undefined) {
    return `mend it, or put "${id}": "${dateOf(Date.now())}" into scripts/put-off.json and mend it in ${days} days`;
  }
  const last = dateOf(Date.parse(seen) + days * day);
  return dateOf(Date.now()) > last ? `was to be mended by ${last}` : undefined;
}

const { stdout } = spawnSync("npm", ["audit", "--package-lock-only", "--json"], {
  encoding: "utf8",
  timeout: 60_000,
});
/** @typedef {{ url: string, severity: string }} Advisory */
/** @type {{ vulnerabilities?: Record<string, { range: string, nodes: string[], via: (Advisory | string)[] }>, message?: string }} */
let report = {};
try {
  report = JSON.parse(stdout);
} catch {
  // npm was ended, or is missing.
}
if (report.vulnerabilities === undefined) {
  const why = report.message ?? "npm gave no report";
  console.log(`\n*** NO AUDIT: known vulnerabilities were NOT looked for (${why}) ***\n`);
} else {
  // A name instead of an advisory is that of another package in the report, which has it.
  const paths = await shipped();
  const found = Object.entries(report.vulnerabilities).flatMap(([name, { range, nodes, via }]) =>
    via
      .filter(() => nodes.some((path) => paths.has(path)))
      .flatMap((each) =>
        typeof each === "string"
          ? []
          : [{ name, range, severity: each.severity, id: each.url.split("/").at(-1) ?? each.url }],
      ),
  );
  for (const { name, range, severity, id } of found) {
    const why = whyNot(id, severity);
    if (why !== undefined) process.exitCode = 1;
    console.log(`${severity}: ${name} ${range} (${id}): ${why ?? `put off on ${putOff[id]}`}`);
  }
  for (const id of Object.keys(putOff).filter((each) => !found.some((one) => one.id === each))) {
    process.exitCode = 1;
    console.log(`${id} is mended: take it out of the list`);
  }
  console.log(`known vulnerabilities: ${found.length}`);
}
