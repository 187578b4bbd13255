// API keys: what one is, its description, and how many an organization may have.
import { type FaultMaker, wrongField } from "../contract/errors.ts";
import type { HeldRole } from "./credential.ts";
import { day, type Instant } from "./instant.ts";

export const mostApiKeysPerOrg = 500;

export const publicKeyPattern = "^[a-z]{8}$";

const longestDescription = 250;

export interface ApiKey {
  readonly id: string;
  readonly orgId: string;
  readonly publicKey: string;
  /** Last group of the private key; the rest of it is not kept. */
  readonly privateKeyTail: string;
  readonly description: string;
  readonly createdAt: Instant;
  /** In every scope, in reading order. */
  readonly roles: readonly HeldRole[];
}

/** When a key was used last, to the hour. */
export interface KeyUse {
  /** Null where no use is known. */
  readonly lastUsedAt: Instant | null;
  /** When uses began to be recorded; null if since the key was made. */
  readonly watchedFrom: Instant | null;
}

/** Notes that a key, by its id, was used. */
export type NoteKeyUse = (id: string, now: Instant) => void;

/** After how long a key that was used before counts as unused, and one that never was. */
export const unusedAfter = { last: 90 * day, never: 7 * day };

export const descriptionErrors = ["API_KEY_REQUIRES_DESCRIPTION", "INVALID_API_KEY_DESC"] as const;

/** The description a request gives: 1 to 250 characters, none of them a control character. */
export function checkDescription(
  text: string,
  fault: FaultMaker<(typeof descriptionErrors)[number]>,
): string {
  if (text.trim() === "") throw fault("API_KEY_REQUIRES_DESCRIPTION", {});
  if (text.length <= longestDescription && !/\p{Cc}/u.test(text)) return text;
  const description = `The description must have 1 to ${longestDescription} characters, none of them a control character.`;
  throw fault("INVALID_API_KEY_DESC", { limit: longestDescription }, wrongField("desc", description));
}
