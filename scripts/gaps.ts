// Writes src/contract/gaps.ts from the official document: node --import tsx scripts/gaps.ts OFFICIAL.json
import { readFileSync, writeFileSync } from "node:fs";
import { operations } from "../src/operations/index.ts";

const methods = ["get", "post", "patch", "put", "delete"];
const base = "/api/atlas/v2";
const [official = ""] = process.argv.slice(2);

interface Document {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
}

const document: Document = JSON.parse(readFileSync(official, "utf8"));

/** Names of parameters do not matter to a request. */
const nameless = (path: string) => path.replace(/\{\w+\}/g, "{}");
const here = new Set(Object.values(operations).map(({ method, path }) => `${method} ${nameless(path)}`));

const lacking = new Map<string, string[]>();
for (const [path, offered] of Object.entries(document.paths)) {
  // Of paths that differ in names alone, the first stands for all.
  const known = [...lacking.keys()].find((each) => nameless(each) === nameless(path)) ?? path;
  const found = methods.flatMap((name) => {
    const method = name.toUpperCase();
    const published = offered[name];
    const isHere = published === undefined || here.has(`${method} ${nameless(path)}`);
    return isHere ? [] : [`${method} ${published.operationId}`];
  });
  if (found.length > 0) lacking.set(known, [...(lacking.get(known) ?? []), ...found]);
}
const lines = [...lacking].map(([path, found]) => `${path.slice(base.length)} ${found.join(" ")}`).sort();

writeFileSync(
  new URL("../src/contract/gaps.ts", import.meta.url),
  `// What Atlas publishes and Anteroom does not have, by path below ${base}: methods with the ids of their operations.
// Written by scripts/gaps.ts from the official document ${document.info.version}.
export const gaps = \`
${lines.join("\n")}
\`;
`,
);
