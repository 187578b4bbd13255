// People of a project, by the newer API, and what the older one does there.
import fc from "fast-check";
import {
  ask,
  command,
  groupName,
  groupRole,
  groupRoles,
  nothing,
  placeOf,
  userId,
  username,
} from "./command.ts";
import {
  current,
  type Group,
  isMember,
  type Model,
  type Org,
  offer,
  type Person,
  type Refusal,
  rolesIn,
  setGroupRoles,
  without,
} from "./model.ts";
import { change } from "./org-users.ts";
import { v2023Only, v2025 } from "./orgs.ts";
import { shownGroupUser, shownOrgInvite, sorted } from "./shown.ts";

const pathOf = (group: Group) => `/api/atlas/v2/groups/${group.id}/users`;

interface Known {
  id?: string;
  userId?: string;
}

/** Lets an address in: at once, by its pending invitation, or by a new one. */
function admit(
  model: Model,
  org: Org,
  group: Group,
  username: string,
  roles: string[],
  known: Known,
): Person | Refusal {
  const there = current(model, org, username);
  if (there !== undefined && rolesIn(there, group).length > 0) return "USER_ALREADY_IN_GROUP";
  const person = there ?? offer(model, org, username, { roles: ["ORG_MEMBER"] }, known);
  setGroupRoles(person, group, roles);
  return person;
}

const add = fc.tuple(groupName, username, groupRoles).map((chosen) =>
  command("addGroupUsers", chosen, async (model, server) => {
    const [name, username, roles] = chosen;
    const { org, group } = placeOf(model, name);
    const hasChanged = await ask(
      server,
      org,
      { method: "POST", path: pathOf(group), body: { username, roles } },
      ({ id }) => admit(model, org, group, username, roles, { userId: id }),
      (person) => shownGroupUser(model, org, person, group),
    );
    return hasChanged && { org, group };
  }),
);

const addAccess = fc.tuple(groupName, username, groupRoles).map((chosen) =>
  command("addGroupAccessUser", chosen, async (model, server) => {
    const [name, username, roles] = chosen;
    const { org, group } = placeOf(model, name);
    const hasChanged = await ask(
      server,
      org,
      { method: "POST", path: `/api/atlas/v2/groups/${group.id}/access`, body: { username, roles } },
      ({ id }) => admit(model, org, group, username, roles, { id }),
      (person) => (isMember(person) ? undefined : shownOrgInvite(org, person)),
    );
    return hasChanged && { org, group };
  }),
);

/** Gives somebody who has roles of its own in the project others, or the code of a refusal. */
function changeIn(
  model: Model,
  org: Org,
  group: Group,
  id: string,
  how: (roles: readonly string[]) => readonly string[] | Refusal,
  options?: { active: boolean },
): Person | Refusal {
  const put = (person: Person) => {
    const held = rolesIn(person, group);
    if (held.length === 0) return "USER_NOT_IN_GROUP";
    const roles = how(held);
    if (typeof roles === "string") return roles;
    setGroupRoles(person, group, roles);
    return person;
  };
  return change(model, org, id, put, options);
}

const changeRole = fc
  .tuple(fc.constantFrom("addRole" as const, "removeRole" as const), groupName, username, groupRole)
  .map(([verb, name, username, role]) =>
    command(`${verb} in project`, [name, username, role], async (model, server) => {
      const { org, group } = placeOf(model, name);
      const id = userId(model, org, username);
      const changed = (held: readonly string[]) => {
        const others = without(held, role);
        if (verb === "addRole") return [...others, role];
        return others.length === 0 ? "CANNOT_REMOVE_ALL_USER_ROLES" : others;
      };
      const hasChanged = await ask(
        server,
        org,
        { method: "POST", path: `${pathOf(group)}/${id}:${verb}`, body: { groupRole: role } },
        () => changeIn(model, org, group, id, changed),
        (person) => shownGroupUser(model, org, person, group),
      );
      return hasChanged && { org, group };
    }),
  );

const replaceRoles = fc.tuple(groupName, username, groupRoles).map((chosen) =>
  command("updateGroupUserRoles", chosen, async (model, server) => {
    const [name, username, roles] = chosen;
    const { org, group } = placeOf(model, name);
    const id = userId(model, org, username);
    const path = `${pathOf(group)}/${id}/roles`;
    const hasChanged = await ask(
      server,
      org,
      { method: "PUT", path, body: { groupRoles: roles } },
      () => changeIn(model, org, group, id, () => roles, { active: true }),
      () => ({ groupRoles: sorted(roles), links: [{ href: `${server.world.url}${path}`, rel: "self" }] }),
    );
    return hasChanged && { org, group };
  }),
);

const remove = fc.tuple(groupName, username, fc.boolean()).map(([name, username, isOlder]) =>
  command(isOlder ? "removeGroupUser, older" : "removeGroupUser", [name, username], async (model, server) => {
    const { org, group } = placeOf(model, name);
    const id = userId(model, org, username);
    const hasChanged = await ask(
      server,
      org,
      { method: "DELETE", path: `${pathOf(group)}/${id}`, headers: isOlder ? v2023Only : v2025 },
      () => changeIn(model, org, group, id, () => [], { active: isOlder }),
      nothing,
    );
    return hasChanged && { org, group };
  }),
);

/** More often what gives the others something to do. */
export const groupUserCommands = [add, add, addAccess, changeRole, changeRole, replaceRoles, remove];
