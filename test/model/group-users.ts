// People of a project, by the newer API, and what the older one does there.
import fc from "fast-check";
import { request } from "../support/operations.ts";
import { groupRole, groupRoles, inGroup, nothing, userId, username } from "./command.ts";
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
import { shownGroupUser, shownOrgInvite, sorted } from "./shown.ts";

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

const add = inGroup("addGroupUsers", [username, groupRoles], ({ model, org, group }, username, roles) => ({
  body: { username, roles },
  decide: ({ id }) => admit(model, org, group, username, roles, { userId: id }),
  show: (person: Person) => shownGroupUser(model, org, person, group),
}));

const addAccess = inGroup(
  "addGroupAccessUser",
  [username, groupRoles],
  ({ model, org, group }, username, roles) => ({
    body: { username, roles },
    decide: ({ id }) => admit(model, org, group, username, roles, { id }),
    show: (person: Person) => (isMember(person) ? undefined : shownOrgInvite(org, person)),
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

const changeRoles = (["addGroupUserRole", "removeGroupUserRole"] as const).map((operationId) =>
  inGroup(operationId, [username, groupRole], ({ model, org, group }, username, role) => {
    const id = userId(model, org, username);
    const changed = (held: readonly string[]) => {
      const others = without(held, role);
      if (operationId === "addGroupUserRole") return [...others, role];
      return others.length === 0 ? "CANNOT_REMOVE_ALL_USER_ROLES" : others;
    };
    return {
      params: { userId: id },
      body: { groupRole: role },
      decide: () => changeIn(model, org, group, id, changed),
      show: (person: Person) => shownGroupUser(model, org, person, group),
    };
  }),
);

const replaceRoles = inGroup("updateGroupUserRoles", [username, groupRoles], (place, username, roles) => {
  const { model, server, org, group } = place;
  const id = userId(model, org, username);
  const params = { groupId: group.id, userId: id };
  const { path } = request("updateGroupUserRoles", { params });
  return {
    params,
    body: { groupRoles: roles },
    decide: () => changeIn(model, org, group, id, () => roles, { active: true }),
    show: () => ({ groupRoles: sorted(roles), links: [{ href: `${server.world.url}${path}`, rel: "self" }] }),
  };
});

const remove = inGroup(
  "removeGroupUser",
  [username, fc.boolean()],
  ({ model, org, group }, username, isOlder) => {
    const id = userId(model, org, username);
    return {
      params: { userId: id },
      version: isOlder ? "2023-01-01" : undefined,
      decide: () => changeIn(model, org, group, id, () => [], { active: isOlder }),
      show: nothing,
    };
  },
);

/** The commands; those that give the others something to do are drawn more often. */
export const groupUserCommands = [add, add, addAccess, ...changeRoles, replaceRoles, remove];
