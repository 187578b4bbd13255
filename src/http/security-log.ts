// The security log: who tried what from where, with which result. One line each; no secret, and nothing anybody typed but
// names of the form of their kind.
import type { Logger } from "pino";
import type { SecurityEvent } from "../contract/security-events.ts";
import { isAddress } from "../domain/address.ts";

export interface SecurityLine {
  readonly event: SecurityEvent;
  /** Absent for success: the error code, or what else refused it. */
  readonly refusedFor?: string | undefined;
  /** Public key, client id or address, as far as it is known or was claimed. */
  readonly who?: string | undefined;
  readonly operationId?: string;
  /** Of an operation of the API; it has ids, and no secret. */
  readonly path?: string | undefined;
  readonly requestId: string;
  readonly ip: string;
}

export type NoteSecurity = (line: SecurityLine) => void;

/** A claimed name can be anything, a password in the wrong field too. */
const isName = (text: string): boolean => /^[\w-]{1,64}$/.test(text) || isAddress(text);

export const createSecurityLog =
  (logger: Logger): NoteSecurity =>
  ({ event, refusedFor, who, operationId, path, requestId, ip }) => {
    if (!logger.isLevelEnabled("info")) return;
    const result = refusedFor === undefined ? "success" : "refused";
    const named = who !== undefined && isName(who) ? who : null;
    logger.info({ event, result, why: refusedFor, who: named, operationId, path, requestId, ip }, "security");
  };
