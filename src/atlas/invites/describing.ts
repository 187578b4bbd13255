// Describes what an invitation offers, with current names: for its message and its page.
import { inOrder } from "../../core/contract/roles.ts";
import { isAddress } from "../../core/domain/address.ts";
import { groupsOf } from "../../core/domain/membership.ts";
import type { Reads } from "../../core/store/store.ts";
import type { AnyInvite } from "./accepting.ts";

/** Returns the inviter, with the name if the person or credential still exists. */
export async function inviterOf(
  tx: Reads,
  { orgId, inviterUsername: name }: Pick<AnyInvite, "orgId" | "inviterUsername">,
) {
  const isPerson = isAddress(name);
  const person = isPerson ? await tx.users.byAddress(name) : undefined;
  const credential = isPerson ? undefined : await tx.credentials.named(name);
  return {
    name,
    firstName: person?.firstName ?? "",
    lastName: person?.lastName ?? "",
    label: credential?.orgId === orgId ? credential.label : "",
  };
}

/** Describes an invitation; the names of things that no longer exist are empty. */
export async function describeInvite(
  tx: Reads,
  { id, orgId, groupId }: Pick<AnyInvite, "id" | "orgId" | "groupId">,
) {
  const held = await tx.invites.holdingsOf({ id, groupId });
  const nameOf = async (group: string) => (await tx.groups.nameOf(group)) ?? "";
  const groupRoles = [];
  for (const group of groupsOf(held.groupRoles)) {
    const roles = held.groupRoles.filter((roleGrant) => roleGrant.groupId === group).map(({ role }) => role);
    groupRoles.push({ groupId: group, groupName: await nameOf(group), roles: inOrder(roles) });
  }
  const teams = [];
  for (const teamId of held.teamIds) teams.push((await tx.teams.find(orgId, teamId))?.name ?? "");
  return {
    orgName: (await tx.orgs.find(orgId))?.name ?? "",
    groupName: groupId === null ? null : await nameOf(groupId),
    roles: inOrder(held.roles),
    groupRoles: groupRoles.sort((a, b) => (a.groupName < b.groupName ? -1 : 1)),
    teams: teams.sort(),
  };
}
