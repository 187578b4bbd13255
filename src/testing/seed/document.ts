// The seed file: a world described in YAML or JSON. Ids and secrets are optional, and minted if absent.
import { readFile } from "node:fs/promises";
import { Compile } from "typebox/schema";
import { countries } from "../../core/contract/countries.ts";
import { describeFindings, type Finding } from "../../core/contract/findings.ts";
import { noNul, timestamp } from "./patterns.ts";
import { describeSeeds } from "./schema.ts";
import type { SeedDocument, SeedOrg } from "./types.ts";

export type { SeedDocument, SeedGroup, SeedOrg } from "./types.ts";
export type SeedUser = NonNullable<SeedOrg["users"]>[number];
/** The members of a key or account other than its roles. */
export type SeedKey = Omit<NonNullable<SeedOrg["apiKeys"]>[number], "roles">;
export type SeedAccount = Omit<NonNullable<SeedOrg["serviceAccounts"]>[number], "roles">;

/** Signals a seed that cannot be planted, with all its mistakes. */
export class SeedError extends Error {
  constructor(problems: readonly string[]) {
    super(`The seed cannot be planted:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
  }
}

/** The validator, compiled for the first seed, since most starts have none. */
let validator: ReturnType<typeof Compile> | undefined;

/** Checks that a value has the form of a seed; throws a SeedError that names the wrong places, at most eight. */
export function checkSeed(value: unknown): SeedDocument {
  validator ??= Compile(describeSeeds());
  if (validator.Check(value)) return value as SeedDocument;
  const [, findings] = validator.Errors(value);
  throw new SeedError(describeFindings(inWords(findings)));
}

/** The words of refusals, by the pattern that a value does not match. */
const patternWords: ReadonlyMap<unknown, string> = new Map([
  [noNul, "must not hold NUL"],
  [timestamp, "must be an instant, such as 2026-08-10T03:04:53Z"],
]);

/** Returns the findings in plain words: one for an instant, a country, or a thing that may be named in several ways. */
function inWords(findings: readonly Finding[]): Finding[] {
  const said = new Map<string, Finding>();
  for (const finding of findings) {
    const worded = { ...finding, ...wordsOf(finding, findings) };
    const { instancePath, message } = worded;
    if (!isOfCase(finding)) said.set(`${instancePath} ${message}`, worded);
  }
  return [...said.values()];
}

/** Reports whether a finding is about one of several cases, which are refused together. */
const isOfCase = ({ keyword, schemaPath }: Finding) =>
  keyword === "required" && /\/anyOf\/\d+$/.test(schemaPath);

function wordsOf({ keyword, instancePath, params }: Finding, all: readonly Finding[]): Partial<Finding> {
  const { pattern, format, allowedValues } = params as Readonly<Record<string, unknown>>;
  if (keyword === "format" || format !== undefined) return { message: patternWords.get(timestamp) ?? "" };
  if (patternWords.has(pattern)) return { message: patternWords.get(pattern) ?? "" };
  if ((allowedValues as unknown[] | undefined)?.length === countries.size) {
    return { message: "must be a country, such as IE", params: {} };
  }
  const cases = all.filter((each) => isOfCase(each) && each.instancePath === instancePath);
  if (keyword !== "anyOf" || cases.length === 0) return {};
  const names = cases.flatMap((each) => (each.params as { requiredProperties: string[] }).requiredProperties);
  return { message: `must have ${names.slice(0, -1).join(", ")} or ${names.at(-1)}` };
}

/** Reads a seed: from a file, or a text with a name for messages. */
export async function readSeed({ name, text }: { readonly name: string; readonly text: string | null }) {
  const read = () =>
    readFile(name, "utf8").catch((cause: Error) => {
      throw new SeedError([`${name} cannot be read: ${cause.message}`]);
    });
  const { parse } = await import("yaml");
  return parseSeed(text ?? (await read()), name, parse);
}

/** Parses a seed. JSON is YAML, so `parse` reads both. It is an argument because it is loaded on demand. */
export function parseSeed(text: string, path: string, parse: (text: string) => unknown): SeedDocument {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    throw new SeedError([`${path} is not YAML: ${(cause as Error).message}`]);
  }
  return checkSeed(value);
}
