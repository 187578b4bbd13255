// Notices: mail to people about their own account, so that they notice an intruder.
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
  /** The address of the request; null for a command of the operator. */
  readonly remoteAddress: string | null;
  /** The lines about the subject of the notice, such as an issuer and a subject. */
  readonly about: readonly string[];
}
