// What either API refuses about projects, roles of people and teams, with the codes of both, or statuses, and why they differ.
import {
  core,
  ends,
  fresh,
  invited,
  isFull,
  member,
  missing,
  old,
  owner,
  pending,
  reader,
  rich,
  zoe,
} from "../support/twin-steps.ts";
import type { Step } from "../support/twins.ts";
import { acrossKinds, both, ended, type Refused } from "./org-refusals.ts";

const plain = ["ORG_MEMBER"];
const reads = ["GROUP_READ_ONLY"];

const admitting = (who: string, roles: string[], answers: Refused["answers"], ...given: Step[]): Refused =>
  both(old.createGroupInvite(who, roles), fresh.addGroupUsers(who, roles), answers, ...given);

const activeOnly = "the older version sees active users only";

export const peopleRefusals: Readonly<Record<string, Refused>> = {
  "invite to a project: a member of it": admitting(reader, reads, "USER_ALREADY_IN_GROUP"),
  "invite to a project: an organization role": admitting(zoe, plain, "INVALID_ROLE_FOR_GROUP"),
  "invite to a project: no roles": admitting(zoe, [], "BAD_REQUEST"),
  "invite to a project: no address": admitting("zoe", reads, "INVALID_USERNAME"),
  "invite to a project: one that is full": admitting(
    zoe,
    reads,
    "MAX_USERS_PER_GROUP_EXCEEDED",
    isFull("group"),
  ),
  "invite to a project: a member of the organization, one that is full": admitting(
    member,
    reads,
    "MAX_USERS_PER_GROUP_EXCEEDED",
    isFull("group"),
  ),
  "invite to a project: a full organization": admitting(
    zoe,
    reads,
    [
      200,
      "MAX_USERS_PER_ORG_EXCEEDED",
      "an invitation to a project is none to the organization, and takes no place there",
    ],
    isFull("org"),
  ),
  "invite to a project: somebody who is invited to it": admitting(invited, reads, [
    "DUPLICATE_INVITATION",
    201,
    "operations on users do not see invitations to projects",
  ]),
  "invite to a project: somebody who is pending with roles there": admitting(rich, reads, [
    200,
    "USER_ALREADY_IN_GROUP",
    "the older API counts members of the project and invitations to it",
  ]),
  "access to a project: a member of it": both(
    old.addGroupAccessUser(reader, reads),
    fresh.addGroupUsers(reader, reads),
    "USER_ALREADY_IN_GROUP",
  ),
  "access to a project: somebody who is pending with roles there": both(
    old.addGroupAccessUser(rich, reads),
    fresh.addGroupUsers(rich, reads),
    "USER_ALREADY_IN_GROUP",
  ),
  "access to a project: a full organization": both(
    old.addGroupAccessUser(zoe, reads),
    fresh.addGroupUsers(zoe, reads),
    "MAX_USERS_PER_ORG_EXCEEDED",
    isFull("org"),
  ),
  "update an invitation to a project: nobody's": both(
    old.updateGroupInvites(zoe, reads),
    fresh.addGroupUserRole(zoe, "GROUP_OWNER"),
    ["RESOURCE_NOT_FOUND", "USER_NOT_FOUND", acrossKinds],
  ),
  "update an invitation to a project: of who is in the organization": both(
    old.updateGroupInvites(member, reads),
    fresh.addGroupUserRole(member, "GROUP_OWNER"),
    ["RESOURCE_NOT_FOUND", "USER_NOT_IN_GROUP", acrossKinds],
  ),
  "take an invitation to a project back: an ended one": both(
    old.deleteGroupInvite(invited),
    fresh.removeGroupUser(rich),
    ["INVALID_INVITATION_ID", "USER_NOT_IN_ORG", ended],
    ends(invited, "expire", "payments"),
    ends(rich, "expire"),
  ),

  "the last owner: other roles": both(
    old.updateOrgUserRoles(owner, plain),
    fresh.updateOrgUser(owner, { roles: plain }),
    "CANNOT_DEMOTE_LAST_ORG_OWNER",
  ),
  "the last owner: one role less": both(
    old.updateOrgUserRoles(owner, plain),
    fresh.removeOrgUserRole(owner, "ORG_OWNER"),
    "CANNOT_DEMOTE_LAST_ORG_OWNER",
    fresh.addOrgUserRole(owner, "ORG_MEMBER"),
  ),
  "the last owner: removed": both(
    old.removeOrgUser(owner),
    fresh.removeOrgUser(owner),
    "CANNOT_DELETE_LAST_ADMIN",
  ),
  "the last role in the organization": both(
    old.updateOrgUserRoles(member, []),
    fresh.removeOrgUserRole(member, "ORG_MEMBER"),
    "CANNOT_REMOVE_ALL_USER_ROLES",
  ),
  "no roles in the organization": both(
    old.updateOrgUserRoles(member, []),
    fresh.updateOrgUser(member, { roles: [] }),
    [
      "CANNOT_REMOVE_ALL_USER_ROLES",
      "BAD_REQUEST",
      "the body of the newer operation demands one item at least; the catalogue names the code of the older",
    ],
  ),
  "the last role in a project": both(
    old.updateGroupUserRoles(owner, []),
    fresh.removeGroupUserRole(owner, "GROUP_OWNER"),
    "CANNOT_REMOVE_ALL_USER_ROLES",
  ),
  "roles of who is pending": both(
    old.updateOrgUserRoles(pending, ["ORG_READ_ONLY"]),
    fresh.updateOrgUser(pending, { roles: ["ORG_READ_ONLY"] }),
    ["USER_NOT_IN_ORG", 200, activeOnly],
  ),
  "project roles of who is pending": both(
    old.updateGroupUserRoles(rich, reads),
    fresh.removeGroupUserRole(rich, "GROUP_CLUSTER_MANAGER"),
    ["USER_NOT_IN_ORG", 200, activeOnly],
  ),
  "removing somebody who is pending": both(old.removeOrgUser(pending), fresh.removeOrgUser(pending), [
    "USER_NOT_IN_ORG",
    204,
    activeOnly,
  ]),
  "removing somebody who is pending from a project": both(
    old.removeGroupUser(rich),
    fresh.removeGroupUser(rich),
    ["USER_NOT_IN_ORG", 204, activeOnly],
  ),
  "removing somebody who is not in the project": both(
    old.removeGroupUser(member),
    fresh.removeGroupUser(member),
    "USER_NOT_IN_GROUP",
  ),
  "into a team: somebody who is in it": both(
    old.addOrgTeamUsers(reader, core),
    fresh.addOrgTeamUser(reader, core),
    "USER_ALREADY_IN_TEAM",
  ),
  "into a team: somebody who is pending": both(old.addOrgTeamUsers(pending), fresh.addOrgTeamUser(pending), [
    "CANNOT_ADD_PENDING_USER",
    200,
    activeOnly,
  ]),
  "into a team: whose invitation expired": both(
    old.addOrgTeamUsers(pending),
    fresh.addOrgTeamUser(pending),
    "USER_NOT_IN_ORG",
    ends(pending, "expire"),
  ),
  "into a team: one that is not there": both(
    old.addOrgTeamUsers(member, missing),
    fresh.addOrgTeamUser(member, missing),
    "TEAM_NOT_FOUND",
  ),
  "into a team: nobody": both(old.addOrgTeamUsers(zoe), fresh.addOrgTeamUser(zoe), "USER_NOT_FOUND"),
  "out of a team: somebody who is not in it": both(
    old.removeOrgTeamUserFromTeam(member),
    fresh.removeOrgTeamUser(member),
    "USER_NOT_IN_TEAM",
  ),
  "out of a team: somebody who is pending": both(
    old.removeOrgTeamUserFromTeam(rich),
    fresh.removeOrgTeamUser(rich),
    ["USER_NOT_IN_ORG", 200, activeOnly],
  ),
};
