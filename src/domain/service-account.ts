// Service accounts: what one is, how long its secrets live and how many it may have at once.
import type { FaultMaker } from "../contract/errors.ts";
import type { HeldRole } from "./credential.ts";
import { day, hour, type Instant } from "./instant.ts";

export const mostServiceAccountsPerOrg = 500;

/** Live secrets an account may have at once: the one in use, and the one that replaces it. */
export const mostSecrets = 2;

/** What is left at most of a secret once another one was made. */
export const replacedSecretLifetime = 7 * day;

/** Hours a secret may live; an organization can set a lower maximum. */
export const secretHours = { least: 8, most: 8760 } as const;

export interface ClientSecret {
  readonly id: string;
  /** Last characters; the rest is not kept. */
  readonly tail: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly lastUsedAt: Instant | null;
}

export interface ServiceAccount {
  /** The 24 hexadecimal digits of the client id. */
  readonly id: string;
  readonly orgId: string;
  readonly name: string;
  readonly description: string;
  readonly createdAt: Instant;
  /** In every scope, in reading order. */
  readonly roles: readonly HeldRole[];
  /** Oldest first, expired ones included. */
  readonly secrets: readonly ClientSecret[];
}

interface Draft {
  id: string;
  secret: string;
  hours: number;
  /** The organization's own maximum, in hours, if it has one. */
  mostHours: number | undefined;
  now: Instant;
}

/** A secret of the lifetime a request names; refuses one that is too short or too long. */
export function draftSecret(
  { id, secret, hours, mostHours, now }: Draft,
  fault: FaultMaker<"INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME">,
): ClientSecret {
  const least = secretHours.least;
  const most = Math.min(mostHours ?? secretHours.most, secretHours.most);
  if (hours < least || hours > most) {
    throw fault("INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME", { least, most, hours });
  }
  return { id, tail: secret.slice(-4), createdAt: now, expiresAt: now + hours * hour, lastUsedAt: null };
}
