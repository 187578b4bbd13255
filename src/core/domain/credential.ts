// API keys and service accounts: their members and roles, how many an organization may have, and how long secrets live.
import { type FaultMaker, wrongField } from "../contract/errors.ts";
import {
  type GroupRole,
  inOrder,
  isGroupRole,
  isOrgRole,
  type OrgRole,
  type RoleName,
} from "../contract/roles.ts";
import { day, hour, type Instant } from "./instant.ts";

/** A role, and the project in which it is held; null for the organization itself. */
export interface HeldRole {
  readonly groupId: string | null;
  readonly role: RoleName;
}

/** Sorts the roles of the organization first, then those of each project, each in the order of the table. */
export function inReadingOrder(roles: readonly HeldRole[]): HeldRole[] {
  const scopes = [...new Set(roles.map(({ groupId }) => groupId ?? ""))].sort();
  return scopes.flatMap((scope) => {
    const held = roles.filter(({ groupId }) => (groupId ?? "") === scope);
    return inOrder(held.map(({ role }) => role)).map((role) => ({ groupId: scope || null, role }));
  });
}

export const rolesIn = (roles: readonly HeldRole[], groupId: string | null): RoleName[] =>
  roles.filter((held) => held.groupId === groupId).map(({ role }) => role);

export const rolesInOrg = (roles: readonly HeldRole[]): OrgRole[] => rolesIn(roles, null).filter(isOrgRole);

export const rolesInGroup = (roles: readonly HeldRole[], groupId: string): GroupRole[] =>
  rolesIn(roles, groupId).filter(isGroupRole);

export const mostApiKeysPerOrg = 500;
export const publicKeyPattern = "^[a-z]{8}$";
const longestDescription = 250;

export interface ApiKey {
  readonly id: string;
  readonly orgId: string;
  readonly publicKey: string;
  /** The last group of the private key; the rest is not stored. */
  readonly privateKeyTail: string;
  readonly description: string;
  readonly createdAt: Instant;
  /** The roles in every scope, in reading order. */
  readonly roles: readonly HeldRole[];
}

/** The last use of a key, to the hour. */
export interface KeyUse {
  /** The time of the last use; null if none is known. */
  readonly lastUsedAt: Instant | null;
  /** The time at which recording of uses began; null if the key was created later. */
  readonly watchedFrom: Instant | null;
}

export type NoteKeyUse = (id: string, now: Instant) => void;

/** The times after which a key counts as unused: one that was used before, and one that never was. */
export const unusedAfter = { last: 90 * day, never: 7 * day };

export const descriptionErrors = ["API_KEY_REQUIRES_DESCRIPTION", "INVALID_API_KEY_DESC"] as const;

export function checkDescription(text: string, fault: FaultMaker<(typeof descriptionErrors)[number]>) {
  if (text.trim() === "") throw fault("API_KEY_REQUIRES_DESCRIPTION", {});
  if (text.length <= longestDescription && !/\p{Cc}/u.test(text)) return text;
  const description = `The description must have 1 to ${longestDescription} characters, none of them a control character.`;
  throw fault("INVALID_API_KEY_DESC", { limit: longestDescription }, wrongField("desc", description));
}

export const mostServiceAccountsPerOrg = 500;

/** The most valid secrets of an account: the one in use, and its replacement. */
export const mostSecrets = 2;

/** The longest lifetime of a secret after it was replaced. */
export const replacedSecretLifetime = 7 * day;

/** The hours of a secret's lifetime; an organization can set a lower maximum. */
export const secretHours = { least: 8, most: 8760 } as const;

export interface ClientSecret {
  readonly id: string;
  /** The last characters; the rest is not stored. */
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
  /** The roles in every scope, in reading order. */
  readonly roles: readonly HeldRole[];
  /** The secrets, oldest first, expired ones included. */
  readonly secrets: readonly ClientSecret[];
  /** The id of the remote MCP configuration that Atlas keeps the account for; null for an account of people. */
  readonly mcpConfigId: string | null;
  /** The side of the configuration: programs connect with the account of ingress, Atlas works with that of egress. */
  readonly mcpSide: "INGRESS" | "EGRESS" | null;
}

interface Draft {
  id: string;
  secret: string;
  hours: number;
  /** The organization's own maximum, in hours, if it has one. */
  mostHours: number | undefined;
  now: Instant;
}

/** The first secret that a request for an account asks for, or none. */
export interface FirstSecret {
  readonly secretExpiresAfterHours?: number | undefined;
  readonly withoutInitialSecret?: boolean | undefined;
}

/** Returns the lifetime of the first secret in hours; undefined for an account without one. */
export function hoursOfFirst(
  { secretExpiresAfterHours: hours, withoutInitialSecret = false }: FirstSecret,
  fault: FaultMaker<"BAD_REQUEST" | "MISSING_ONE_OF_ATTRIBUTES">,
): number | undefined {
  const field = "secretExpiresAfterHours";
  if (!withoutInitialSecret && hours === undefined) {
    const attributes = `${field}, withoutInitialSecret`;
    const why = wrongField(field, "It is required unless withoutInitialSecret is true.");
    throw fault("MISSING_ONE_OF_ATTRIBUTES", { attributes }, why);
  }
  if (withoutInitialSecret && hours !== undefined) {
    throw fault(
      "BAD_REQUEST",
      {},
      wrongField(field, "It must be absent where withoutInitialSecret is true."),
    );
  }
  return hours;
}

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
