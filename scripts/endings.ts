// Writes src/contract/endings.ts from the official document: node --import tsx scripts/endings.ts OFFICIAL.json
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const methods = ["get", "post", "patch", "put", "delete"];
const base = "/api/atlas/v2";

interface Content {
  readonly content?: Readonly<Record<string, { readonly "x-sunset"?: string }>>;
}

interface Published {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, Content>>;
}

interface Official {
  readonly info: { readonly version?: string; readonly "x-xgen-sha"?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Published>>>>;
}

/** By version its sunset; undefined for one that stays. A version has one as soon as one of its answers has. */
function sunsetsOf({ responses }: Published): Map<string, string | undefined> {
  const sunsets = new Map<string, string | undefined>();
  for (const { content = {} } of Object.values(responses)) {
    for (const [type, { "x-sunset": sunset }] of Object.entries(content)) {
      const version = /^application\/vnd\.atlas\.([\w-]+)\+/.exec(type)?.[1];
      if (version !== undefined) {
        sunsets.set(version, sunset ?? sunsets.get(version));
      }
    }
  }
  return sunsets;
}

/** A line for each operation of which a version ends: method, path, id, and each version, with its sunset after a colon. */
export function endingLines({ paths }: Pick<Official, "paths">): string[] {
  const lines: string[] = [];
  for (const [path, offered] of Object.entries(paths)) {
    for (const method of methods) {
      const published = offered[method];
      const sunsets = published === undefined ? [] : [...sunsetsOf(published)].sort();
      if (published === undefined || sunsets.every(([, sunset]) => sunset === undefined)) {
        continue;
      }
      const versions = sunsets.map(([version, sunset]) => (sunset ? `${version}:${sunset}` : version));
      const line = [method.toUpperCase(), path.slice(base.length), published.operationId, ...versions];
      lines.push(line.join(" "));
    }
  }
  const pathOf = (line: string) => line.slice(line.indexOf(" "));
  return lines.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const official: Official = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
  writeFileSync(
    new URL("../src/contract/endings.ts", import.meta.url),
    `// Atlas's operations of which a version ends: method, path below ${base}, id, and all versions, with a colon before a sunset.
// Written by scripts/endings.ts from x-sunset of the official document ${official.info["x-xgen-sha"] ?? official.info.version}.
export const endings = \`
${endingLines(official).join("\n")}
\`;
`,
  );
}
