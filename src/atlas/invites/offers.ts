// Roles for a new account: checked against the caller's roles, and offered by invitation.

import type { Changing, Looking } from "../../core/changes/changing.ts";
import { enterGroup, enterOrg, orgOf } from "../../core/changes/scopes.ts";
import { type ErrorCode, missing, wrongField } from "../../core/contract/errors.ts";
import type { OrgRole } from "../../core/contract/roles.ts";
import { type Caller, door } from "../../core/domain/access.ts";
import { ofAddress } from "../../core/domain/address.ts";
import { type GroupRoleGrant, sortRoleGrants } from "../../core/domain/invite.ts";
import { groupsOf, including } from "../../core/domain/membership.ts";
import type { Org } from "../../core/domain/org.ts";
import { chooseGroupRoles, chooseOrgRoles } from "../../core/domain/role-list.ts";
import type { User } from "../../core/domain/user.ts";
import { changeMember, checkRoomInGroup } from "../users/membership.ts";
import { inviteStranger } from "./inviting.ts";

export const offerErrors = [
  "BAD_REQUEST",
  "GROUP_NOT_FOUND",
  "INVALID_ROLE_FOR_GROUP",
  "INVALID_ROLE_FOR_ORG",
  "MAX_USERS_PER_GROUP_EXCEEDED",
  "MAX_USERS_PER_ORG_EXCEEDED",
  "MISSING_ATTRIBUTE",
  "ORG_NOT_FOUND",
  "USER_CANNOT_ACCESS_GROUP",
  "USER_CANNOT_ACCESS_ORG",
  "USER_UNAUTHORIZED",
] as const satisfies readonly ErrorCode[];

type OfferReading = Looking<(typeof offerErrors)[number]> & { readonly caller: Caller };
type OfferContext = Changing<(typeof offerErrors)[number]> & { readonly caller: Caller };

interface Offer {
  readonly org: Org;
  readonly roles: readonly OrgRole[];
  readonly groupRoles: readonly GroupRoleGrant[];
}

interface OfferedRole {
  readonly orgId?: string;
  readonly groupId?: string;
  readonly roleName?: string;
}

/** Returns the offer of each organization. Refuses roles that the caller may not grant, and roles with no scope or two. */
export async function chooseOffers(choosing: OfferReading, assignments: readonly OfferedRole[]) {
  const { tx, caller, fault } = choosing;
  const offers = new Map<string, Offer>();
  for (const [index, { orgId, groupId, roleName }] of assignments.entries()) {
    const at = `roles.${index}`;
    if ((orgId === undefined) === (groupId === undefined)) {
      const description = "Name either the organization (orgId) or the project (groupId) of the role.";
      throw fault("BAD_REQUEST", {}, wrongField(at, description));
    }
    if (roleName === undefined) throw missing(`${at}.roleName`, fault);
    const org =
      groupId === undefined
        ? (await enterOrg(choosing, orgId ?? "", caller, "ORG_OWNER")).org
        : await orgOf(tx, (await enterGroup(choosing, groupId, caller, door.group("GROUP_OWNER"))).group);
    const { roles, groupRoles } = offers.get(org.id) ?? { roles: [], groupRoles: [] };
    const given = groupId === undefined ? chooseOrgRoles([roleName], org.id, fault) : [];
    const roleGrants =
      groupId === undefined
        ? []
        : chooseGroupRoles([roleName], groupId, fault).map((role) => ({ groupId, role }));
    offers.set(org.id, {
      org,
      roles: including(roles, given),
      groupRoles: sortRoleGrants([...groupRoles, ...roleGrants]),
    });
  }
  return [...offers.values()];
}

/** Returns the id of the pending user of an address in an organization of the caller; the new account gets it. */
export async function findPendingId(
  { tx, caller, now }: Pick<OfferContext, "tx" | "caller" | "now">,
  username: string,
): Promise<string | undefined> {
  for (const org of await tx.orgs.around(caller)) {
    const pending = (await tx.members.current(org, now)).find(ofAddress(username));
    if (pending !== undefined) return pending.id;
  }
  return undefined;
}

export async function offer(offering: OfferContext, user: User, { org, roles, groupRoles }: Offer) {
  const { tx, caller, now } = offering;
  const members = await tx.members.current(org, now);
  for (const id of groupsOf(groupRoles)) await checkRoomInGroup(offering, { id, orgId: org.id });
  const pending = members.find(ofAddress(user.username));
  if (pending !== undefined) {
    await changeMember(offering, pending, {
      roles: including(pending.roles, roles),
      groupRoles: [...pending.groupRoles, ...groupRoles],
      teamIds: pending.teamIds,
    });
    return;
  }
  const inOrg: readonly OrgRole[] = roles.length === 0 ? ["ORG_MEMBER"] : roles;
  const invited = { username: user.username, userId: user.id, inviter: caller.name };
  await inviteStranger(offering, { org, members }, { ...invited, roles: inOrg, groupRoles, teamIds: [] });
}
