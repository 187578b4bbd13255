// Looks for known vulnerabilities in what the package depends on: 1 for one that is high or critical, 0 for none, and 0 where
// the registry cannot be asked, which is said loudly.
import { spawnSync } from "node:child_process";

const { stdout } = spawnSync("npm", ["audit", "--package-lock-only", "--omit", "dev", "--json"], {
  encoding: "utf8",
  timeout: 60_000,
});
/** @type {{ vulnerabilities?: Record<string, { severity: string, range: string }>, message?: string }} */
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
  const found = Object.entries(report.vulnerabilities);
  for (const [name, { severity, range }] of found) console.log(`${severity}: ${name} ${range}`);
  const grave = found.filter(([, { severity }]) => ["high", "critical"].includes(severity));
  console.log(`known vulnerabilities: ${found.length}, of which ${grave.length} high or critical`);
  if (grave.length > 0) process.exitCode = 1;
}
