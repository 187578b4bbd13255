// Builds FerretDB from the module that Go's proxy has: its build wants a file with the version, which the module leaves out.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const version = "v1.24.2";
const target = resolve(".clients", "ferretdb");
const source = resolve(target, "source");
/** @param {string[]} args @param {string} [cwd] */
const go = (args, cwd) =>
  execFileSync("go", args, {
    ...(cwd && { cwd }),
    encoding: "utf8",
    env: { ...process.env, GOFLAGS: "-buildvcs=false" },
    stdio: ["ignore", "pipe", "inherit"],
  });

const { Dir: module } = JSON.parse(
  go(["mod", "download", "-json", `github.com/FerretDB/FerretDB@${version}`]),
);
rmSync(source, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
cpSync(module, source, { recursive: true, filter: (from) => !from.includes("/integration/") });
execFileSync("chmod", ["-R", "u+w", source]);
writeFileSync(resolve(source, "build", "version", "version.txt"), `${version}\n`);
go(["build", "-o", resolve(target, "ferretdb"), "./cmd/ferretdb"], source);
rmSync(source, { recursive: true, force: true });
