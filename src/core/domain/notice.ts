// Notices: what a person is told by mail about the own account, so that somebody who got into it is noticed.
import type { Instant } from "./instant.ts";

export type NoticeName =
  | "IDENTITY_REFUSED"
  | "IDENTITY_RELEASED"
  | "PASSKEY_ADDED"
  | "PASSKEY_REMOVED"
  | "PASSWORD_CHANGED"
  | "PASSWORD_OF_PROVIDER"
  | "RECOVERY_CODES_MADE"
  | "RECOVERY_CODE_USED"
  | "SECOND_FACTOR_RELEASED";

export interface Notice {
  readonly what: NoticeName;
  readonly at: Instant;
  /** The address it came from; null for a command of the operator. */
  readonly remoteAddress: string | null;
  /** The subject of the notice, a line each, such as an issuer and a subject. */
  readonly about: readonly string[];
}
