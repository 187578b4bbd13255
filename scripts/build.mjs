// Builds dist/, with the licences of the packages that are in it, and what V8 makes of the program for this Node.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";

const { version, platform, arch, execPath } = process;
const program = "dist/program.cjs";
const code = `dist/program-${version}-${platform}-${arch}.code`;
const before = existsSync(code)
  ? { text: readFileSync(program, "utf8"), code: readFileSync(code) }
  : undefined;

rmSync("dist", { recursive: true, force: true });
const texts = (await bundle({ write: true })).map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? "" : `\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  return `${name} ${version} (${license})\n${text}`;
});
writeFileSync("dist/licenses.txt", texts.join(`\n${"-".repeat(80)}\n`));

if (before?.text === readFileSync(program, "utf8")) {
  writeFileSync(code, before.code);
} else {
  // Not with what the shell says of a server: it has a database.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith("ANTEROOM_")),
  );
  const { status } = spawnSync(execPath, ["scripts/code.mjs", program, code], { env, timeout: 30_000 });
  if (status !== 0)
    console.warn("The program could not be started at the build: it will start slower, and tell why.");
}
