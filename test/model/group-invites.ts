// Invitations to a project, by the older API: the newer one does not know of them.
import { groupRoles, inGroup, nothing, username } from "./command.ts";
import {
  current,
  type Group,
  type GroupInvite,
  groupInvites,
  isMember,
  isOrgInvite,
  isPending,
  isSame,
  type Model,
  type Org,
  offerGroup,
  rolesIn,
} from "./model.ts";
import { inviteAt, paramsAt, type Which, which } from "./org-invites.ts";
import { shownGroupInvite } from "./shown.ts";

const create = inGroup(
  "createGroupInvite",
  [username, groupRoles],
  ({ model, org, group }, username, roles) => ({
    body: { username, roles },
    decide({ id }) {
      if (groupInvites(model, org, group).some(isSame(username))) return "DUPLICATE_INVITATION";
      const there = current(model, org, username);
      const isIn = there && isMember(there) && rolesIn(there, group).length > 0;
      return isIn ? "USER_ALREADY_IN_GROUP" : offerGroup(model, org, group, { id, username, roles });
    },
    show: (invite: GroupInvite) => shownGroupInvite(org, invite),
  }),
);

const amend = (invite: GroupInvite | undefined, roles: string[]) =>
  invite ? Object.assign(invite, { roles }) : "RESOURCE_NOT_FOUND";

const updateByAddress = inGroup(
  "updateGroupInvites",
  [username, groupRoles],
  ({ model, org, group }, username, roles) => ({
    body: { username, roles },
    decide: () => amend(groupInvites(model, org, group).find(isSame(username)), roles),
    show: (invite: GroupInvite) => shownGroupInvite(org, invite),
  }),
);

function pendingAt(model: Model, org: Org, group: Group, which: Which): GroupInvite | undefined {
  const invite = inviteAt(model, org, which);
  return groupInvites(model, org, group).find((each) => each === invite);
}

const updateById = inGroup(
  "updateGroupInviteById",
  [which, groupRoles],
  ({ model, org, group }, which, roles) => ({
    params: paramsAt(model, org, which),
    body: { roles },
    decide: () => amend(pendingAt(model, org, group, which), roles),
    show: (invite: GroupInvite) => shownGroupInvite(org, invite),
  }),
);

const get = inGroup("getGroupInvite", [which], ({ model, org, group }, which) => ({
  params: paramsAt(model, org, which),
  decide: () => pendingAt(model, org, group, which) ?? "RESOURCE_NOT_FOUND",
  show: (invite: GroupInvite) => shownGroupInvite(org, invite),
}));

const list = inGroup("listGroupInvites", [username], ({ model, org, group }, username) => ({
  query: `username=${encodeURIComponent(username)}`,
  decide: () => groupInvites(model, org, group).filter(isSame(username)),
  show: (invites: GroupInvite[]) => invites.map((invite) => shownGroupInvite(org, invite)),
}));

const remove = inGroup("deleteGroupInvite", [which], ({ model, org, group }, which) => ({
  params: paramsAt(model, org, which),
  decide() {
    const invite = inviteAt(model, org, which);
    if (invite !== undefined && isOrgInvite(invite)) return "CANNOT_DELETE_ORG_INVITATION";
    if (invite?.group !== group || !isPending(model, invite)) return "INVALID_INVITATION_ID";
    invite.ended = "REVOKED";
    return invite;
  },
  show: nothing,
}));

/** The commands; those that give the others something to do are drawn more often. */
export const groupInviteCommands = [create, create, updateByAddress, updateById, get, list, remove];
