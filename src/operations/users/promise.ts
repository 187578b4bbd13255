// Roles that an account is created with: checked against what the caller may give, and offered by invitation.
import type { ErrorCode, FaultMaker } from "../../contract/errors.ts";
import type { OrgRole } from "../../contract/roles.ts";
import { type Caller, type Door, door, permit } from "../../domain/access.ts";
import { ofAddress } from "../../domain/address.ts";
import type { GroupRoleGift } from "../../domain/invite.ts";
import { checkRoomInOrg, including, isCurrent } from "../../domain/membership.ts";
import type { Org } from "../../domain/org.ts";
import { draftOrgInvite, sortGifts } from "../../domain/org-invite.ts";
import { chooseGroupRoles, chooseOrgRoles } from "../../domain/role-list.ts";
import type { User } from "../../domain/user.ts";
import { checkRoomInGroup } from "./admission.ts";
import { type Acting, changeStanding, invite } from "./membership.ts";

export const promiseErrors = [
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

interface Promising extends Acting {
  readonly caller: Caller;
  readonly newId: () => string;
  readonly fault: FaultMaker<(typeof promiseErrors)[number]>;
}

/** All that one organization offers. */
interface Offer {
  readonly org: Org;
  readonly roles: readonly OrgRole[];
  readonly groupRoles: readonly GroupRoleGift[];
}

interface Assignment {
  readonly orgId?: string;
  readonly groupId?: string;
  readonly roleName?: string;
}

/** What each organization is to offer. Refuses roles the caller may not give, and those of no scope or of two. */
export async function chooseRoles(
  promising: Promising,
  assignments: readonly Assignment[],
): Promise<Offer[]> {
  const { fault } = promising;
  const offers = new Map<string, Offer>();
  for (const [index, { orgId, groupId, roleName }] of assignments.entries()) {
    const at = `roles.${index}`;
    if ((orgId === undefined) === (groupId === undefined)) {
      const description = "Name either the organization (orgId) or the project (groupId) of the role.";
      throw fault("BAD_REQUEST", {}, { fields: [{ description, field: at }] });
    }
    if (roleName === undefined) throw fault("MISSING_ATTRIBUTE", { attribute: `${at}.roleName` });
    const org =
      orgId === undefined ? await homeOfOwned(promising, groupId ?? "") : await findOwned(promising, orgId);
    const { roles, groupRoles } = offers.get(org.id) ?? { roles: [], groupRoles: [] };
    const given = groupId === undefined ? chooseOrgRoles([roleName], org.id, fault) : [];
    const gifts =
      groupId === undefined
        ? []
        : chooseGroupRoles([roleName], groupId, fault).map((role) => ({ groupId, role }));
    offers.set(org.id, {
      org,
      roles: including(roles, given),
      groupRoles: sortGifts([...groupRoles, ...gifts]),
    });
  }
  return [...offers.values()];
}

async function findOwned({ tx, caller, fault }: Promising, orgId: string): Promise<Org> {
  const found = await tx.orgs.find(orgId);
  if (found === undefined) throw fault("ORG_NOT_FOUND", { orgId });
  const roles = await tx.orgs.rolesOf(orgId, caller.id);
  refuseUnless(door.org("ORG_OWNER"), roles, "USER_CANNOT_ACCESS_ORG", fault);
  return found;
}

async function homeOfOwned({ tx, caller, fault }: Promising, groupId: string): Promise<Org> {
  const entry = await tx.groups.enter(groupId, caller);
  const home = entry && (await tx.orgs.find(entry.group.orgId));
  if (home === undefined) throw fault("GROUP_NOT_FOUND", { groupId });
  refuseUnless(door.group("GROUP_OWNER"), entry?.roles ?? [], "USER_CANNOT_ACCESS_GROUP", fault);
  return home;
}

function refuseUnless(
  door: Door,
  held: Parameters<typeof permit>[1],
  outside: "USER_CANNOT_ACCESS_GROUP" | "USER_CANNOT_ACCESS_ORG",
  fault: Promising["fault"],
): void {
  const verdict = permit(door, held);
  if (verdict === "outside") throw fault(outside, {});
  if (verdict === "insufficient") throw fault("USER_UNAUTHORIZED", {});
}

/** The id under which an address waits already in an organization of the caller: its account takes it over. */
export async function findPendingId(
  { tx, caller, now }: Promising,
  username: string,
): Promise<string | undefined> {
  for (const org of await tx.orgs.around(caller)) {
    const pending = (await tx.members.all(org, now)).filter(isCurrent).find(ofAddress(username));
    if (pending !== undefined) return pending.id;
  }
  return undefined;
}

/** Invites the account, or adds to the invitation that is pending. */
export async function promiseRoles(
  promising: Promising,
  user: User,
  { org, roles, groupRoles }: Offer,
): Promise<void> {
  const { tx, caller, now, newId, fault } = promising;
  const members = await tx.members.all(org, now);
  for (const groupId of new Set(groupRoles.map((gift) => gift.groupId))) {
    await checkRoomInGroup(promising, groupId, members);
  }
  const pending = members.filter(isCurrent).find(ofAddress(user.username));
  if (pending !== undefined) {
    await changeStanding(promising, pending, {
      roles: including(pending.roles, roles),
      groupRoles: [...pending.groupRoles, ...groupRoles],
      teamIds: pending.teamIds,
    });
    return;
  }
  checkRoomInOrg(org.id, members, fault);
  const drafted = draftOrgInvite({
    id: newId(),
    userId: user.id,
    org,
    username: user.username,
    inviter: caller.name,
    now,
    roles: roles.length === 0 ? ["ORG_MEMBER"] : roles,
    groupRoles,
    teamIds: [],
  });
  await invite(promising, drafted);
}
