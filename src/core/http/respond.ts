// The server as a function: it answers each request, whichever adapter calls it.
import { randomUUID } from "node:crypto";
import { elapsed } from "../clock.ts";
import { Fault, fault } from "../contract/errors.ts";
import type { Operation } from "../operations/operation.ts";
import { type Answer, jsonAnswer, type Route } from "./answer.ts";
import { largestBody, type ReadBody } from "./bodies.ts";
import type { RecordAnswer } from "./metrics.ts";
import { readFormat } from "./parse-values.ts";
import type { Walk } from "./pipeline.ts";
import type { OperationRequest } from "./pipeline-request.ts";
import { type ApiAnswer, methodNotAllowed, refuseAlone, withNoSniff } from "./reply.ts";
import type { HttpRequest, ReceivedRequest } from "./request.ts";
import { findAmong, nameOf } from "./routes.ts";
import type { LoadStandIn } from "./stand-in.ts";

export type Respond = (received: ReceivedRequest) => Promise<Answer>;

/** Lists an answer. `name` is the operation or the path of the endpoint, or "". */
export type SeeAnswer = (request: HttpRequest, answer: ApiAnswer, name: string, milliseconds: number) => void;

interface RespondDeps {
  readonly operations: readonly Operation[];
  readonly walk: Walk;
  readonly readBody: ReadBody;
  /** The other routes: token endpoints, controls, documents, monitoring. */
  readonly routes: readonly Route[];
  readonly loadStandIn: LoadStandIn;
  /** Answers requests outside the API without a route; undefined if nothing is there either. */
  readonly answerElsewhere: (request: HttpRequest) => Promise<Answer | undefined>;
  /** The functions called with every answer but those of pages, controls, documents and monitoring. */
  readonly records: readonly RecordAnswer[];
  readonly see: SeeAnswer | null;
  readonly logUnexpected: (err: unknown, requestId: string) => void;
}

const healthz: Route = {
  method: "GET",
  path: "/healthz",
  answer: async () => jsonAnswer({ status: "ok" }),
};

export function createRespond(deps: RespondDeps): Respond {
  const { operations, walk, readBody, answerElsewhere, records, see, logUnexpected } = deps;
  const routes = new Map([healthz, ...deps.routes].map((route) => [nameOf(route), route]));
  const find = findAmong(operations, [...routes.values()]);
  // Unique among processes and restarts, for the cost of a counter.
  const process = randomUUID().slice(0, 8);
  let count = 0;

  function observe(request: HttpRequest, answer: ApiAnswer, name = "", startedAt = elapsed()): Answer {
    for (const record of records) record(request, name, answer, startedAt);
    if (see !== null && request.isForeign !== true) see(request, answer, name, elapsed() - startedAt);
    return answer;
  }

  function refuse(request: HttpRequest, reason: unknown, route?: Route): Answer {
    if (reason instanceof Fault && reason.code !== "UNEXPECTED_ERROR") {
      const answer = route?.refuse?.(reason) ?? refuseAlone(reason, readFormat(request.search));
      return observe(request, answer as ApiAnswer, route?.path);
    }
    if (!(reason instanceof Fault)) logUnexpected(reason, request.id);
    const unexpected = reason instanceof Fault ? reason : fault("UNEXPECTED_ERROR", {}, { cause: reason });
    return observe(request, refuseAlone(unexpected), route?.path);
  }

  async function answerOperation(
    operation: Operation,
    request: HttpRequest,
    params: OperationRequest["params"],
    name = operation.id,
  ): Promise<Answer> {
    const startedAt = elapsed();
    const { id: requestId, method, target, path, search, remoteAddress, origin, connection, prove } = request;
    let reading: ReturnType<ReadBody> | undefined;
    const answer = await walk(operation, {
      method,
      target,
      path,
      search,
      params,
      remoteAddress,
      requestId,
      origin,
      connection,
      prove,
      headers: request.headers as OperationRequest["headers"],
      readBody: () => (reading ??= isAtHand(request) ? Promise.resolve(request.body) : readBody(request)),
    });
    return observe(request, answer, name, startedAt);
  }

  async function answerRoute(route: Route, request: HttpRequest, params: OperationRequest["params"]) {
    if (route.isObserved !== true) return route.answer(request, params);
    const startedAt = elapsed();
    try {
      const answer = (await route.answer(request, params)) as ApiAnswer;
      return observe(request, answer, route.path, startedAt);
    } catch (reason) {
      return refuse(request, reason, route);
    }
  }

  /** Answers for a path that does not exist. Outside the API there is no credential to ask for first. */
  async function answerAbsent(request: HttpRequest, here?: ReadonlyMap<string, unknown>): Promise<Answer> {
    const { method, path } = request;
    if (isOfApi(path)) {
      const { standIn } = await deps.loadStandIn();
      const found = standIn(method, path, here);
      if (!("operation" in found)) return answerOtherMethod(request, found);
      const { operation, params } = found;
      return answerOperation(operation, request, params, operation.version1);
    }
    if (here !== undefined) return answerOtherMethod(request, here);
    throw fault("RESOURCE_NOT_FOUND", { resource: path });
  }

  /** Answers for a path that exists but does not offer the method. */
  function answerOtherMethod(request: HttpRequest, offered: ReadonlyMap<string, unknown>): Answer {
    const { method, path } = request;
    const heads = !isOfApi(path) && offered.has("GET") ? ["HEAD"] : [];
    const answer = methodNotAllowed([...offered.keys(), ...heads]);
    return observe(request, method === "OPTIONS" ? { ...answer, status: 200 } : answer);
  }

  async function dispatch(request: HttpRequest): Promise<Answer> {
    const { method, path } = request;
    if (path.endsWith("//")) return answerAbsent(request);
    const found = find(path);
    if (found === undefined) {
      return (!isOfApi(path) && (await answerElsewhere(request))) || answerAbsent(request);
    }
    const { offered, params } = found;
    // Atlas has no HEAD; other paths answer it like GET.
    const row = offered.get(method === "HEAD" && !isOfApi(path) ? "GET" : method);
    if (row !== undefined && "versions" in row) return answerOperation(row, request, params);
    if (row !== undefined) return answerRoute(routes.get(nameOf(row)) as Route, request, params);
    return answerAbsent(request, offered);
  }

  return async function respond(received) {
    const request = Object.assign(received, { id: `${process}-${(++count).toString(36)}` });
    try {
      const refusal = request.flaw ?? request.refusal ?? refuseUnavailable(request);
      if (refusal !== undefined) throw refusal;
      return withNoSniff(request.path, await dispatch(request));
    } catch (reason) {
      return withNoSniff(request.path, refuse(request, reason));
    }
  };
}

const isOfApi = (path: string): boolean => path.startsWith("/api/");

/** Reports whether a body need not be read; one that is too large is left to be refused. */
const isAtHand = (request: HttpRequest): request is HttpRequest & { body: Buffer | undefined } =>
  request.body === undefined || (Buffer.isBuffer(request.body) && request.body.length <= largestBody);

const reasons = {
  ending: "The server is ending",
  crowded: "The server takes no more connections, in all or of one network",
};

/** Refuses all requests but the health check. */
function refuseUnavailable({ unavailable, target }: HttpRequest): Fault | undefined {
  if (unavailable === undefined || target === "/healthz") return undefined;
  const headers = { "retry-after": "1" };
  return fault("SERVICE_UNAVAILABLE", { reason: reasons[unavailable] }, { headers });
}
