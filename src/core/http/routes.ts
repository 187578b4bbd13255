// Finds the routes of a path: an operation or a route for each method, and the methods for a request with another one.
import createRouter from "find-my-way";

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
 * Finds the routes of a path. It is made for the first request and shared by servers of one process: making it takes longer
 * than answering some requests.
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

function createFinder(rows: readonly Row[]): Find<Row> {
  let routers: { readonly plain: Router; readonly verbs: Router } | undefined;
  const createRouters = () => {
    const offered = new Map<string, Row[]>();
    for (const row of rows) {
      const url = routeOf(row.path);
      offered.set(url, [...(offered.get(url) ?? []), row]);
    }
    const [plain, verbs] = [createRouter(options), createRouter(options)];
    for (const [url, found] of offered) {
      const router = url.includes("::") ? verbs : plain;
      found.sort((a, b) => methodOrder.indexOf(a.method) - methodOrder.indexOf(b.method));
      router.on("GET", url, () => {}, new Map(found.map((row) => [row.method, row])));
    }
    return { plain, verbs };
  };
  return (path) => {
    routers ??= createRouters();
    // An encoded colon begins a verb too.
    const plain = path.replace(/%3a/gi, ":");
    const found =
      (plain.includes(":") ? routers.verbs.find("GET", plain) : null) ?? routers.plain.find("GET", plain);
    return found === null
      ? undefined
      : { offered: found.store, params: found.params as Record<string, string> };
  };
}

type Router = ReturnType<typeof createRouter>;
