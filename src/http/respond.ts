// The server as a function: an answer for each request, whichever adapter asks.
import { elapsed } from "../clock.ts";
import { type Fault, fault } from "../contract/errors.ts";
import { absent, isAbsentMethod } from "../operations/absent.ts";
import type { Operation } from "../operations/operation.ts";
import { type Answer, jsonAnswer, type Route } from "./answer.ts";
import type { ReadBody } from "./bodies.ts";
import type { Observe } from "./observe.ts";
import type { Walk } from "./pipeline.ts";
import type { OperationRequest } from "./pipeline-request.ts";
import type { RefuseRequest } from "./refuse-request.ts";
import { methodNotAllowed, withNoSniff } from "./reply.ts";
import type { HttpRequest, ReceivedRequest } from "./request.ts";
import { findAmong, nameOf } from "./routes.ts";

export type Respond = (received: ReceivedRequest) => Promise<Answer>;

interface RespondDeps {
  readonly toRequest: (received: ReceivedRequest) => HttpRequest;
  readonly operations: readonly Operation[];
  readonly walk: Walk;
  readonly readBody: ReadBody;
  /** What else there is: endpoints of tokens, controls, documents, monitoring. */
  readonly routes: readonly Route[];
  /** Is asked outside of the API for what is no route; undefined where it is not there either. */
  readonly answerElsewhere: (request: HttpRequest) => Promise<Answer | undefined>;
  /** Refuses before all else; null where every name and every page may ask. */
  readonly guard: { refusalOf(request: HttpRequest): Fault | undefined } | null;
  readonly observe: Observe;
  readonly refuse: RefuseRequest;
}

const healthz: Route = {
  method: "GET",
  path: "/healthz",
  answer: async () => jsonAnswer({ status: "ok" }),
};

export function createRespond(deps: RespondDeps): Respond {
  const { toRequest, operations, walk, readBody, answerElsewhere, guard, observe, refuse } = deps;
  const routes = new Map([healthz, ...deps.routes].map((route) => [nameOf(route), route]));
  const find = findAmong(operations, [...routes.values()]);

  async function answerOperation(
    operation: Operation,
    request: HttpRequest,
    params: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const startedAt = elapsed();
    const { id: requestId, method, target, headers, remoteAddress, origin, connection } = request;
    let body: ReturnType<ReadBody> | undefined;
    const answer = await walk(operation, {
      method,
      target,
      params,
      headers: headers as OperationRequest["headers"],
      readBody: () => (body ??= readBody(request)),
      remoteAddress,
      requestId,
      origin,
      connection,
    });
    return observe(request, answer, operation.id, startedAt);
  }

  /** Outside of the API there is no credential to ask for first. */
  async function answerAbsent(request: HttpRequest): Promise<Answer> {
    const { method, path } = request;
    if (path.startsWith("/api/")) return answerOperation(absent(method, path), request, {});
    throw fault("RESOURCE_NOT_FOUND", { resource: path });
  }

  async function answerNoRoute(request: HttpRequest): Promise<Answer> {
    const isElsewhere = !request.path.startsWith("/api/");
    return (isElsewhere && (await answerElsewhere(request))) || answerAbsent(request);
  }

  /** For a path that is there, and does not offer the method. */
  function answerOtherMethod(request: HttpRequest, offered: ReadonlyMap<string, unknown>): Answer {
    const { method, path } = request;
    const heads = offersHead(path) && offered.has("GET") ? ["HEAD"] : [];
    const answer = methodNotAllowed([...offered.keys(), ...heads]);
    return observe(request, method === "OPTIONS" ? { ...answer, status: 200 } : answer);
  }

  async function dispatch(request: HttpRequest): Promise<Answer> {
    const { method, path } = request;
    if (path.endsWith("//")) return answerAbsent(request);
    const found = find(path);
    if (found === undefined) return answerNoRoute(request);
    const { offered, params } = found;
    const row = offered.get(method === "HEAD" && offersHead(path) ? "GET" : method);
    if (row !== undefined && "versions" in row) return answerOperation(row, request, params);
    if (row !== undefined) return (routes.get(nameOf(row)) as Route).answer(request, params);
    return isAbsentMethod(method, path) ? answerAbsent(request) : answerOtherMethod(request, offered);
  }

  return async function respond(received) {
    const request = toRequest(received);
    try {
      const refusal = refuseWithoutHost(request) ?? guard?.refusalOf(request) ?? refuseUnavailable(request);
      if (refusal !== undefined) throw refusal;
      return withNoSniff(request.target, await dispatch(request));
    } catch (reason) {
      return withNoSniff(request.target, refuse(request, reason));
    }
  };
}

/** RFC 9112, section 3.2: without Host a request of HTTP/1.1 must be refused with 400. */
export function refuseWithoutHost({
  httpVersion,
  headers,
}: Pick<HttpRequest, "httpVersion" | "headers">): Fault | undefined {
  if (httpVersion !== "1.1" || headers.host !== undefined) return undefined;
  const description = "A request of HTTP/1.1 needs the header Host.";
  return fault("BAD_REQUEST", {}, { fields: [{ description, field: "Host" }] });
}

/** Atlas has no HEAD; elsewhere it may be asked for what GET gives. */
const offersHead = (path: string): boolean => !path.startsWith("/api/");

const reasons = {
  ending: "The server is ending",
  crowded: "The server has as many connections as it takes",
};

/** Refuses all but the question for its health. */
function refuseUnavailable({ unavailable, target }: HttpRequest): Fault | undefined {
  if (unavailable === undefined || target === "/healthz") return undefined;
  const headers = { "retry-after": "1" };
  return fault("SERVICE_UNAVAILABLE", { reason: reasons[unavailable] }, { headers });
}
