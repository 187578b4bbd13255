// Invitations to a project, by the older API: the newer one does not know of them.
import fc from "fast-check";
import { ids } from "../support/world.ts";
import { ask, command, groupName, groupRoles, nothing, placeOf, username } from "./command.ts";
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
import { inviteAt, type Which, which } from "./org-invites.ts";
import { shownGroupInvite } from "./shown.ts";

const pathOf = (group: Group) => `/api/atlas/v2/groups/${group.id}/invites`;

const create = fc.tuple(groupName, username, groupRoles).map((chosen) =>
  command("createGroupInvite", chosen, async (model, server) => {
    const [name, username, roles] = chosen;
    const { org, group } = placeOf(model, name);
    const hasChanged = await ask(
      server,
      org,
      { method: "POST", path: pathOf(group), body: { username, roles } },
      ({ id }) => {
        if (groupInvites(model, org, group).some(isSame(username))) return "DUPLICATE_INVITATION";
        const there = current(model, org, username);
        const isIn = there && isMember(there) && rolesIn(there, group).length > 0;
        return isIn ? "USER_ALREADY_IN_GROUP" : offerGroup(model, org, group, { id, username, roles });
      },
      (invite) => shownGroupInvite(org, invite),
    );
    return hasChanged && { org, group };
  }),
);

const updateByAddress = fc.tuple(groupName, username, groupRoles).map((chosen) =>
  command("updateGroupInvites", chosen, async (model, server) => {
    const [name, username, roles] = chosen;
    const { org, group } = placeOf(model, name);
    const hasChanged = await ask(
      server,
      org,
      { method: "PATCH", path: pathOf(group), body: { username, roles } },
      () => {
        const invite = groupInvites(model, org, group).find(isSame(username));
        return invite ? Object.assign(invite, { roles }) : "RESOURCE_NOT_FOUND";
      },
      (invite) => shownGroupInvite(org, invite),
    );
    return hasChanged && { org, group };
  }),
);

function pendingAt(model: Model, org: Org, group: Group, which: Which): GroupInvite | undefined {
  const invite = inviteAt(model, org, which);
  return groupInvites(model, org, group).find((each) => each === invite);
}

const pathAt = (model: Model, org: Org, group: Group, which: Which) =>
  `${pathOf(group)}/${inviteAt(model, org, which)?.id ?? ids.missing}`;

const updateById = fc.tuple(groupName, which, groupRoles).map((chosen) =>
  command("updateGroupInviteById", chosen, async (model, server) => {
    const [name, which, roles] = chosen;
    const { org, group } = placeOf(model, name);
    const hasChanged = await ask(
      server,
      org,
      { method: "PATCH", path: pathAt(model, org, group, which), body: { roles } },
      () => {
        const invite = pendingAt(model, org, group, which);
        return invite ? Object.assign(invite, { roles }) : "RESOURCE_NOT_FOUND";
      },
      (invite) => shownGroupInvite(org, invite),
    );
    return hasChanged && { org, group };
  }),
);

const get = fc.tuple(groupName, which).map((chosen) =>
  command("getGroupInvite", chosen, async (model, server) => {
    const [name, which] = chosen;
    const { org, group } = placeOf(model, name);
    const hasChanged = await ask(
      server,
      org,
      { path: pathAt(model, org, group, which) },
      () => pendingAt(model, org, group, which) ?? "RESOURCE_NOT_FOUND",
      (invite) => shownGroupInvite(org, invite),
    );
    return hasChanged && { org, group };
  }),
);

const list = fc.tuple(groupName, username).map((chosen) =>
  command("listGroupInvites", chosen, async (model, server) => {
    const [name, username] = chosen;
    const { org, group } = placeOf(model, name);
    const hasChanged = await ask(
      server,
      org,
      { path: `${pathOf(group)}?username=${encodeURIComponent(username)}` },
      () => groupInvites(model, org, group).filter(isSame(username)),
      (invites) => invites.map((invite) => shownGroupInvite(org, invite)),
    );
    return hasChanged && { org, group };
  }),
);

const remove = fc.tuple(groupName, which).map((chosen) =>
  command("deleteGroupInvite", chosen, async (model, server) => {
    const [name, which] = chosen;
    const { org, group } = placeOf(model, name);
    const hasChanged = await ask(
      server,
      org,
      { method: "DELETE", path: pathAt(model, org, group, which) },
      () => {
        const invite = inviteAt(model, org, which);
        if (invite !== undefined && isOrgInvite(invite)) return "CANNOT_DELETE_ORG_INVITATION";
        if (invite?.group !== group || !isPending(model, invite)) return "INVALID_INVITATION_ID";
        invite.ended = "REVOKED";
        return invite;
      },
      nothing,
    );
    return hasChanged && { org, group };
  }),
);

/** More often what gives the others something to do. */
export const groupInviteCommands = [create, create, updateByAddress, updateById, get, list, remove];
