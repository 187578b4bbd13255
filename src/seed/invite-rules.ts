// The rules of a seed for invitations: to an organization, and to a project.
import { fault } from "../contract/errors.ts";
import { foldAddress } from "../domain/address.ts";
import { chooseUsername } from "../domain/invite.ts";
import type { Checking } from "./checking.ts";
import type { SeedOrg } from "./document.ts";

type Ids = ReadonlySet<string>;
type OrgInvites = NonNullable<SeedOrg["invites"]>;

interface OrgScope {
  readonly place: string;
  /** Id of the organization, or its name if it has none yet. */
  readonly orgId: string;
  /** Folded addresses. */
  readonly members: Ids;
  readonly groupIds: Ids;
  readonly teamIds: Ids;
}

export function checkOrgInvites(
  invites: OrgInvites,
  { place, orgId, members, groupIds, teamIds }: OrgScope,
  checking: Checking,
): void {
  const seen = new Set<string>();
  for (const [index, invite] of invites.entries()) {
    const at = `${place}.invites.${index}`;
    const { id, username } = invite;
    const address = foldAddress(username);
    checking.claim(id, at, at);
    checking.at(`${at}.username`, () => chooseUsername(username, fault));
    if (members.has(address)) checking.refuse(`${at}.username`, "USER_ALREADY_IN_ORG", { username, orgId });
    if (seen.has(address)) checking.refuse(`${at}.username`, "DUPLICATE_ORG_INVITATION", { username, orgId });
    seen.add(address);
    for (const [nth, teamId] of (invite.teamIds ?? []).entries()) {
      if (!teamIds.has(teamId)) checking.refuse(`${at}.teamIds.${nth}`, "TEAM_NOT_FOUND", { teamId });
    }
    for (const [nth, { groupId }] of (invite.groupRoleAssignments ?? []).entries()) {
      const groupAt = `${at}.groupRoleAssignments.${nth}.groupId`;
      if (!groupIds.has(groupId)) checking.refuse(groupAt, "GROUP_NOT_FOUND", { groupId });
    }
  }
}

interface GroupScope {
  readonly place: string;
  /** Id of the project, or its name if it has none yet. */
  readonly groupId: string;
  /** Folded addresses of who has roles there. */
  readonly people: Ids;
}

export function checkGroupInvites(
  invites: readonly { readonly id?: string; readonly username: string }[],
  { place, groupId, people }: GroupScope,
  checking: Checking,
): void {
  const seen = new Set<string>();
  for (const [index, { id, username }] of invites.entries()) {
    const at = `${place}.invites.${index}`;
    const address = foldAddress(username);
    checking.claim(id, at, at);
    checking.at(`${at}.username`, () => chooseUsername(username, fault));
    if (people.has(address))
      checking.refuse(`${at}.username`, "USER_ALREADY_IN_GROUP", { username, groupId });
    if (seen.has(address)) checking.refuse(`${at}.username`, "DUPLICATE_INVITATION", { username, groupId });
    seen.add(address);
  }
}
