// Answers a request for an endpoint of tokens, beside the operations.
import { elapsed } from "../clock.ts";
import { Fault } from "../contract/errors.ts";
import type { Route } from "./answer.ts";
import type { ReadBody } from "./bodies.ts";
import type { Endpoint, EndpointRequest } from "./endpoints.ts";
import type { Observe } from "./observe.ts";
import type { RefuseRequest } from "./refuse-request.ts";
import type { ApiAnswer } from "./reply.ts";
import type { Report } from "./report.ts";

/** In bytes: of a request for a token, whose sender is not known yet. */
const largestForm = 16 * 1024;

export type AnswerEndpoint = (request: EndpointRequest) => Promise<ApiAnswer>;

/** What goes around the work of an endpoint: the wrappers of the pipeline, for endpoints. */
export type EndpointWrapper = (endpoint: Endpoint, next: AnswerEndpoint) => AnswerEndpoint;

interface EndpointDeps {
  readonly readForm: ReadBody;
  readonly observe: Observe;
  readonly refuse: RefuseRequest;
  readonly report: Report;
}

/** A wrapper goes around those before it. */
export function endpointRoute(
  endpoint: Endpoint,
  { readForm, observe, refuse, report }: EndpointDeps,
  wrappers: readonly EndpointWrapper[] = [],
): Route {
  const { method, path } = endpoint;
  const own = inForm(endpoint, report);
  const answer = wrappers.reduce<AnswerEndpoint>(
    (next, wrap) => wrap(endpoint, next),
    (request) => own(() => endpoint.answer(request)),
  );
  return {
    method,
    path,
    async answer(request) {
      const startedAt = elapsed();
      try {
        const { id: requestId, headers, remoteAddress, origin, connection } = request;
        const answered = await answer({
          authorization: headers.authorization,
          contentType: headers["content-type"],
          encoding: headers["content-encoding"],
          body: await readForm(request, largestForm),
          userAgent: headers["user-agent"] ?? "",
          ...{ remoteAddress, origin, requestId, connection },
        });
        return observe(request, answered, path, startedAt);
      } catch (reason) {
        return refuse(request, reason, { inForm: endpoint.refuse, name: path });
      }
    },
  };
}

/** Makes an endpoint's own form of what its work is refused for. */
export const inForm =
  ({ method, path, refuse }: Endpoint, report: Report) =>
  async <T>(work: () => Promise<T>): Promise<T | ApiAnswer> => {
    try {
      return await work();
    } catch (reason) {
      if (!(reason instanceof Fault)) throw reason;
      report(reason, { method, target: path });
      return refuse(reason);
    }
  };
