// Why a door opens to somebody, or does not: which of the roles held open it, where they come from, and which would.
import { groupRoleNames, orgRoleNames, type RoleName } from "../contract/roles.ts";
import { type Caller, type Door, permit } from "./access.ts";

/** Where a role was given: in the project itself, in its organization, or to a team in the project. */
export interface GrantSource {
  readonly kind: "GROUP" | "ORG" | "TEAM";
  readonly id: string;
  readonly name: string;
}

/** A role that somebody holds, and where from. */
export interface SourcedRole {
  readonly role: RoleName;
  readonly from: GrantSource;
}

/** Somebody who can hold roles. */
export interface Principal {
  readonly kind: Caller["kind"];
  readonly id: string;
  /** E-mail address, public key or client id. */
  readonly name: string;
  /** What the key is described as, or the service account called; empty for a person. */
  readonly label: string;
}

/** Somebody with the roles that open a door. */
export interface Holder extends Principal {
  readonly by: readonly SourcedRole[];
}

export interface DoorExplanation {
  readonly isOpen: boolean;
  /** The least role that opens it; null where it opens to everybody, or to everybody who is known. */
  readonly leastRole: RoleName | null;
  /** Every role that opens it alone. */
  readonly openedBy: readonly RoleName[];
  readonly held: readonly SourcedRole[];
  /** Those of the roles held that open it, each alone. */
  readonly by: readonly SourcedRole[];
}

const roleNames: readonly RoleName[] = [...orgRoleNames, ...groupRoleNames];

/** Every role that opens a door alone, in the order of the table; none where no role is asked for. */
export const rolesThatOpen = (door: Door): RoleName[] =>
  "role" in door ? roleNames.filter((role) => permit(door, [role])) : [];

/** What `permit` says of a door and the roles held in its scope, and why. */
export function explain(door: Door, held: readonly SourcedRole[]): DoorExplanation {
  const openedBy = rolesThatOpen(door);
  return {
    isOpen: permit(
      door,
      held.map(({ role }) => role),
    ),
    leastRole: "role" in door ? door.role : null,
    openedBy,
    held,
    by: held.filter(({ role }) => openedBy.includes(role)),
  };
}
