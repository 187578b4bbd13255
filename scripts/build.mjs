// Builds dist/, with the licences of the packages that are in it.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";

rmSync("dist", { recursive: true, force: true });
const texts = (await bundle({ write: true })).map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? "" : `\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  return `${name} ${version} (${license})\n${text}`;
});
writeFileSync("dist/licenses.txt", texts.join(`\n${"-".repeat(80)}\n`));

const { version, platform, arch, execPath } = process;
const code = `dist/program-${version}-${platform}-${arch}.code`;
execFileSync(execPath, ["scripts/code.mjs", "dist/program.cjs", code], { stdio: "inherit" });
