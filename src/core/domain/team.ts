// Teams: their names, and how many there may be.
import { type FaultMaker, wrongField } from "../contract/errors.ts";
import type { GroupRole } from "../contract/roles.ts";
import type { Instant } from "./instant.ts";

/**
 * The most teams of an organization, of a project, and of one person; the most people in a team. Source: Atlas's list of
 * limits.
 */
export const mostTeamsPerOrg = 250;
export const mostTeamsPerGroup = 100;
export const mostTeamsPerUser = 100;
export const mostUsersPerTeam = 250;

/** A team: people of an organization who can be given roles together. */
export interface Team {
  readonly id: string;
  readonly orgId: string;
  readonly name: string;
  readonly createdAt: Instant;
}

export interface GroupTeam {
  readonly teamId: string;
  /** The roles in the order of the role table; never empty. */
  readonly roles: readonly GroupRole[];
}

/** The form of names: control characters would not survive every store; the length is that of project names. */
const nameShape = /^\P{C}{1,64}$/u;

export function checkTeamName(name: string, fault: FaultMaker<"INVALID_TEAM_NAME">): string {
  if (nameShape.test(name) && name.trim() !== "") return name;
  const description =
    "The name must have 1 to 64 characters, not all of them blanks, and no control characters.";
  throw fault("INVALID_TEAM_NAME", { name }, wrongField("name", description));
}
