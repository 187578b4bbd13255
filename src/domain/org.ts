// An organization and the settings that decide about access.
import type { FaultMaker } from "../contract/errors.ts";
import type { Instant } from "./instant.ts";

/** Active users and pending invitations an organization may have together, unless it was given another limit. */
export const mostUsersPerOrg = 500;

/** Source of both settings: the official document. */
export interface Org {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly skipDefaultAlertsSettings: boolean;
  /** Whether credentials without an access list of their own are refused. */
  readonly apiAccessListRequired: boolean;
  /** Active users and pending invitations it may have together. */
  readonly mostUsers: number;
}

/** The official pattern has no blank in it, yet recorded organizations have names with blanks. */
const nameShape = /^[\p{L}\p{N}\-_.(),:&@+' ]{1,64}$/u;

export function checkOrgName(name: string, fault: FaultMaker<"INVALID_ORG_NAME">): string {
  if (nameShape.test(name) && name.trim() !== "") return name;
  const description =
    "The name must have 1 to 64 characters: letters, digits, blanks and - _ . ( ) , : & @ + '.";
  throw fault("INVALID_ORG_NAME", { name }, { fields: [{ description, field: "name" }] });
}
