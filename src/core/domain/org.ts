// An organization, and the settings that decide about access.
import { type FaultMaker, wrongField } from "../contract/errors.ts";
import type { Instant } from "./instant.ts";

/** The most active users and pending invitations of an organization together, unless it has another limit. */
export const mostUsersPerOrg = 500;

/** An organization by id, with the name that messages and events show. */
export interface NamedOrg {
  readonly id: string;
  readonly name: string;
}

/** An organization. Source of both settings: the official document. */
export interface Org extends NamedOrg {
  readonly createdAt: Instant;
  readonly skipDefaultAlertsSettings: boolean;
  /** True if credentials without an access list of their own are refused. */
  readonly apiAccessListRequired: boolean;
  readonly mostUsers: number;
}

/**
 * Reports whether an organization or a project may have this name. The official pattern has no blank, but recorded names have.
 */
export const isPlainName = (name: string): boolean =>
  /^[\p{L}\p{N}\-_.(),:&@+' ]{1,64}$/u.test(name) && name.trim() !== "";
export const notPlain = wrongField(
  "name",
  "The name must have 1 to 64 characters: letters, digits, blanks and - _ . ( ) , : & @ + '.",
);

export function checkOrgName(name: string, fault: FaultMaker<"INVALID_ORG_NAME">): string {
  if (isPlainName(name)) return name;
  throw fault("INVALID_ORG_NAME", { name }, notPlain);
}
