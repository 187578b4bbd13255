// Programs that were handed out, as a test runs them.
import { deepEqual, equal } from "node:assert/strict";
import { spawnSync } from "node:child_process";

/** A program in TypeScript of no types, by the names that it is given; it may wait, and return. */
export const AsyncFunction = (async () => {}).constructor as new (
  ...texts: string[]
) => (...given: unknown[]) => Promise<unknown>;

/** All of a program below the line that makes its client. */
export const below = (text: string, line: RegExp): string =>
  text.slice(text.search(line)).replace(/^.*\n/, "");

/** Returns a program without its imports, which are given to it. */
export const withoutImports = (text: string): string => text.replace(/^import .*$/gm, "");

/** Checks that gofmt can read each program. */
export function assertGo(programs: readonly string[]): void {
  const functions = programs.map(
    (text, index) => `func f${index}() error {\n${text.replace(/^(?=.)/gm, "\t")}\n\treturn nil\n}`,
  );
  const input = `package main\n\n${functions.join("\n\n")}\n`;
  const { status, stderr } = spawnSync("gofmt", { input, encoding: "utf8", maxBuffer: 1e9 });
  equal(status, 0, stderr.slice(0, 2_000));
}

/** Checks that each block is formatted as `terraform fmt` writes it, and so can be read. */
export function assertFormatted(blocks: readonly string[]): void {
  const input = `${blocks.join("\n\n")}\n`;
  const options = { input, encoding: "utf8", maxBuffer: 1e9 } as const;
  const { status, stdout, stderr } = spawnSync("terraform", ["fmt", "-"], options);
  equal(status, 0, stderr.slice(-2_000));
  deepEqual(stdout.split("\n"), input.split("\n"));
}
