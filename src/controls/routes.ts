// The test controls over HTTP, under /_anteroom: those of the table, its document, and a page that leads to all.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Fault } from "../contract/errors.ts";
import { addressOf } from "../domain/proxies.ts";
import type { decompress as undoCompression } from "../http/decompress.ts";
import type { NoteSecurity } from "../http/security-log.ts";
import type { RefuseControl } from "./admission.ts";
import { ControlError } from "./control-error.ts";
import type { Controls } from "./controls.ts";
import { describeControls, listControls, renderControls } from "./document.ts";
import { controls as controlTable, namesIn, root } from "./list.ts";
import { call, membersOf } from "./members.ts";

interface Parts {
  readonly controls: Controls;
  readonly refuse: RefuseControl;
  readonly wantsToken: boolean;
  readonly noteSecurity: NoteSecurity;
  readonly decompress: typeof undoCompression;
  /** `{name}` as the router writes it. */
  readonly routeOf: (path: string) => string;
  /** Scheme and authority that a request came to. */
  readonly originOf: (request: FastifyRequest) => string;
}

export function registerControls(app: FastifyInstance, parts: Parts): void {
  const { controls, refuse, wantsToken, noteSecurity, decompress, routeOf, originOf } = parts;
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
    for (const { name, method, path, takes, gives } of controlTable) {
      const handler = async (request: FastifyRequest, reply: FastifyReply) => {
        const values = request.params as Readonly<Record<string, string>>;
        const given: unknown[] = namesIn(path).map((each) => values[each]);
        if (takes === true) given.push(readJson(await bodyOf(request)));
        const value = await call(members, name, given);
        if (value === undefined) return reply.code(204).send();
        return gives === undefined ? value : { [gives]: value };
      };
      scope.route({ method, url: root + routeOf(path), handler });
    }
    scope.get("/_anteroom/openapi.json", async (request) => describeControls(originOf(request), wantsToken));
    scope.get("/_anteroom", async (request, reply) => {
      if (request.headers.accept?.includes("text/html") !== true) return listControls();
      return reply.type("text/html; charset=utf-8").send(renderControls());
    });
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
