// Wrappers of a rehearsal that inject faults into requests, of operations after their version is known and before they are
// counted.
import type { LimitSet } from "../../contract/limits.ts";
import type { createOutdate } from "../authenticate.ts";
import { type EndpointWrapper, inForm } from "../endpoints.ts";
import { type Injection, type Injector, injectAfter, injectBefore } from "../injection.ts";
import type { PipelineRequest, PipelineWrapper } from "../pipeline-request.ts";
import type { ApiAnswer } from "../reply.ts";
import type { Report } from "../report.ts";

interface FaultsDeps {
  readonly injector: Injector;
  readonly outdate: ReturnType<typeof createOutdate>;
  readonly ending: AbortSignal;
}

export function injectFaults({ injector, outdate, ending }: FaultsDeps): PipelineWrapper {
  const injections = new WeakMap<PipelineRequest, Injection>();

  async function inject(request: PipelineRequest): Promise<ApiAnswer | undefined> {
    const { operation, received, caller, now } = request;
    const { connection, method, path, headers } = received;
    if (connection === undefined) return undefined;
    const injection = injector.choose?.({
      operationId: operation.id,
      method,
      path,
      caller: caller?.name,
      userAgent: headers["user-agent"] ?? "",
      canBeStale: caller !== undefined,
    });
    if (injection === undefined) return undefined;
    injections.set(request, injection);
    const cut = async () => {
      await received.readBody();
      connection.cut();
    };
    const wire = { gone: connection.gone(), ending, cut };
    const stale = () => outdate(headers.authorization, now);
    const instead = await injectBefore(injection, wire, { path, limit: operation.limit, outdate: stale });
    return instead && { ...instead, who: caller?.name };
  }

  return {
    stages: ({ limit }) => ({
      limit: async (request) => (await inject(request)) ?? limit(request),
    }),
    perform: (next) => async (request) => {
      const answer = await next(request);
      const injection = injections.get(request);
      return injection === undefined ? answer : injectAfter(injection, answer);
    },
  };
}

/** The bucket that an injected 429 of a request for a token names, though nothing counts such requests. */
const ofTokens: LimitSet = { name: "tokens", title: "Tokens", scope: "IP", capacity: 10, refill: 10 };

export const injectEndpointFaults =
  ({
    injector,
    ending,
    report,
  }: Omit<FaultsDeps, "outdate"> & { readonly report: Report }): EndpointWrapper =>
  (endpoint, next) => {
    const { method, path } = endpoint;
    const own = inForm(endpoint, report);
    return async (request) => {
      const { headers, connection } = request;
      const injection = injector.choose?.({
        operationId: null,
        method,
        path,
        caller: endpoint.claimed?.(request),
        canBeStale: false,
        userAgent: headers["user-agent"] ?? "",
      });
      if (injection === undefined) return next(request);
      // Its body has arrived.
      const wire = { gone: connection.gone(), ending, cut: async () => connection.cut() };
      const instead = await own(() => injectBefore(injection, wire, { path, limit: ofTokens }));
      return injectAfter(injection, instead ?? (await next(request)));
    };
  };
