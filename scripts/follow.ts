// Says what an official OpenAPI document has that Anteroom does not know yet: npm run follow -- FILE, in JSON or YAML.
// Ends with 1 where something is new, with 2 where the file is no such document.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { endings } from "../src/contract/endings.ts";
import { gapRows } from "../src/http/absent.ts";
import { operations } from "../src/operations/index.ts";
import { compared, compareWith, sortOut } from "../test/conformance/document.ts";
import { operationsOf } from "../test/conformance/structure.ts";
import { endingLines } from "./endings.ts";

interface Official {
  readonly info?: { readonly version?: string; readonly "x-xgen-sha"?: string };
  readonly paths: object;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

interface Published {
  readonly method: string;
  readonly path: string;
  readonly tags?: readonly string[];
}

interface News {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What a difference is about, by the words that `compareDocuments` puts it in; the first that fits. */
const kinds: readonly (readonly [title: string, words: RegExp])[] = [
  ["Versions", / version /],
  ["Sunsets", / sunset of |^deprecated /],
  ["Required", / required /],
  ["Values", / [-+]?enum/],
  ["Parameters", /^parameter /],
  ["Fields", / member /],
  ["Other", /^/],
];
const kindOf = (difference: string): string => kinds.find(([, words]) => words.test(difference))?.[0] ?? "";

const here = new Set<string>(Object.keys(operations));
const gaps = new Set(gapRows.map(({ id }) => id));

function newOperations(published: ReadonlyMap<string, Published>): News[] {
  const unknown = [...published].filter(([id]) => !here.has(id) && !gaps.has(id));
  const known = [...compared.map(({ id }) => id), ...gaps];
  return [
    {
      title: "Operations (scripts/gaps.ts writes them)",
      lines: unknown.map(
        ([id, { method, path, tags = [] }]) => `${id}  ${method.toUpperCase()} ${path} (${tags[0]})`,
      ),
    },
    { title: "Operations that are no longer there", lines: known.filter((id) => !published.has(id)) },
  ];
}

/** Lists new endings of operations that are not here; versions of the others are compared with their declarations. */
function newEndings(official: Official): News {
  const known = new Set(endings.trim().split("\n"));
  const isNew = (line: string) => !known.has(line) && !here.has(line.split(" ")[2] ?? "");
  return {
    title: "Versions that end, outside of the plane (scripts/endings.ts writes them)",
    lines: endingLines(official as Parameters<typeof endingLines>[0]).filter(isNew),
  };
}

/** Every listed value in a schema of values. */
const valuesIn = (schema: unknown): string[] =>
  typeof schema !== "object" || schema === null
    ? []
    : Object.entries(schema).flatMap(([key, value]) => (key === "enum" ? value : valuesIn(value)));

function newEventTypes({ components }: Official): News {
  const known = ["org", "group"]
    .map((of) => readFileSync(new URL(`../src/contract/event-types-${of}.ts`, import.meta.url), "utf8"))
    .join("");
  const listing = Object.entries(components.schemas).filter(([name]) =>
    /EventTypeView|^EventTypeFor/.test(name),
  );
  const lines = new Set(valuesIn(Object.fromEntries(listing)));
  return { title: "Types of events", lines: [...lines].filter((type) => !known.includes(`"${type}"`)) };
}

const nothingNew = `Nothing is new in what is compared: operations, versions, sunsets, parameters, fields, which are required, listed values, alternatives,
statuses, headers, roles and types of events. Types, formats and bounds of fields are not compared.`;

/** What is new, by what it is about; nothing of what is known to differ. */
export function newsIn(official: Official): News[] {
  const compared = [...compareWith(official)].filter(([, [first]]) => !first?.startsWith("operation "));
  const { unexplained, outdated } = sortOut(new Map(compared));
  const byKind = kinds.map(([title]) => ({
    title,
    lines: unexplained.filter((line) => kindOf(line.slice(line.indexOf(": ") + 2)) === title),
  }));
  const all = [
    ...newOperations(operationsOf(official)),
    ...byKind,
    newEndings(official),
    newEventTypes(official),
    { title: "Reasons of docs/fidelity.md that no longer hold", lines: outdated },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}

/** Reads an official document, or says what is wrong with the file. */
export function readOfficial(path: string): Official {
  const text = readText(path);
  const read = parseText(path, text) as Partial<Official> | null;
  if (typeof read?.paths !== "object" || read.paths === null) {
    throw new Error(`${path} is no OpenAPI document: it has no paths.`);
  }
  if (![...operationsOf(read).keys()].some((id) => here.has(id))) {
    throw new Error(
      `${path} has no operation of Anteroom: it is not the document of the Atlas Administration API.`,
    );
  }
  const schemas: unknown = read.components?.schemas;
  if (typeof schemas !== "object" || schemas === null) {
    throw new Error(`${path} has no components.schemas: without them its fields cannot be compared.`);
  }
  return { ...read, paths: read.paths, components: { ...read.components, schemas: { ...schemas } } };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${path} cannot be read: ${code === "ENOENT" ? "there is no such file" : code}.`);
  }
}

function parseText(path: string, text: string): unknown {
  try {
    return /^\s*\{/.test(text) ? JSON.parse(text) : parse(text);
  } catch (error) {
    throw new Error(`${path} is neither JSON nor YAML: ${(error as Error).message.split("\n")[0]}`);
  }
}

function run([path]: readonly string[]): number {
  try {
    if (path === undefined) throw new Error("Name an official document: npm run follow -- openapi.json");
    const official = readOfficial(path);
    const news = newsIn(official);
    const { version = "without version", "x-xgen-sha": sha = "without sha" } = official.info ?? {};
    console.log(`${path} (${version}, ${sha}); - is what it has more, + what Anteroom has more.`);
    for (const { title, lines } of news) {
      console.log(["", `${title} (${lines.length}):`, ...lines.map((line) => `  ${line}`)].join("\n"));
    }
    if (news.length === 0) console.log(nothingNew);
    return news.length === 0 ? 0 : 1;
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = run(process.argv.slice(2));
