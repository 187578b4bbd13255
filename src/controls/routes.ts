// The test controls over HTTP, under /_anteroom/v1.
import type { FastifyInstance } from "fastify";
import { Fault } from "../contract/errors.ts";
import { showCalls } from "../domain/deprecated-call.ts";
import { addressOf } from "../domain/proxies.ts";
import type { decompress as undoCompression } from "../http/decompress.ts";
import type { NoteSecurity } from "../http/security-log.ts";
import type { RefuseControl } from "./admission.ts";
import { ControlError } from "./control-error.ts";
import type { Controls, Ending } from "./controls.ts";
import type { ClockSetting, FaultRule } from "./seen.ts";

const root = "/_anteroom/v1";
const endings: readonly Ending[] = ["accept", "decline", "expire"];

interface Parts {
  readonly controls: Controls;
  readonly refuse: RefuseControl;
  readonly noteSecurity: NoteSecurity;
  readonly decompress: typeof undoCompression;
}

export function registerControls(app: FastifyInstance, parts: Parts): void {
  const { controls, refuse, noteSecurity, decompress } = parts;
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
    scope.get(`${root}/clock`, async () => ({ now: controls.clock.now() }));
    scope.put(`${root}/clock`, async (request) => {
      const { body, headers } = request;
      const text = await decompress(body as Buffer | undefined, headers["content-encoding"]);
      controls.clock.set(readJson(text) as ClockSetting);
      return { now: controls.clock.now() };
    });
    scope.get(`${root}/faults`, async () => controls.faults.list());
    scope.put(`${root}/faults`, async (request) => {
      const { body, headers } = request;
      const text = await decompress(body as Buffer | undefined, headers["content-encoding"]);
      return controls.faults.set(readJson(text) as readonly FaultRule[]);
    });
    scope.delete(`${root}/faults`, async (_request, reply) => {
      controls.faults.clear();
      return reply.code(204).send();
    });
    scope.post(`${root}/reset`, async (_request, reply) => {
      await controls.reset();
      return reply.code(204).send();
    });
    scope.put<{ Params: { name: string } }>(`${root}/snapshots/:name`, async (request, reply) => {
      await controls.snapshot.take(request.params.name);
      return reply.code(204).send();
    });
    scope.post<{ Params: { name: string } }>(`${root}/snapshots/:name`, async (request, reply) => {
      await controls.snapshot.restore(request.params.name);
      return reply.code(204).send();
    });
    for (const ending of endings) {
      scope.post<{ Params: { id: string } }>(
        `${root}/invites/:id(^[^:/]+)::${ending}`,
        async (request, reply) => {
          await controls.endInvite(request.params.id, ending);
          return reply.code(204).send();
        },
      );
    }
    scope.get(`${root}/mail`, async () => controls.mail());
    scope.get(`${root}/requests`, async () => controls.requests());
    scope.get(`${root}/deprecations`, async () => {
      const counted = (await controls.deprecations()).map(showCalls);
      // Successors are written by the whole table, which is loaded when somebody asks.
      const { findingsOf } = await import("../report/findings.ts");
      return findingsOf(counted);
    });
    scope.get(`${root}/missing`, async () => controls.missing());
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
  throw new ControlError(400, 'send a JSON object, such as {"now": "2027-07-01T00:00:00Z"}');
}
