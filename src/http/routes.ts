// Finds what is offered at a path: an operation for each method, and which methods where it comes with another one.
import type { FastifyInstance } from "fastify";
import createRouter from "find-my-way";
import type { Operation } from "../operations/operation.ts";

/** The order in which real Atlas lists them: POST,GET,…. */
export const methodOrder = ["POST", "GET", "PATCH", "PUT", "DELETE"];

/** Where Fastify hands over to the operations; what it has a route of its own for comes before. */
export const operationsUrl = "/api/*";

interface Found {
  /** By method, in the order above; null where a route of Fastify answers. */
  readonly offered: ReadonlyMap<string, Operation | null>;
  readonly params: Record<string, string>;
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
  app: Pick<FastifyInstance, "addHook"> | null,
  operations: readonly Operation[],
  routerOptions: object,
): (path: string) => Found | undefined {
  const offered = new Map<string, [string, Operation | null][]>();
  const offer = (url: string, method: string, operation: Operation | null) => {
    offered.set(url, [...(offered.get(url) ?? []), [method, operation]]);
  };
  for (const operation of operations) offer(routeOf(operation.path), operation.method, operation);
  app?.addHook("onRoute", ({ url, method }) => {
    // Pages are found by a router of their own.
    if (url === "/*" || url === operationsUrl) return;
    for (const each of [method].flat()) offer(url, each, null);
  });
  const createRouters = (): Routers => {
    const [plain, verbs] = [createRouter(routerOptions), createRouter(routerOptions)];
    for (const [url, methods] of offered) {
      const router = url.includes("::") ? verbs : plain;
      methods.sort(([a], [b]) => methodOrder.indexOf(a) - methodOrder.indexOf(b));
      router.on("GET", url, () => {}, new Map(methods));
    }
    return { plain, verbs };
  };
  let routers: Routers | undefined;
  return (path) => {
    routers ??= shared(operations, offered, createRouters);
    // An encoded colon begins a verb too.
    const plain = path.replace(/%3a/gi, ":");
    const found =
      (plain.includes(":") ? routers.verbs.find("GET", plain) : null) ?? routers.plain.find("GET", plain);
    return found === null
      ? undefined
      : { offered: found.store, params: found.params as Record<string, string> };
  };
}

/** Finds a path among operations alone, for who asks about a request and sends none. */
export const findAmong = (operations: readonly Operation[]): ReturnType<typeof collectRoutes> =>
  collectRoutes(null, operations, { ignoreTrailingSlash: true, maxParamLength: 1000 });

interface Routers {
  /** Paths without a verb, and those with one. */
  readonly plain: Router;
  readonly verbs: Router;
}

type Router = ReturnType<typeof createRouter>;

const made = new WeakMap<readonly Operation[], Map<string, Routers>>();

/** Servers of one process that offer the same have one pair of routers: making it takes longer than to answer some requests. */
function shared(
  operations: readonly Operation[],
  offered: ReadonlyMap<string, readonly (readonly [method: string, unknown])[]>,
  make: () => Routers,
): Routers {
  const ofTable = made.get(operations) ?? new Map<string, Routers>();
  made.set(operations, ofTable);
  const key = Array.from(offered, ([url, methods]) => `${url} ${methods.map(([name]) => name)}`).join("\n");
  const routers = ofTable.get(key) ?? make();
  ofTable.set(key, routers);
  return routers;
}
