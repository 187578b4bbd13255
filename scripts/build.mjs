// Builds dist/, with the licences of the packages that are in it, and what V8 makes of the program for this Node.
import { fork } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bundle } from "./bundle.mjs";

const { version, platform, arch } = process;
const file = "dist/program.cjs";
const code = `dist/program-${version}-${platform}-${arch}.code`;
const before = existsSync(code) ? { text: readFileSync(file, "utf8"), code: readFileSync(code) } : undefined;

/** The terms of the package's own licence, wherever another breaks its lines: they need not be downloaded twice. */
const [terms = ""] = readFileSync("LICENSE", "utf8").split(/(?<=END OF TERMS AND CONDITIONS)/);
const words = terms.trim().split(/\s+/);
const ownTerms = new RegExp(words.map((word) => word.replace(/[^\w\s]/g, "\\$&")).join("\\s+"));

rmSync("dist", { recursive: true, force: true });
const texts = (await bundle()).map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
  const own = text.replace(
    ownTerms,
    "The terms of the Apache License, version 2.0, are in LICENSE of this package.",
  );
  return `${name} ${version} (${license})\n${text === "" ? "" : `\n${own}\n`}`;
});
writeFileSync("dist/licenses.txt", texts.join(`\n${"-".repeat(80)}\n`));

if (before?.text === readFileSync(file, "utf8")) {
  writeFileSync(code, before.code);
} else {
  await compile();
  if (!existsSync(code)) {
    console.warn("The program could not be started at the build: it will start slower, and tell why.");
  }
}

/** Starts the program, and lets it keep its code when it says that it is ready. */
async function compile() {
  // Not with what the shell says of a server: it has a database.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith("ANTEROOM_")),
  );
  const child = fork("scripts/code.mjs", ["dist"], { env, silent: true, timeout: 30_000 });
  child.stderr?.resume();
  const ended = new Promise((resolve) => child.once("close", resolve));
  const output = /** @type {import("node:stream").Readable} */ (child.stdout);
  for await (const line of createInterface({ input: output })) {
    // The last one that `dev` prints.
    if (line.startsWith("API reference")) child.send("ready");
  }
  await ended;
}
