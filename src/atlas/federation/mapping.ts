// Grants and revokes roles at a sign-in with a provider, in the organizations that use it: roles of mappings, or else the
// default roles.

import { type Changing, changingOf, type Writing } from "../../core/changes/changing.ts";
import { inOrder, isGroupRole, isOrgRole, type OrgRole } from "../../core/contract/roles.ts";
import { type GroupRoleGrant, sortRoleGrants } from "../../core/domain/invite.ts";
import { type Holdings, isLastOwner } from "../../core/domain/membership.ts";
import type { Org } from "../../core/domain/org.ts";
import { maySignIn, type Policy } from "../../core/domain/policy.ts";
import type { User } from "../../core/domain/user.ts";
import type { FederationOffer } from "../../core/store/federation-offers.ts";
import type { Reads, Writes } from "../../core/store/store.ts";
import { accept, join } from "../invites/accepting.ts";
import { changeMember, membersOf, removeMember } from "../users/membership.ts";
import { connectionOf, connectionsIn, mappingsOf, type Provider } from "./federations.ts";
import { admitsAddress, groupsIn, type MappedRoles, namedBy, rolesOfGroups } from "./rules/federation.ts";

interface Signing {
  readonly issuer: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** The organizations that the operator allows to use the provider. */
type Bound = Pick<Policy, "federatedOrgs">;

type Person = Pick<User, "id" | "username">;

const none: MappedRoles = { roles: [], groupRoles: [] };

/** Finds the providers of an issuer, each with the organizations that use it and are allowed to. */
async function providersOf(tx: Reads, issuer: string, bound: Bound) {
  const found = [];
  for (const provider of (await tx.documents.federatedNamed("identityProvider", issuer)) as Provider[]) {
    if (provider.document.protocol !== "OIDC" || provider.document.idpType !== "WORKFORCE") continue;
    const connections = await connectionsIn({ tx }, provider.federationId);
    const users = connections.filter(
      ({ orgId, document }) =>
        maySignIn(bound, orgId) && document.dataAccessIdentityProviderIds.includes(provider.id),
    );
    found.push({ ...provider, document: provider.document, orgIds: users.map(({ orgId }) => orgId) });
  }
  return found;
}

/** Finds the organizations that use providers of an issuer and that the operator does not allow. */
export async function unnamedOrgs(tx: Reads, issuer: string, policy: Bound): Promise<Org[]> {
  const providers = await providersOf(tx, issuer, { federatedOrgs: null });
  const ids = new Set(providers.flatMap(({ orgIds }) => orgIds).filter((id) => !maySignIn(policy, id)));
  const orgs = await Promise.all([...ids].map((id) => tx.orgs.find(id)));
  return orgs.filter((org) => org !== undefined);
}

/**
 * Locks the organizations that a sign-in may change, before it locks the account: those that use the issuer, and those in which
 * the issuer gave roles before.
 */
export async function holdFederated(
  { tx, policy }: { readonly tx: Writes; readonly policy: Bound },
  issuer: string,
  person: Person | undefined,
): Promise<string[]> {
  const using = (await providersOf(tx, issuer, policy)).flatMap(({ orgIds }) => orgIds);
  const before = person === undefined ? [] : await tx.mappedGrants.of(person.id);
  const orgIds = [...new Set([...using, ...before.map(({ orgId }) => orgId)])].sort();
  for (const orgId of orgIds) tx.locks.org(orgId);
  return orgIds;
}

/**
 * Gives a member the roles of the mappings of these organizations, and removes roles that mappings gave before. Roles given by
 * hand stay. A person who is not a member is only offered to join.
 */
export async function mapRoles(
  { policy, ...unit }: Writing & { readonly policy: Bound },
  person: Person,
  { issuer, claims }: Signing,
  orgIds: readonly string[],
): Promise<void> {
  if (orgIds.length === 0) return;
  const changing = changingOf(unit, null);
  const providers = await providersOf(unit.tx, issuer, policy);
  for (const orgId of orgIds) {
    const org = await unit.tx.orgs.find(orgId);
    const provider = providers.find((each) => each.orgIds.includes(orgId))?.document;
    const groups = provider?.protocol === "OIDC" ? groupsIn(claims, provider.groupsClaim) : [];
    if (org !== undefined) await settle(changing, person, org, { issuer, provider, groups });
  }
}

/** The statements of a provider about a person. */
interface Said {
  readonly issuer: string;
  /** The provider; undefined if the organization does not use it. */
  readonly provider: Parameters<typeof admitsAddress>[1] | undefined;
  readonly groups: readonly string[];
}

async function settle(changing: Changing, person: Person, org: Org, said: Said): Promise<void> {
  const { tx, now } = changing;
  const at = { userId: person.id, orgId: org.id };
  const held = await heldBy(tx, person, org);
  const { mappings, ...offer } = await offerOf(tx, person, org, { held, said });
  if (!held.isMember && offer.roles.length > 0) {
    return tx.federationOffers.make(at, said.issuer, namedBy(mappings, said.groups), now);
  }
  tx.federationOffers.withdraw(at);
  if (!held.isMember) return;
  await change(changing, person, org, held, offer);
  markMapped(tx, person, org, { held, offer });
}

/** Marks the roles that a mapping gave, so that it may remove them. */
function markMapped(
  tx: Writes,
  { id }: Person,
  { id: orgId }: Org,
  { held, offer }: { readonly held: Held; readonly offer: MappedRoles },
): void {
  const isByHand = (groupId: string | null, role: string) =>
    held.byHand.some((each) => each.groupId === groupId && each.role === role);
  for (const role of offer.roles) {
    if (!isByHand(null, role)) tx.mappedGrants.mark(id, { orgId, groupId: null }, role);
  }
  for (const { groupId, role } of offer.groupRoles) {
    if (!isByHand(groupId, role)) tx.mappedGrants.mark(id, { orgId, groupId }, role);
  }
}

/**
 * Returns the roles that a person who accepts an organization's offer would get now; undefined if the offer gives none any
 * more.
 */
export async function readOffer(
  { tx, policy }: { readonly tx: Reads; readonly policy: Bound },
  person: Person,
  { orgId, issuer, groups }: FederationOffer,
) {
  const org = await tx.orgs.find(orgId);
  if (org === undefined) return undefined;
  const providers = await providersOf(tx, issuer, policy);
  const provider = providers.find((each) => each.orgIds.includes(orgId))?.document;
  const held = await heldBy(tx, person, org);
  const { mappings, ...offer } = await offerOf(tx, person, org, { held, said: { provider, groups } });
  if (held.isMember || offer.roles.length === 0) return undefined;
  return { org, held, offer, groups: namedBy(mappings, groups) };
}

/** Adds a person to an organization whose offer the person accepts. A pending invitation of the person is accepted as well. */
export async function takeOffer(
  changing: Changing,
  person: Person,
  { org, held, offer }: NonNullable<Awaited<ReturnType<typeof readOffer>>>,
): Promise<void> {
  const { tx, now } = changing;
  const pending = await tx.orgInvites.pendingId(org.id, person.username, now);
  const invite = pending === undefined ? undefined : await tx.invites.find(pending, now);
  if (invite !== undefined) await accept(changing, invite);
  // The roles of the invitation were given by hand.
  const { byHand } = invite === undefined ? held : await heldBy(tx, person, org);
  await join(changing, person, org.id, { ...offer, teamIds: [] });
  markMapped(tx, person, org, { held: { ...held, byHand }, offer });
  tx.federationOffers.withdraw({ userId: person.id, orgId: org.id });
}

/** Returns the roles of a person in an organization, without its teams: by hand, and by mappings. */
async function heldBy(tx: Reads, { id }: Person, org: Org) {
  const held = (await tx.grants.of(id)).filter(({ orgId }) => orgId === org.id);
  const mapped = (await tx.mappedGrants.of(id)).filter(({ orgId }) => orgId === org.id);
  const isMapped = (one: (typeof held)[number]) =>
    mapped.some(({ groupId, role }) => one.groupId === groupId && one.role === role);
  return {
    isMember: held.some(({ groupId }) => groupId === null),
    byHand: held.filter((each) => !isMapped(each)),
  };
}
type Held = Awaited<ReturnType<typeof heldBy>>;

/** Returns, as documented, the roles of all matching mappings, or the default roles if the person would have none. */
async function offerOf(
  tx: Reads,
  person: Person,
  org: Org,
  {
    held: { isMember, byHand },
    said: { provider, groups },
  }: { readonly held: Held; readonly said: Pick<Said, "provider" | "groups"> },
) {
  const mappings = (await mappingsOf({ tx }, org.id)).map((each) => each.document);
  const nothing = { ...none, mappings };
  const connection = await connectionOf({ tx }, org.id);
  if (connection === undefined || provider?.protocol !== "OIDC") return nothing;
  const { document } = connection;
  if (!isMember && document.instantUserProvisioningDisabled) return nothing;
  if (!admitsAddress(document, provider, person.username)) return nothing;
  const given = rolesOfGroups(mappings, groups);
  if (given.roles.length === 0 && byHand.length === 0) {
    return { ...none, mappings, roles: document.postAuthRoleGrants };
  }
  return { ...given, mappings };
}

/** Gives a member the roles given by hand and those offered; without any, removes the member. */
async function change(
  changing: Changing,
  person: Person,
  org: Org,
  { byHand }: Held,
  offer: MappedRoles,
): Promise<void> {
  const members = await membersOf(changing.tx, org, changing.now);
  const member = members.find(({ id }) => id === person.id);
  if (member === undefined) return;
  const inOrg = byHand.flatMap(({ groupId, role }): OrgRole[] =>
    groupId === null && isOrgRole(role) ? [role] : [],
  );
  const inGroups = byHand.flatMap(({ groupId, role }): GroupRoleGrant[] =>
    groupId !== null && isGroupRole(role) ? [{ groupId, role }] : [],
  );
  const groupRoles = sortRoleGrants([...inGroups, ...offer.groupRoles]);
  const roles = inOrder(new Set([...inOrg, ...offer.roles]));
  // The last owner stays an owner, as documented.
  const staying: OrgRole[] = isLastOwner(member, members) ? ["ORG_OWNER"] : [];
  const hasMore = groupRoles.length > 0 || member.teamIds.length > 0;
  const wanted: Holdings = {
    roles: inOrder(
      new Set([...roles, ...staying, ...(roles.length === 0 && hasMore ? (["ORG_MEMBER"] as const) : [])]),
    ),
    groupRoles,
    teamIds: member.teamIds,
  };
  const isSame =
    String(member.roles) === String(wanted.roles) &&
    JSON.stringify(member.groupRoles) === JSON.stringify(groupRoles);
  if (wanted.roles.length === 0) await removeMember(changing, member, org);
  else if (!isSame) await changeMember(changing, member, wanted);
}
