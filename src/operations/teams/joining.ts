// Who may be put into a team: active users of its organization, within the limits of both.
import type { FaultMaker } from "../../contract/errors.ts";
import { isAddress, isSameAddress } from "../../domain/address.ts";
import type { Instant } from "../../domain/instant.ts";
import { isCurrent, type Member } from "../../domain/membership.ts";
import type { Org } from "../../domain/org.ts";
import { mostTeamsPerUser, mostUsersPerTeam } from "../../domain/team.ts";
import type { User } from "../../domain/user.ts";
import type { Reads } from "../../store/store.ts";

/** The active user of the organization with that address. */
export async function memberNamed(
  tx: Reads,
  org: Org,
  username: string,
  now: Instant,
  fault: FaultMaker<"CANNOT_ADD_PENDING_USER" | "USERNAME_NOT_FOUND" | "USER_NOT_IN_ORG">,
): Promise<User> {
  const user = isAddress(username) ? await tx.users.byAddress(username) : undefined;
  if (user !== undefined && (await tx.users.isInOrg(user.id, org.id))) return user;
  const invites = await tx.orgInvites.all(org, now);
  if (invites.some((each) => each.status === "PENDING" && isSameAddress(each.username, username))) {
    throw fault("CANNOT_ADD_PENDING_USER", { username });
  }
  if (user === undefined) throw fault("USERNAME_NOT_FOUND", { username });
  throw fault("USER_NOT_IN_ORG", { username, orgId: org.id });
}

/** Refuses a person who is in as many teams as there may be. */
export async function checkTeamsOf(
  tx: Reads,
  user: Pick<User, "id" | "username">,
  fault: FaultMaker<"MAX_TEAMS_PER_USER_EXCEEDED">,
): Promise<void> {
  if ((await tx.teams.countOf(user.id)) < mostTeamsPerUser) return;
  throw fault("MAX_TEAMS_PER_USER_EXCEEDED", { limit: mostTeamsPerUser, username: user.username });
}

/** Refuses a team with more people than it may have. */
export function checkSize(
  teamId: string,
  size: number,
  fault: FaultMaker<"MAX_USERS_PER_TEAM_EXCEEDED">,
): void {
  if (size <= mostUsersPerTeam) return;
  throw fault("MAX_USERS_PER_TEAM_EXCEEDED", { limit: mostUsersPerTeam, teamId });
}

/** Who is in a team, and who will be once the invitation to the organization is accepted. */
export const peopleOf = (members: readonly Member[], teamId: string): Member[] =>
  members.filter((member) => isCurrent(member) && member.teamIds.includes(teamId));
