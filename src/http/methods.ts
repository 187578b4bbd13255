// Which methods a path offers: asked where a request comes with one that it does not.
import type { FastifyInstance } from "fastify";
import createRouter from "find-my-way";

/** The order in which real Atlas lists them: POST,GET,…. */
export const methodOrder = ["POST", "GET", "PATCH", "PUT", "DELETE"];

/**
 * Finds the methods of a path among the routes that are added from now on, by the rules that requests are routed by; a verb
 * at its end is more than a part of an id. Fastify itself would need a route for each method that is not offered, which takes
 * longer than all other routes together.
 */
export function collectMethods(
  app: FastifyInstance,
  routerOptions: object,
): (path: string) => readonly string[] | undefined {
  const offered = new Map<string, string[]>();
  app.addHook("onRoute", ({ url, method }) => {
    // Pages are found by a router of their own.
    if (url === "/*") return;
    const methods = [...(offered.get(url) ?? []), method].flat();
    offered.set(
      url,
      methods.sort((a, b) => methodOrder.indexOf(a) - methodOrder.indexOf(b)),
    );
  });
  const createRouters = () => {
    const [plain, verbs] = [createRouter(routerOptions), createRouter(routerOptions)];
    for (const [url, methods] of offered) {
      const router = url.includes("::") ? verbs : plain;
      router.on("GET", url, () => {}, methods);
    }
    return [verbs, plain];
  };
  let routers: ReturnType<typeof createRouters> | undefined;
  return (path) => {
    routers ??= createRouters();
    // An encoded colon begins a verb too.
    const plain = path.replace(/%3a/gi, ":");
    for (const router of routers) {
      const found = router.find("GET", plain);
      if (found !== null) return found.store;
    }
    return undefined;
  };
}
