// `anteroom doctor` of a store, and what it finds.
import { equal } from "node:assert/strict";
import { mainArguments, run } from "./command.ts";
import { pluck } from "./pluck.ts";

export const env = { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" };

interface Finding {
  readonly part: string;
  readonly status: string;
  readonly said: string;
  readonly cure?: string;
}

export const doctor = (...flags: string[]) =>
  run(process.execPath, [...mainArguments, "doctor", ...flags], { env });

export async function findings(
  ...flags: string[]
): Promise<{ code: number | null; of: (part: string) => Finding; parts: string[] }> {
  const { code, stdout, stderr } = await doctor(...flags, "--json");
  equal(stderr.includes("Error"), false, stderr);
  const found: Finding[] = JSON.parse(stdout);
  const of = (part: string) => found.find((each) => each.part === part) as Finding;
  return { code, of, parts: pluck(found, "part") };
}
