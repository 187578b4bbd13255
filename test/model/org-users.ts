// People of an organization, by the newer API, and what the older one does to those who are active.
import fc from "fast-check";
import { request } from "../support/operations.ts";
import { inOrg, nothing, orgRole, orgRoles, roleGrants, userId, username, wanted } from "./command.ts";
import {
  byId,
  cancel,
  endInvites,
  type Holdings,
  isLastOwner,
  isMember,
  type Model,
  type Org,
  offer,
  type Person,
  type Refusal,
  setRoles,
  unknownGrant,
  without,
} from "./model.ts";
import { obstacle } from "./org-invites.ts";
import { shownOrgUser, sorted } from "./shown.ts";

const onWire = ({ roles, groupRoles, teamIds }: Pick<Holdings, "roles"> & Partial<Holdings>) => ({
  roles: {
    orgRoles: roles,
    ...(groupRoles && {
      groupRoleAssignments: Object.entries(groupRoles).map(([groupId, groupRoles]) => ({
        groupId,
        groupRoles,
      })),
    }),
  },
  ...(teamIds && { teamIds }),
});

const create = inOrg("createOrgUser", [username, roleGrants], ({ model, org }, username, chosen) => {
  const roleGrants = wanted(model, org, chosen);
  return {
    body: { username, ...onWire(roleGrants) },
    decide: ({ id }) =>
      obstacle(model, org, username, roleGrants) ?? offer(model, org, username, roleGrants, { userId: id }),
    show: (invite) => shownOrgUser(model, org, invite),
  };
});

/** Does something to somebody who is active or pending, and gives the answer or the code of a refusal. */
export function change(
  model: Model,
  org: Org,
  id: string,
  how: (person: Person) => Person | Refusal,
  options?: { active: boolean },
): Person | Refusal {
  const person = byId(model, org, id, options);
  if (typeof person === "string") return person;
  const { groupRoles: before } = person;
  const changed = how(person);
  if (typeof changed !== "string" && isMember(person)) endInvites(model, org, person, before);
  return changed;
}

const update = inOrg(
  "updateOrgUser",
  [username, roleGrants, fc.boolean()],
  (place, username, chosen, isForTeamsOnly) => {
    const { model, org } = place;
    const { roles, groupRoles, teamIds } = wanted(model, org, chosen);
    const sent =
      isForTeamsOnly && teamIds
        ? { teamIds }
        : { roles, ...(groupRoles && { groupRoles }), ...(teamIds && { teamIds }) };
    const id = userId(model, org, username);
    return {
      params: { userId: id },
      body: "roles" in sent ? onWire(sent) : sent,
      decide: () =>
        unknownGrant(org, sent) ??
        change(model, org, id, (person) => {
          const changed = setRoles(org, person, "roles" in sent ? sent.roles : person.roles);
          return typeof changed === "string" ? changed : Object.assign(changed, sent);
        }),
      show: (person: Person) => shownOrgUser(model, org, person),
    };
  },
);

const remove = inOrg("removeOrgUser", [username, fc.boolean()], ({ model, org }, username, isOlder) => {
  const id = userId(model, org, username);
  const end = (person: Person) => {
    if (isLastOwner(org, person)) return "CANNOT_DELETE_LAST_ADMIN";
    if (isMember(person)) org.members.delete(person);
    else cancel(model, org, person);
    return person;
  };
  return {
    params: { userId: id },
    version: isOlder ? "2023-01-01" : undefined,
    decide: () => change(model, org, id, end, { active: isOlder }),
    show: nothing,
  };
});

const changeRoles = (["addOrgUserRole", "removeOrgUserRole"] as const).map((operationId) =>
  inOrg(operationId, [username, orgRole], ({ model, org }, username, role) => {
    const id = userId(model, org, username);
    return {
      params: { userId: id },
      body: { orgRole: role },
      decide: () =>
        change(model, org, id, (person) => {
          const others = without(person.roles, role);
          return setRoles(org, person, operationId === "addOrgUserRole" ? [...others, role] : others);
        }),
      show: (person: Person) => shownOrgUser(model, org, person),
    };
  }),
);

const replaceRoles = inOrg(
  "updateOrgUserRoles",
  [username, orgRoles],
  ({ model, server, org }, username, roles) => {
    const id = userId(model, org, username);
    const params = { orgId: org.id, userId: id };
    const { path } = request("updateOrgUserRoles", { params });
    return {
      params,
      body: { orgRoles: roles },
      decide: () => change(model, org, id, (person) => setRoles(org, person, roles), { active: true }),
      show: (person: Person) => ({
        links: [{ href: `${server.world.url}${path}`, rel: "self" }],
        orgRoles: sorted(person.roles),
      }),
    };
  },
);

const get = inOrg("getOrgUser", [username], ({ model, org }, username) => {
  const id = userId(model, org, username);
  return {
    params: { userId: id },
    decide: () => byId(model, org, id),
    show: (person: Person) => shownOrgUser(model, org, person),
  };
});

/** The commands; those that give the others something to do are drawn more often. */
export const orgUserCommands = [create, create, update, update, remove, ...changeRoles, replaceRoles, get];
