// People of an organization, by the newer API, and what the older one does to those who are active.
import fc from "fast-check";
import {
  ask,
  command,
  gifts,
  nothing,
  orgName,
  orgOf,
  orgRole,
  orgRoles,
  userId,
  username,
  wanted,
} from "./command.ts";
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
  unknownGift,
  without,
} from "./model.ts";
import { obstacle } from "./org-invites.ts";
import { v2023Only, v2025 } from "./orgs.ts";
import { shownOrgUser, sorted } from "./shown.ts";

const pathOf = (org: Org) => `/api/atlas/v2/orgs/${org.id}/users`;

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

const create = fc.tuple(orgName, username, gifts).map((chosen) =>
  command("createOrgUser", chosen, async (model, server) => {
    const [name, username, chosenGifts] = chosen;
    const org = orgOf(model, name);
    const gifts = wanted(model, org, chosenGifts);
    const hasChanged = await ask(
      server,
      org,
      { method: "POST", path: pathOf(org), body: { username, ...onWire(gifts) } },
      ({ id }) => obstacle(model, org, username, gifts) ?? offer(model, org, username, gifts, { userId: id }),
      (invite) => shownOrgUser(model, org, invite),
    );
    return hasChanged && { org };
  }),
);

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

const update = fc.tuple(orgName, username, gifts, fc.boolean()).map((chosen) =>
  command("updateOrgUser", chosen, async (model, server) => {
    const [name, username, chosenGifts, isForTeamsOnly] = chosen;
    const org = orgOf(model, name);
    const { roles, groupRoles, teamIds } = wanted(model, org, chosenGifts);
    const sent =
      isForTeamsOnly && teamIds
        ? { teamIds }
        : { roles, ...(groupRoles && { groupRoles }), ...(teamIds && { teamIds }) };
    const id = userId(model, org, username);
    const hasChanged = await ask(
      server,
      org,
      { method: "PATCH", path: `${pathOf(org)}/${id}`, body: "roles" in sent ? onWire(sent) : sent },
      () =>
        unknownGift(org, sent) ??
        change(model, org, id, (person) => {
          const changed = setRoles(org, person, "roles" in sent ? sent.roles : person.roles);
          return typeof changed === "string" ? changed : Object.assign(changed, sent);
        }),
      (person) => shownOrgUser(model, org, person),
    );
    return hasChanged && { org };
  }),
);

const remove = fc.tuple(orgName, username, fc.boolean()).map(([name, username, isOlder]) =>
  command(isOlder ? "removeOrgUser, older" : "removeOrgUser", [name, username], async (model, server) => {
    const org = orgOf(model, name);
    const id = userId(model, org, username);
    const hasChanged = await ask(
      server,
      org,
      { method: "DELETE", path: `${pathOf(org)}/${id}`, headers: isOlder ? v2023Only : v2025 },
      () =>
        change(
          model,
          org,
          id,
          (person) => {
            if (isLastOwner(org, person)) return "CANNOT_DELETE_LAST_ADMIN";
            if (isMember(person)) org.members.delete(person);
            else cancel(model, org, person);
            return person;
          },
          { active: isOlder },
        ),
      nothing,
    );
    return hasChanged && { org };
  }),
);

const changeRole = fc
  .tuple(fc.constantFrom("addRole" as const, "removeRole" as const), orgName, username, orgRole)
  .map(([verb, name, username, role]) =>
    command(`${verb} in org`, [name, username, role], async (model, server) => {
      const org = orgOf(model, name);
      const id = userId(model, org, username);
      const hasChanged = await ask(
        server,
        org,
        { method: "POST", path: `${pathOf(org)}/${id}:${verb}`, body: { orgRole: role } },
        () =>
          change(model, org, id, (person) => {
            const others = without(person.roles, role);
            return setRoles(org, person, verb === "addRole" ? [...others, role] : others);
          }),
        (person) => shownOrgUser(model, org, person),
      );
      return hasChanged && { org };
    }),
  );

const replaceRoles = fc.tuple(orgName, username, orgRoles).map((chosen) =>
  command("updateOrgUserRoles", chosen, async (model, server) => {
    const [name, username, roles] = chosen;
    const org = orgOf(model, name);
    const id = userId(model, org, username);
    const path = `${pathOf(org)}/${id}/roles`;
    const hasChanged = await ask(
      server,
      org,
      { method: "PUT", path, body: { orgRoles: roles } },
      () => change(model, org, id, (person) => setRoles(org, person, roles), { active: true }),
      (person) => ({
        links: [{ href: `${server.world.url}${path}`, rel: "self" }],
        orgRoles: sorted(person.roles),
      }),
    );
    return hasChanged && { org };
  }),
);

const get = fc.tuple(orgName, username).map((chosen) =>
  command("getOrgUser", chosen, async (model, server) => {
    const [name, username] = chosen;
    const org = orgOf(model, name);
    const id = userId(model, org, username);
    const hasChanged = await ask(
      server,
      org,
      { path: `${pathOf(org)}/${id}` },
      () => byId(model, org, id),
      (person) => shownOrgUser(model, org, person),
    );
    return hasChanged && { org };
  }),
);

/** More often what gives the others something to do. */
export const orgUserCommands = [
  create,
  create,
  update,
  update,
  remove,
  changeRole,
  changeRole,
  replaceRoles,
  get,
];
