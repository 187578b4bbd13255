// Writes one call in the language of each tool, for pages that offer it for copying.

import { operations } from "../atlas/index.ts";
import { packageName } from "../core/contract/release.ts";
import { quoteJson, quoteProgram, shellWord } from "../core/domain/quoting.ts";
import type { Operation } from "../core/operations/operation.ts";
import { blankName, blanksIn, type Call, partsOf, type Replaced, type Successor } from "./steps.ts";
import { writeGo, writePython, writeTypeScript } from "./write-programs.ts";
import { writeAtlasCli, writeCurl } from "./write-shell.ts";
import { writeTerraform } from "./write-terraform.ts";

export const snippetLanguages = {
  curl: "curl",
  atlasCli: "atlas CLI",
  typescript: "TypeScript",
  go: "Go",
  python: "Python",
  terraform: "Terraform",
} as const;

export type SnippetLanguage = keyof typeof snippetLanguages;

/** A source of successors and endings: Terraform gets the successor of a call that ends, since its resource ends as well. */
export interface KnownEndings {
  /** Returns the successor of a request; undefined if it does not end. */
  successorOf(replaced: Replaced): Successor | undefined;
  /** Returns a comment that a type of Terraform ends, and what to do; empty for one that stays. */
  endingNote(type: string): string;
}

const noEndings: KnownEndings = { successorOf: () => undefined, endingNote: () => "" };

/** Returns the steps; path parameters without a value are to be filled in. */
function steps(call: Call): Successor {
  const names = Object.keys((operations[call.operationId] as Operation).params);
  const missing = names.filter((name) => call.params[name] === undefined);
  const blanks = missing.map((name) => [name, { blank: blankName(name) }]);
  const whole: Call = { ...call, params: { ...call.params, ...Object.fromEntries(blanks) } };
  return {
    steps: [{ kind: "call", call: whole }],
    blanks: [...blanksIn(partsOf(whole))].map((name) => ({ name, hint: "" })),
    note: "",
  };
}

/** Returns the call as if it were a request that was seen, with masked blanks. */
const asReplaced = ({ operationId, params, query = {}, body }: Call): Replaced =>
  JSON.parse(JSON.stringify({ operationId, params, query, body }));

/**
 * Writes the call in each language, ready to be pasted; the private key, and a public key without a value, come from the
 * variables `PRIVATE_KEY` and `PUBLIC_KEY`.
 */
export function writeSnippets(
  call: Call,
  baseUrl: string,
  publicKey?: string,
  { successorOf, endingNote }: KnownEndings = noEndings,
): Readonly<Record<SnippetLanguage, string>> {
  const written = steps(call);
  const { path } = operations[call.operationId];
  return {
    curl: [
      `BASE_URL=${shellWord(baseUrl)}`,
      ...(publicKey === undefined ? [] : [`PUBLIC_KEY=${shellWord(publicKey)}`]),
      writeCurl(written),
    ].join("\n"),
    atlasCli: writeAtlasCli(written),
    typescript: `import { env } from "node:process";
import { AtlasClient } from "${packageName}/client";

${
  publicKey === undefined
    ? 'const { PUBLIC_KEY: publicKey = "", PRIVATE_KEY: privateKey = "" } = env;'
    : `const publicKey = ${quoteJson(publicKey)};\nconst { PRIVATE_KEY: privateKey = "" } = env;`
}
const atlas = new AtlasClient({ baseUrl: ${quoteJson(baseUrl)}, publicKey, privateKey });
${writeTypeScript(written)}`,
    go: path.startsWith("/api/private/")
      ? "// The Go SDK has no method for it."
      : `sdk, err := admin.NewClient(
	admin.UseBaseURL(${quoteProgram(baseUrl)}),
	admin.UseDigestAuth(${publicKey === undefined ? 'os.Getenv("PUBLIC_KEY")' : quoteProgram(publicKey)}, os.Getenv("PRIVATE_KEY")),
)
if err != nil {
	return err
}
${writeGo(written)}`,
    python: `import os

import requests
from requests.auth import HTTPDigestAuth

base_url = ${quoteProgram(baseUrl)}
atlas = requests.Session()
atlas.auth = HTTPDigestAuth(${publicKey === undefined ? 'os.environ["PUBLIC_KEY"]' : quoteProgram(publicKey)}, os.environ["PRIVATE_KEY"])
${writePython(written)}`,
    // A resource for an ending operation would end as well.
    terraform: writeTerraform(successorOf(asReplaced(call)) ?? written, endingNote),
  };
}
