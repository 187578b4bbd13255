// Wrapper: tells the security log what an operation is there for, and whom it refused.
import type { Fault } from "../../contract/errors.ts";
import type { SecurityEvent } from "../../contract/security-events.ts";
import { Unidentified } from "../authenticate.ts";
import type { PipelineRequest, PipelineWrapper } from "../pipeline-request.ts";
import { type NoteSecurity, pathShown, type SecurityLine } from "../security-log.ts";

export function logSecurity(note: NoteSecurity): PipelineWrapper {
  const write = (
    event: SecurityEvent | undefined,
    { operation, received }: PipelineRequest,
    named: Pick<SecurityLine, "who" | "claimed" | "refusedFor">,
  ): void => {
    if (event === undefined) return;
    const { requestId, remoteAddress: ip, params } = received;
    const path = operation.surface === undefined ? pathShown(operation.path, params) : undefined;
    note({ event, ...named, operationId: operation.id, path, requestId, ip });
  };

  return {
    perform: (next) => async (request) => {
      const answer = await next(request);
      const { operation, caller, body, value, refusal } = request;
      const { securityEvent } = operation;
      const claimed = nameIn(body);
      if (refusal instanceof Unidentified) {
        if (refusal.claimed !== undefined) write("authentication", request, claimOf(refusal));
      } else if (refusal !== undefined) {
        const event = securityEvent ?? (isAboutCaller(refusal) ? "access" : undefined);
        write(event, request, { who: caller?.name, claimed, refusedFor: refusal.code });
      } else if (answer.status > 0 && answer.status < 400) {
        write(securityEvent, request, { who: caller?.name ?? nameIn(value), claimed, refusedFor: undefined });
      }
      return answer;
    },
  };
}

/** A token says under our signature whose it is; a digest only claims it. */
const claimOf = ({ scheme, claimed }: Unidentified) =>
  scheme === "digest"
    ? { who: undefined, claimed, refusedFor: scheme }
    : { who: claimed, claimed: undefined, refusedFor: scheme };

/** Refused to every caller, whatever it holds: such a refusal says nothing of the caller. */
const refusedToAll: ReadonlySet<string> = new Set([
  "CANNOT_DELETE_LAST_ADMIN",
  "CANNOT_DEMOTE_LAST_ORG_OWNER",
  "CANNOT_REMOVE_ALL_USER_ROLES",
]);

/** Whether a known caller is refused for who it is, or where it asks from. */
const isAboutCaller = ({ status, code }: Fault): boolean =>
  (status === 401 || status === 403) && !refusedToAll.has(code);

/** The person whom an operation is about where nobody is signed in, as its body or its result names them. */
function nameIn(from: unknown): string | undefined {
  const { username, email } = (from ?? {}) as { username?: string; email?: string };
  return username ?? email;
}
