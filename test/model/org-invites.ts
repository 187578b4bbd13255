// Invitations to an organization, by the older API.
import fc from "fast-check";
import { ids } from "../support/world.ts";
import { inOrg, nothing, roleGrants, username, wanted } from "./command.ts";
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
  unknownGrant,
} from "./model.ts";
import { shownOrgInvite } from "./shown.ts";

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

/** Returns the refusal of an invitation of an address, in either API; undefined if it can be invited. */
export function obstacle(model: Model, org: Org, username: string, wanted: Wanted): Refusal | undefined {
  const unknown = unknownGrant(org, wanted);
  if (unknown !== undefined) return unknown;
  const there = current(model, org, username);
  return there && (isMember(there) ? "USER_ALREADY_IN_ORG" : "DUPLICATE_ORG_INVITATION");
}

const create = inOrg("createOrgInvite", [username, roleGrants], ({ model, org }, username, chosen) => {
  const roleGrants = wanted(model, org, chosen);
  return {
    body: { username, ...onWire(roleGrants) },
    decide: ({ id }) =>
      obstacle(model, org, username, roleGrants) ?? offer(model, org, username, roleGrants, { id }),
    show: (invite: OrgInvite) => shownOrgInvite(org, invite),
  };
});

function amend(org: Org, invite: OrgInvite | undefined, wanted: Wanted): OrgInvite | Refusal {
  const unknown = unknownGrant(org, wanted);
  if (unknown !== undefined || invite === undefined) return unknown ?? "RESOURCE_NOT_FOUND";
  return Object.assign(invite, wanted);
}

const updateByAddress = inOrg(
  "updateOrgInvites",
  [username, roleGrants],
  ({ model, org }, username, chosen) => {
    const roleGrants = wanted(model, org, chosen);
    return {
      body: { username, ...onWire(roleGrants) },
      decide: () => amend(org, orgInvites(model, org).find(isSame(username)), roleGrants),
      show: (invite: OrgInvite) => shownOrgInvite(org, invite),
    };
  },
);

function pendingAt(model: Model, org: Org, which: Which): OrgInvite | undefined {
  const invite = inviteAt(model, org, which);
  return invite && isOrgInvite(invite) && isPending(model, invite) ? invite : undefined;
}

/** Returns the parameter of an invitation in a path. */
export const paramsAt = (model: Model, org: Org, which: Which) => ({
  invitationId: inviteAt(model, org, which)?.id ?? ids.missing,
});

const updateById = inOrg("updateOrgInviteById", [which, roleGrants], ({ model, org }, which, chosen) => {
  const roleGrants = wanted(model, org, chosen);
  return {
    params: paramsAt(model, org, which),
    body: onWire(roleGrants),
    decide: () => amend(org, pendingAt(model, org, which), roleGrants),
    show: (invite: OrgInvite) => shownOrgInvite(org, invite),
  };
});

const get = inOrg("getOrgInvite", [which], ({ model, org }, which) => ({
  params: paramsAt(model, org, which),
  decide: () => pendingAt(model, org, which) ?? "RESOURCE_NOT_FOUND",
  show: (invite: OrgInvite) => shownOrgInvite(org, invite),
}));

const list = inOrg("listOrgInvites", [username], ({ model, org }, username) => ({
  query: `username=${encodeURIComponent(username)}`,
  decide: () => orgInvites(model, org).filter(isSame(username)),
  show: (invites: OrgInvite[]) => invites.map((invite) => shownOrgInvite(org, invite)),
}));

const remove = inOrg("deleteOrgInvite", [which], ({ model, org }, which) => ({
  params: paramsAt(model, org, which),
  decide() {
    const invite = inviteAt(model, org, which);
    if (invite !== undefined && !isOrgInvite(invite)) return "CANNOT_DELETE_GROUP_INVITATION";
    if (invite === undefined || !isPending(model, invite)) return "INVALID_INVITATION_ID";
    cancel(model, org, invite);
    return invite;
  },
  show: nothing,
}));

/** The commands; those that give the others something to do are drawn more often. */
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
