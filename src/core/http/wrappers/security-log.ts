// Wrappers that write to the security log what operations and token endpoints did, and which callers they refused.
import type { Fault } from "../../contract/errors.ts";
import type { SecurityEvent } from "../../contract/security-events.ts";
import { Unidentified } from "../authenticate.ts";
import type { EndpointWrapper } from "../endpoints.ts";
import type { PipelineWrapper } from "../pipeline-request.ts";
import type { ApiAnswer } from "../reply.ts";
import { type NoteSecurity, pathShown, type SecurityLine } from "../security-log.ts";

type About = Pick<SecurityLine, "who" | "claimed" | "refusedFor"> & { event?: SecurityEvent | undefined };

export const logSecurity = (note: NoteSecurity): PipelineWrapper => ({
  perform: (next) => async (request) => {
    const answer = await next(request);
    const { operation, received, caller, body, value, refusal } = request;
    if (refusal === undefined && operation.securityEvent === undefined) return answer;
    const write = ({ event, who, claimed, refusedFor }: About) => {
      if (event === undefined) return;
      const { requestId, remoteAddress, params } = received;
      const path = operation.surface === undefined ? pathShown(operation.path, params) : undefined;
      const identity = event === "provider-sign-in" ? identityIn(body) : {};
      const about = { who, claimed, refusedFor, ...identity };
      note({ event, ...about, operationId: operation.id, path, requestId, remoteAddress });
    };
    const { securityEvent } = operation;
    const claimed = nameIn(body);
    if (refusal instanceof Unidentified) {
      if (refusal.claimed !== undefined) write(claimOf(refusal));
    } else if (refusal !== undefined) {
      const event = securityEvent ?? (isAboutCaller(refusal) ? "access" : undefined);
      write({ event, who: caller?.name, claimed, refusedFor: refusal.code });
    } else if (answer.status > 0 && answer.status < 400) {
      const refusedFor = isHalf(value) ? "SECOND_FACTOR_REQUIRED" : undefined;
      write({ event: securityEvent, who: caller?.name ?? nameIn(value), claimed, refusedFor });
    }
    return answer;
  },
});

/** Returns the claimed caller. A token states its owner under our signature; a digest only claims it. */
const claimOf = ({ scheme, claimed }: Unidentified): About => ({
  event: "authentication",
  refusedFor: scheme,
  ...(scheme === "digest" ? { claimed } : { who: claimed }),
});

/** The codes of refusals that every caller gets, whatever it holds: they say nothing of the caller. */
const refusedToAll: ReadonlySet<string> = new Set([
  "CANNOT_DELETE_LAST_ADMIN",
  "CANNOT_DEMOTE_LAST_ORG_OWNER",
  "CANNOT_REMOVE_ALL_USER_ROLES",
]);

/** Reports whether a known caller is refused because of its roles or its address. */
const isAboutCaller = ({ status, code }: Fault): boolean =>
  (status === 401 || status === 403) && !refusedToAll.has(code);

/** Returns the person that an operation is about, from its body or its result, if no one is signed in. */
function nameIn(from: unknown): string | undefined {
  const { username, email } = (from ?? {}) as { username?: string; email?: string };
  return username ?? email;
}

/** Reports whether a sign-in still needs its second step. */
const isHalf = (value: unknown): boolean => typeof value === "object" && value !== null && "step" in value;

/** Returns the identity that the provider has proven. */
function identityIn(body: unknown): Pick<SecurityLine, "issuer" | "subject"> {
  const { issuer, subject } = (body ?? {}) as { issuer?: string; subject?: string };
  return { issuer, subject };
}

export const logEndpointSecurity =
  (note: NoteSecurity): EndpointWrapper =>
  ({ path, securityEvent: event, claimed }, next) =>
    event === undefined
      ? next
      : async (request) => {
          const answer = await next(request);
          const { id: requestId, remoteAddress } = request;
          const refusedFor = refusalIn(answer);
          const about = { refusedFor, who: answer.who, claimed: claimed?.(request) };
          note({ event, ...about, path, requestId, remoteAddress });
          return answer;
        };

/** Returns the code of a refusal, in either form of the endpoints; a lost answer has the status 0. */
function refusalIn({ status, headers, body }: ApiAnswer): string | undefined {
  if (status > 0 && status < 400) return undefined;
  // A proxy's answer instead of the endpoint's is not JSON.
  if (status === 0 || headers["content-type"]?.includes("json") !== true) return String(status);
  const { error, errorCode } = JSON.parse(String(body));
  return errorCode ?? error;
}
