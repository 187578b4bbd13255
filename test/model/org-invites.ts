// Invitations to an organization, by the older API.
import fc from "fast-check";
import { ids } from "../support/world.ts";
import { ask, command, gifts, nothing, orgName, orgOf, username, wanted } from "./command.ts";
import {
  cancel,
  current,
  type GroupInvite,
  type Holdings,
  isMember,
  isOrgInvite,
  isPending,
  isSame,
  type Model,
  type Org,
  type OrgInvite,
  offer,
  orgInvites,
  type Refusal,
  unknownGift,
} from "./model.ts";
import { shownOrgInvite } from "./shown.ts";

const pathOf = (org: Org) => `/api/atlas/v2/orgs/${org.id}/invites`;

/** Counted from the newest, among the pending ones or among all there were, of either kind. */
export const which = fc.record({ age: fc.nat(9), pending: fc.constantFrom(true, true, false) });
export type Which = typeof which extends fc.Arbitrary<infer W> ? W : never;

export function inviteAt(
  model: Model,
  org: Org,
  { age, pending }: Which,
): OrgInvite | GroupInvite | undefined {
  const invites = pending ? org.invites.filter((invite) => isPending(model, invite)) : org.invites;
  return invites.at(-1 - (age % invites.length || 0));
}

type Wanted = Pick<Holdings, "roles"> & Partial<Holdings>;

const onWire = ({ roles, groupRoles, teamIds }: Wanted) => ({
  roles,
  ...(groupRoles && {
    groupRoleAssignments: Object.entries(groupRoles).map(([groupId, roles]) => ({ groupId, roles })),
  }),
  ...(teamIds && { teamIds }),
});

/** What keeps an address from being invited, in either API. */
export function obstacle(model: Model, org: Org, username: string, wanted: Wanted): Refusal | undefined {
  const unknown = unknownGift(org, wanted);
  if (unknown !== undefined) return unknown;
  const there = current(model, org, username);
  return there && (isMember(there) ? "USER_ALREADY_IN_ORG" : "DUPLICATE_ORG_INVITATION");
}

const create = fc.tuple(orgName, username, gifts).map((chosen) =>
  command("createOrgInvite", chosen, async (model, server) => {
    const [name, username, chosenGifts] = chosen;
    const org = orgOf(model, name);
    const gifts = wanted(model, org, chosenGifts);
    const hasChanged = await ask(
      server,
      org,
      { method: "POST", path: pathOf(org), body: { username, ...onWire(gifts) } },
      ({ id }) => obstacle(model, org, username, gifts) ?? offer(model, org, username, gifts, { id }),
      (invite) => shownOrgInvite(org, invite),
    );
    return hasChanged && { org };
  }),
);

function amend(org: Org, invite: OrgInvite | undefined, wanted: Wanted): OrgInvite | Refusal {
  const unknown = unknownGift(org, wanted);
  if (unknown !== undefined || invite === undefined) return unknown ?? "RESOURCE_NOT_FOUND";
  return Object.assign(invite, wanted);
}

const updateByAddress = fc.tuple(orgName, username, gifts).map((chosen) =>
  command("updateOrgInvites", chosen, async (model, server) => {
    const [name, username, chosenGifts] = chosen;
    const org = orgOf(model, name);
    const gifts = wanted(model, org, chosenGifts);
    const hasChanged = await ask(
      server,
      org,
      { method: "PATCH", path: pathOf(org), body: { username, ...onWire(gifts) } },
      () => amend(org, orgInvites(model, org).find(isSame(username)), gifts),
      (invite) => shownOrgInvite(org, invite),
    );
    return hasChanged && { org };
  }),
);

function pendingAt(model: Model, org: Org, which: Which): OrgInvite | undefined {
  const invite = inviteAt(model, org, which);
  return invite && isOrgInvite(invite) && isPending(model, invite) ? invite : undefined;
}

const pathAt = (model: Model, org: Org, which: Which) =>
  `${pathOf(org)}/${inviteAt(model, org, which)?.id ?? ids.missing}`;

const updateById = fc.tuple(orgName, which, gifts).map((chosen) =>
  command("updateOrgInviteById", chosen, async (model, server) => {
    const [name, which, chosenGifts] = chosen;
    const org = orgOf(model, name);
    const gifts = wanted(model, org, chosenGifts);
    const hasChanged = await ask(
      server,
      org,
      { method: "PATCH", path: pathAt(model, org, which), body: onWire(gifts) },
      () => amend(org, pendingAt(model, org, which), gifts),
      (invite) => shownOrgInvite(org, invite),
    );
    return hasChanged && { org };
  }),
);

const get = fc.tuple(orgName, which).map((chosen) =>
  command("getOrgInvite", chosen, async (model, server) => {
    const [name, which] = chosen;
    const org = orgOf(model, name);
    const hasChanged = await ask(
      server,
      org,
      { path: pathAt(model, org, which) },
      () => pendingAt(model, org, which) ?? "RESOURCE_NOT_FOUND",
      (invite) => shownOrgInvite(org, invite),
    );
    return hasChanged && { org };
  }),
);

const list = fc.tuple(orgName, username).map((chosen) =>
  command("listOrgInvites", chosen, async (model, server) => {
    const [name, username] = chosen;
    const org = orgOf(model, name);
    const hasChanged = await ask(
      server,
      org,
      { path: `${pathOf(org)}?username=${encodeURIComponent(username)}` },
      () => orgInvites(model, org).filter(isSame(username)),
      (invites) => invites.map((invite) => shownOrgInvite(org, invite)),
    );
    return hasChanged && { org };
  }),
);

const remove = fc.tuple(orgName, which).map((chosen) =>
  command("deleteOrgInvite", chosen, async (model, server) => {
    const [name, which] = chosen;
    const org = orgOf(model, name);
    const hasChanged = await ask(
      server,
      org,
      { method: "DELETE", path: pathAt(model, org, which) },
      () => {
        const invite = inviteAt(model, org, which);
        if (invite !== undefined && !isOrgInvite(invite)) return "CANNOT_DELETE_GROUP_INVITATION";
        if (invite === undefined || !isPending(model, invite)) return "INVALID_INVITATION_ID";
        cancel(model, org, invite);
        return invite;
      },
      nothing,
    );
    return hasChanged && { org };
  }),
);

/** More often what gives the others something to do. */
export const orgInviteCommands = [
  create,
  create,
  updateByAddress,
  updateByAddress,
  updateById,
  get,
  list,
  remove,
];
