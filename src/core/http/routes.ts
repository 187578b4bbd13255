// Finds the routes of a path: an operation or a route for each method, and the methods for a request with another one.
import createRouter from "find-my-way";
import { namesIn } from "../contract/http-syntax.ts";
import { grouped } from "../domain/grouped.ts";

/** The order in which real Atlas lists them: POST,GET,…. */
export const methodOrder = ["POST", "GET", "PATCH", "PUT", "DELETE"];

/** A row of a table: `path` has its parameters in braces. */
export interface Row {
  readonly method: string;
  readonly path: string;
}

interface Found<R> {
  /** The routes by method, in the order above. */
  readonly offered: ReadonlyMap<string, R>;
  /** The parameters, by each name that a row has for them. */
  readonly params: Record<string, string>;
}

export type Find<R> = (path: string) => Found<R> | undefined;

/**
 * Returns a path in the router's form, in which a verb's colon is doubled, since a parameter before a verb must not include it.
 */
export const routeOf = (path: string): string =>
  path
    .replace(/:/g, "::")
    .replace(/\{(\w+)\}::/g, ":$1(^[^:/]+)::")
    .replace(/\{(\w+)\}/g, ":$1");

const made = new WeakMap<readonly Row[], Map<string, Find<Row>>>();

/**
 * Finds the routes of a path. It is shared by servers of one process, since making it takes longer than answering some
 * requests.
 */
export function findAmong<R extends Row>(rows: readonly R[]): Find<R>;
export function findAmong<R extends Row>(rows: readonly R[], beside: readonly Row[]): Find<R | Row>;
export function findAmong(rows: readonly Row[], beside: readonly Row[] = []): Find<Row> {
  const ofTable = made.get(rows) ?? new Map<string, Find<Row>>();
  made.set(rows, ofTable);
  const key = beside.map(nameOf).join("\n");
  const find =
    ofTable.get(key) ?? createFinder([...rows, ...beside.map(({ method, path }) => ({ method, path }))]);
  ofTable.set(key, find);
  return find;
}

/** Returns the name of a row, which is unique. */
export const nameOf = ({ method, path }: Row): string => `${method} ${path}`;

const options = { ignoreTrailingSlash: true, maxParamLength: 1000 };

/** Returns the number of segments of a path. A slash at its end begins none. */
const depthOf = (path: string): number => path.replace(/\/$/, "").split("/").length;

/** Makes a finder. Routes of one depth are put into routers when a path of that depth is first looked for. */
function createFinder(rows: readonly Row[]): Find<Row> {
  const byDepth = grouped(rows, ({ path }) => depthOf(path));
  const allRouters = new Map<number, Routers>();
  return (path) => {
    // An encoded colon begins a verb too.
    const plain = path.replace(/%3a/gi, ":");
    const depth = depthOf(plain);
    const ofDepth = byDepth.get(depth);
    if (ofDepth === undefined) return undefined;
    const routers = allRouters.get(depth) ?? createRouters(ofDepth);
    allRouters.set(depth, routers);
    const found =
      (plain.includes(":") ? routers.verbs.find("GET", plain) : null) ?? routers.plain.find("GET", plain);
    if (found === null) return undefined;
    const { offered, aliases }: Offer = found.store;
    const params = found.params as Record<string, string>;
    for (const [name, other] of aliases) params[other] = params[name] ?? "";
    return { offered, params };
  };
}

interface Routers {
  readonly plain: Router;
  readonly verbs: Router;
}

function createRouters(rows: readonly Row[]): Routers {
  const [plain, verbs] = [createRouter(options), createRouter(options)];
  for (const found of grouped(rows, ({ path }) => path.replace(/\{\w+\}/g, "{}")).values()) {
    const [{ path } = { path: "" }] = found;
    const router = path.includes(":") ? verbs : plain;
    const aliases = aliasesAmong(found);
    found.sort((a, b) => methodOrder.indexOf(a.method) - methodOrder.indexOf(b.method));
    const offered = new Map(found.map((row) => [row.method, row]));
    router.on("GET", routeOf(path), () => {}, { offered, aliases } satisfies Offer);
  }
  return { plain, verbs };
}

interface Offer {
  readonly offered: ReadonlyMap<string, Row>;
  /** The names of parameters in the first row, each with its name in another row. */
  readonly aliases: readonly (readonly [name: string, other: string])[];
}

/** Returns the names that differ among paths that only differ in the names of parameters. */
function aliasesAmong([first, ...others]: readonly Row[]): Offer["aliases"] {
  const names = namesIn(first?.path ?? "");
  return others.flatMap(({ path }) =>
    namesIn(path).flatMap((other, index) => {
      const name = names[index] ?? other;
      return name === other ? [] : [[name, other] as const];
    }),
  );
}

type Router = ReturnType<typeof createRouter>;
