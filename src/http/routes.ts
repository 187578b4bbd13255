// Finds what is offered at a path: an operation for each method, and which methods where it comes with another one.
import type { FastifyInstance } from "fastify";
import createRouter from "find-my-way";
import type { Operation } from "../operations/operation.ts";

/** The order in which real Atlas lists them: POST,GET,…. */
export const methodOrder = ["POST", "GET", "PATCH", "PUT", "DELETE"];

/** Where Fastify hands over to the operations; what it has a route of its own for comes before. */
export const operationsUrl = "/api/*";

/** Where there are operations alone. */
export const operationsRoot = "/api/atlas/";

/** A row of a table: `path` has its parameters in braces. */
interface Row {
  readonly method: string;
  readonly path: string;
}

interface Found<R> {
  /** By method, in the order above; null where a route of Fastify answers. */
  readonly offered: ReadonlyMap<string, R | null>;
  readonly params: Record<string, string>;
}

type Find<R> = (path: string) => Found<R> | undefined;

declare module "fastify" {
  interface FastifyContextConfig {
    /** What is offered below a route that ends in a star, where it is not to be found as one. */
    offers?: readonly Row[];
  }
}

/** `{name}` as the router writes it, for which a verb's colon is doubled; a parameter before a verb must not swallow it. */
export const routeOf = (path: string): string =>
  path
    .replace(/:/g, "::")
    .replace(/\{(\w+)\}::/g, ":$1(^[^:/]+)::")
    .replace(/\{(\w+)\}/g, ":$1");

/**
 * Finds a path among the operations, and the routes that Fastify is given from now on, by Fastify's own rules; a verb at its
 * end is more than a part of an id. Fastify itself would take longer for a route of each operation than for all else that it
 * starts with, and could not tell the methods of a path. The router is made for the first request.
 */
export function collectRoutes(
  app: Pick<FastifyInstance, "addHook">,
  operations: readonly Operation[],
): Find<Operation> {
  const beside: Row[] = [];
  app.addHook("onRoute", ({ url, method, config }) => {
    // Pages are found by a router of their own.
    if (url === "/*" || url === operationsUrl) return;
    const methods = [method].flat();
    beside.push(...(config?.offers ?? methods.map((each) => ({ method: each, path: url }))));
  });
  let find: Find<Operation> | undefined;
  return (path) => (find ??= findAmong(operations, beside))(path);
}

const made = new WeakMap<readonly Row[], Map<string, Find<Row>>>();

/**
 * Finds a path among rows, and others beside them that something else answers. Servers of one process that offer the same share
 * what finds it: making that takes longer than to answer some requests.
 */
export function findAmong<R extends Row>(rows: readonly R[], beside: readonly Row[] = []): Find<R> {
  const ofTable = made.get(rows) ?? new Map<string, Find<Row>>();
  made.set(rows, ofTable);
  const key = beside.map(({ method, path }) => `${method} ${path}`).join("\n");
  const find = ofTable.get(key) ?? createFinder(rows, beside);
  ofTable.set(key, find);
  return find as Find<R>;
}

export const routerOptions = { ignoreTrailingSlash: true, maxParamLength: 1000 };

function createFinder(rows: readonly Row[], beside: readonly Row[]): Find<Row> {
  const offered = new Map<string, [string, Row | null][]>();
  const offer = ({ method, path }: Row, row: Row | null) => {
    const url = routeOf(path);
    offered.set(url, [...(offered.get(url) ?? []), [method, row]]);
  };
  for (const row of rows) offer(row, row);
  for (const row of beside) offer(row, null);
  let routers: { readonly plain: Router; readonly verbs: Router } | undefined;
  const createRouters = () => {
    const [plain, verbs] = [createRouter(routerOptions), createRouter(routerOptions)];
    for (const [url, methods] of offered) {
      const router = url.includes("::") ? verbs : plain;
      methods.sort(([a], [b]) => methodOrder.indexOf(a) - methodOrder.indexOf(b));
      router.on("GET", url, () => {}, new Map(methods));
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
