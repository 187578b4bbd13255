// Wrapper: tells the security log of requests for tokens.
import type { EndpointWrapper } from "../answer-endpoint.ts";
import type { ApiAnswer } from "../reply.ts";
import type { NoteSecurity } from "../security-log.ts";

export const logEndpointSecurity =
  (note: NoteSecurity): EndpointWrapper =>
  ({ path, securityEvent: event, claimed }, next) =>
    event === undefined
      ? next
      : async (request) => {
          const answer = await next(request);
          const { requestId, remoteAddress: ip } = request;
          const refusedFor = refusalIn(answer);
          note({ event, refusedFor, who: answer.who, claimed: claimed?.(request), path, requestId, ip });
          return answer;
        };

/** The code of a refusal, in either form of the endpoints; an answer that was never given has the status 0. */
function refusalIn({ status, headers, body }: ApiAnswer): string | undefined {
  if (status > 0 && status < 400) return undefined;
  // What a proxy says in the place of an endpoint is no JSON.
  if (status === 0 || headers["content-type"]?.includes("json") !== true) return String(status);
  const { error, errorCode } = JSON.parse(body);
  return errorCode ?? error;
}
