// Wrapper for a rehearsal: injects faults into requests for tokens.
import type { LimitSet } from "../../contract/limits.ts";
import { type EndpointWrapper, inForm } from "../answer-endpoint.ts";
import { type Injector, injectAfter, injectBefore } from "../injection.ts";
import type { Report } from "../report.ts";

/** Nothing counts requests for tokens; an injected 429 has to name a bucket nevertheless. */
const ofTokens: LimitSet = { name: "tokens", title: "Tokens", scope: "IP", capacity: 10, refill: 10 };

interface EndpointFaultsDeps {
  readonly injector: Injector;
  /** Aborted when the server ends. */
  readonly ending: AbortSignal;
  readonly report: Report;
}

export const injectEndpointFaults =
  ({ injector, ending, report }: EndpointFaultsDeps): EndpointWrapper =>
  (endpoint, next) => {
    const { method, path } = endpoint;
    const own = inForm(endpoint, report);
    return async (request) => {
      if (injector.choose === null) return next(request);
      const { userAgent, connection } = request;
      const caller = endpoint.claimed?.(request);
      const about = { operationId: null, method, path, caller, userAgent, canBeStale: false };
      const injection = injector.choose(about);
      if (injection === undefined) return next(request);
      // Its body has arrived.
      const wire = { gone: connection.gone(), ending, cut: async () => connection.cut() };
      const instead = await own(() => injectBefore(injection, wire, { path, limit: ofTokens }));
      return injectAfter(injection, instead ?? (await next(request)));
    };
  };
