// Looks for known vulnerabilities in what the package depends on, and holds the times that SECURITY.md names. 1 for one that is
// high or critical, that is not put off yet, or that is late; 0 otherwise, and where the registry cannot be asked, which is
// said loudly.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { judge } from "./audit-report.mjs";
import { shipped } from "./bundle.mjs";

const putOff = JSON.parse(readFileSync(new URL("put-off.json", import.meta.url), "utf8"));
const { stdout } = spawnSync("npm", ["audit", "--package-lock-only", "--json"], {
  encoding: "utf8",
  timeout: 60_000,
});
let report = {};
try {
  report = JSON.parse(stdout);
} catch {
  // npm was ended, or is missing.
}
const { lines, isBad } = judge(report, putOff, await shipped());
console.log(lines.join("\n"));
if (isBad) process.exitCode = 1;
