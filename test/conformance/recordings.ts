// Answers that real Atlas was recorded to give. They are not ours to pass on, so each source is read where it is found: our own
// selection of them, the recordings of the Atlas CLI's tests, and those of the Terraform provider's.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { gapRows } from "../../src/atlas/gaps.ts";
import { operations } from "../../src/atlas/index.ts";
import type { Operation } from "../../src/core/operations/operation.ts";

export interface Recording {
  /** Recordings of a suite were made in one project, one after another. */
  readonly suite: string;
  readonly step: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Names in lower case. The selection has those that tell something of the API. */
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: the body of any operation, as it was recorded
  readonly body: any;
  /** Body and version of the request, where they were recorded: the provider's tests keep them, the CLI's do not. */
  readonly sent?: { readonly body?: object; readonly version: string };
}

interface Row {
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

const table: readonly Row[] = Object.values(operations as Readonly<Record<string, Operation>>);
/** Counts what a path spells out, which goes before a parameter. */
const literal = ({ path }: Row): number => path.replace(/\{\w+\}/g, "").length;
const rows = [...table, ...gapRows].sort((a, b) => literal(b) - literal(a));

const pattern = (path: string, parameterOf: (name: string) => string): RegExp => {
  const literal = path.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(/\{(\w+)\}/g, (_, name: string) => parameterOf(name))}$`);
};

/** Id of the operation, and the operation where it is offered here; undefined where Atlas publishes none either. */
export function operationOf({ method, path }: Pick<Recording, "method" | "path">) {
  // Version 1.0 is answered by the operations of version 2.
  const inVersion2 = path.replace(/\?.*/, "").replace("/api/atlas/v1.0/", "/api/atlas/v2/");
  const found = rows.find(
    (row) => row.method === method && pattern(row.path, () => "[^/:]+").test(inVersion2),
  );
  return (
    found && {
      id: found.id,
      operation: operations[found.id as keyof typeof operations] as Operation | undefined,
    }
  );
}

/** Headers of the transport and of the servers behind the API. */
const unheard =
  /^(connection|content-length|keep-alive|server|vary|x-envoy-.*|x-java-.*|x-mongodb-.*|x-xgen-.*|x-uncompressed-.*|x-content-type|allow)$/;

const shared = new URL("../../../shared/atlas/", import.meta.url);
const selected = process.env.ANTEROOM_RECORDED ?? fileURLToPath(new URL("recorded.json", shared));

const readList = (file: string): Recording[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Recording[]) : [];

/** Two files: suites of one recording each, and suites of which recordings of several projects were kept, over years. */
function readSelection(): Recording[] {
  const ofYears = readList(join(dirname(selected), "doors-recorded.json"))
    // The first file has no answers with 401 either.
    .filter(({ status }) => status !== 401)
    .map((each) => ({
      ...each,
      suite: `${each.suite} ${/\/groups\/([a-f0-9]{24})/.exec(each.path)?.[1] ?? ""}`,
    }));
  return [...readList(selected), ...ofYears];
}

/** Names of databases have the separator, and those of collections were recorded without. */
const flatParameter = (name: string): string => (name === "collectionName" ? "([^_]+?)" : "(.+?)");

/** Returns the path of a recording; in its file name `_` stands between the parts of a path. */
function pathOf(method: string, flat: string): string {
  for (const { path } of rows.filter((row) => row.method === method)) {
    const found = pattern(path.slice(1).replace(/[/:]/g, "_"), flatParameter).exec(flat);
    const [, ...values] = found ?? [];
    if (found && values.every((value, index) => isParameter(path, index, value))) {
      return path.replace(/\{(\w+)\}/g, (_, name) => parameterOf(name, values.shift() ?? ""));
    }
  }
  return `/${flat.replaceAll("_", "/")}`;
}

/** Ids and names of clusters have no separator; that of a process has its port. */
const isParameter = (path: string, index: number, value: string): boolean => {
  const name = [...path.matchAll(/\{(\w+)\}/g)][index]?.[1] ?? "";
  if (name === "processId") return /^[^_]+_\d+$/.test(value);
  return !/^(clusterName|.*Id)$/.test(name) || name === "clientId" || !value.includes("_");
};

function parameterOf(name: string, value: string): string {
  if (name === "processId") return encodeURIComponent(value.replace("_", ":"));
  // Users of a provider are named by its id and theirs.
  return encodeURIComponent(name === "username" ? value.replace(/^([0-9a-f]{24})_/, "$1/") : value);
}

/** A file with the text of an answer. */
function readAnswer(text: string): Pick<Recording, "status" | "headers" | "body"> {
  const [head = "", ...rest] = text.replaceAll("\r\n", "\n").split("\n\n");
  const [line = "", ...lines] = head.split("\n");
  const headers = lines.map((each) => {
    const colon = each.indexOf(":");
    return [each.slice(0, colon).toLowerCase(), each.slice(colon + 1).trim()] as const;
  });
  return {
    status: Number(line.split(" ")[1]),
    headers: Object.fromEntries(headers.filter(([name]) => !unheard.test(name))),
    body: readBody(rest.join("\n\n")),
  };
}

function readBody(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Recordings of the CLI are files named by method and path, in a folder for each test; those with hashed names are left out. */
function readCli(folder: string): Recording[] {
  const root = join(folder, "test/e2e/atlas");
  return readdirSync(root, { recursive: true, encoding: "utf8" }).flatMap((file) => {
    const [, package_ = "", test = "", step = "", method = "", flat = ""] =
      /^(.*)\/testdata\/\.snapshots\/([^/]+)(?:\/(.*))?\/(GET|POST|PUT|PATCH|DELETE)_(.*)_\d+\.snaphost$/.exec(
        file,
      ) ?? [];
    if (method === "") return [];
    const path = pathOf(method, flat);
    const suite = `${package_.split("/").at(-1)} ${test}`;
    return [{ suite, step, method, path, ...readAnswer(readFileSync(join(root, file), "utf8")) }];
  });
}

interface Cassette {
  readonly variables: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly request_responses: readonly {
      readonly path: string;
      readonly method: string;
      readonly version: string;
      readonly text?: string;
      readonly responses: readonly {
        readonly response_index: number;
        readonly status: number;
        readonly text: string;
      }[];
    }[];
  }[];
}

/** The provider's tests keep requests and answers, without headers, with variables for ids and names. */
function readProvider(folder: string): Recording[] {
  const root = join(folder, "internal/service/advancedcluster/testdata");
  const files = readdirSync(root).filter((name) => /^Test.*\.yaml$/.test(name));
  return files.flatMap((file) => {
    const { variables, steps } = parse(readFileSync(join(root, file), "utf8")) as Cassette;
    const filled = (text: string) => text.replace(/\{(\w+)\}/g, (all, name) => variables[name] ?? all);
    const calls = steps.flatMap(({ request_responses }) =>
      request_responses.flatMap(({ responses, ...request }) =>
        responses.map((response) => ({ request, response })),
      ),
    );
    return calls
      .sort((a, b) => a.response.response_index - b.response.response_index)
      .map(({ request: { method, path, version, text }, response }) => ({
        suite: file.replace(".yaml", ""),
        step: String(response.response_index),
        method,
        path: filled(path),
        status: response.status,
        headers: {},
        body: readBody(filled(response.text)),
        sent: { version, ...(text && { body: JSON.parse(filled(text)) }) },
      }));
  });
}

const { ANTEROOM_CLI: cli, ANTEROOM_PROVIDER: provider } = process.env;

export const sourceNames = ["selection", "cli", "provider"] as const;
export type SourceName = (typeof sourceNames)[number];

/** Reads the recordings of each source that is there; names those that are not. */
export const sources: Readonly<
  Record<SourceName, { readonly read?: () => Recording[]; readonly named: string }>
> = {
  selection: {
    ...(existsSync(selected) && { read: readSelection }),
    named: "ANTEROOM_RECORDED, a file of selected recordings",
  },
  cli: {
    ...(cli !== undefined && { read: () => readCli(cli) }),
    named: "ANTEROOM_CLI, a clone of mongodb/mongodb-atlas-cli",
  },
  provider: {
    ...(provider !== undefined && { read: () => readProvider(provider) }),
    named: "ANTEROOM_PROVIDER, a clone of mongodb/terraform-provider-mongodbatlas",
  },
};
