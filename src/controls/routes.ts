// The test controls over HTTP, under /_anteroom: those of the table, its document, and a page that leads to all.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Fault } from "../contract/errors.ts";
import { splitTarget } from "../contract/target.ts";
import { addressOf } from "../domain/proxies.ts";
import type { decompress as undoCompression } from "../http/decompress.ts";
import type { findAmong } from "../http/routes.ts";
import type { NoteSecurity } from "../http/security-log.ts";
import type { RefuseControl } from "./admission.ts";
import { ControlError } from "./control-error.ts";
import type { Controls } from "./controls.ts";
import { describeControls, listControls, renderControls } from "./document.ts";
import { controlRoutes, namesIn, root } from "./list.ts";
import { call, membersOf } from "./members.ts";

interface Parts {
  readonly controls: Controls;
  readonly refuse: RefuseControl;
  readonly wantsToken: boolean;
  readonly noteSecurity: NoteSecurity;
  readonly decompress: typeof undoCompression;
  /** Finds a path among the controls. */
  readonly find: ReturnType<typeof findAmong<(typeof controlRoutes)[number]>>;
  /** Scheme and authority that a request came to. */
  readonly originOf: (request: FastifyRequest) => string;
}

export function registerControls(app: FastifyInstance, parts: Parts): void {
  const { controls, refuse, wantsToken, noteSecurity, decompress, find, originOf } = parts;
  const members = membersOf(controls);
  const bodyOf = ({ body, headers }: FastifyRequest) =>
    decompress(body as Buffer | undefined, headers["content-encoding"]);
  app.register(async (scope) => {
    // Mail has links that open accounts.
    scope.addHook("onRequest", async (request, reply) => {
      reply.header("cache-control", "no-store");
      const refused = refuse(request.headers.authorization);
      if (refused !== undefined) throw refused;
    });
    scope.addHook("onResponse", async (request, { statusCode }) => {
      if (request.method === "GET") return;
      const refusedFor = statusCode < 400 ? undefined : String(statusCode);
      const { id: requestId, url } = request;
      // What anybody adds to an address may be a secret.
      const [path] = url.split("?", 1);
      noteSecurity({ event: "control", refusedFor, path, requestId, ip: addressOf(request) });
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      const isKnown = error instanceof ControlError || error instanceof Fault;
      const status = isKnown ? error.status : (error.statusCode ?? 500);
      reply
        .code(status)
        .headers(error instanceof Fault ? error.headers : {})
        .send({ error: status, detail: status === 500 ? "Unexpected error." : error.message });
    });
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const { method, url } = request;
      const { path: asked } = splitTarget(url);
      const found = find(asked);
      if (found === undefined) {
        throw new ControlError(404, `there is no control at ${asked}; /_anteroom/ lists all`);
      }
      const control = found.offered.get(method);
      if (!control) return reply.callNotFound();
      const { name, path, takes, gives } = control;
      const given: unknown[] = namesIn(path).map((each) => found.params[each]);
      if (takes !== undefined) given.push(readJson(await bodyOf(request)));
      const value = await call(members, name, given);
      if (value === undefined) return reply.code(204).send();
      return gives === undefined ? value : { [gives]: value };
    };
    const methods = [...new Set(controlRoutes.map(({ method }) => method))];
    // One route for all: each would cost a start as much as the rest of a world does.
    scope.route({ method: methods, url: `${root}/*`, config: { offers: controlRoutes }, handler });
    scope.get("/_anteroom/openapi.json", async (request) => describeControls(originOf(request), wantsToken));
    // The root too, which people shorten an address to.
    for (const url of ["/_anteroom", root]) {
      scope.get(url, async (request, reply) => {
        if (request.headers.accept?.includes("text/html") !== true) return listControls();
        return reply.type("text/html; charset=utf-8").send(renderControls());
      });
    }
  });
}

function readJson(body: Buffer | undefined): object {
  let value: unknown;
  try {
    value = JSON.parse(body?.toString("utf8") ?? "");
  } catch {
    value = undefined;
  }
  if (typeof value === "object" && value !== null) return value;
  throw new ControlError(400, "the body must be JSON: an object, or a list of rules for faults");
}
