// Runs the program as people do: a process of its own, with arguments, variables and standard input.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const fileOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * The arguments with which `node` runs the program: its source; or the built program, which starts with a ninth of the CPU, in
 * a run of all tests.
 */
export const mainArguments: readonly string[] =
  process.env.ANTEROOM_TEST_BUILT === "1"
    ? [fileOf("dist/main.js")]
    : ["--import", "tsx", fileOf("src/start/main.ts")];

/** The surroundings without what would change how the program, or a client, is set up. */
export const plainEnvironment: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(ANTEROOM|MONGODB_ATLAS|NODE_TEST)_/i.test(name)),
);

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** The text on standard input; empty if absent. */
  readonly input?: string;
}

/** Runs a program to its end. */
export function run(
  command: string,
  args: readonly string[],
  { env = {}, input = "" }: Surroundings = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...plainEnvironment, ...env } });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    // A program that reads nothing may end before the input is written.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** Runs `anteroom` with arguments. */
export const anteroom = (args: readonly string[], surroundings?: Surroundings): Promise<Ended> =>
  run(process.execPath, [...mainArguments, ...args], surroundings);
