// Wrapper for a rehearsal: injects faults into requests, after their version is known and before they are counted.
import type { Outdate } from "../authenticate.ts";
import { type Injection, type Injector, injectAfter, injectBefore } from "../injection.ts";
import type { PipelineRequest, PipelineWrapper } from "../pipeline-request.ts";
import type { ApiAnswer } from "../reply.ts";

interface FaultsDeps {
  readonly injector: Injector;
  readonly outdate: Outdate;
  /** Aborted when the server ends. */
  readonly ending: AbortSignal;
}

export function injectFaults({ injector, outdate, ending }: FaultsDeps): PipelineWrapper {
  const injections = new WeakMap<PipelineRequest, Injection>();

  /** Answers where a fault takes the place of the work. */
  async function inject(request: PipelineRequest): Promise<ApiAnswer | undefined> {
    const { operation, received, path, caller, now } = request;
    const { connection, method, headers } = received;
    if (connection === undefined || injector.choose === null) return undefined;
    const injection = injector.choose({
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
