// What signing in with a provider gives a person, and takes, in the organizations that use it: roles of mappings, or else default roles.
import { inOrder, isGroupRole, isOrgRole, type OrgRole } from "../contract/roles.ts";
import { admitsAddress, groupsIn, type MappedRoles, rolesOfGroups } from "../domain/federation.ts";
import { type GroupRoleGift, sortGifts } from "../domain/invite.ts";
import { type Holdings, isLastOwner } from "../domain/membership.ts";
import type { Org } from "../domain/org.ts";
import type { User } from "../domain/user.ts";
import type { Writes } from "../store/store.ts";
import { accept, join } from "./accepting.ts";
import { type Changing, changingOf } from "./changing.ts";
import { connectionOf, connectionsIn, mappingsOf, type Provider } from "./federations.ts";
import { changeMember, membersOf, removeMember } from "./membership.ts";

interface Signing {
  readonly issuer: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

type Person = Pick<User, "id" | "username">;

const none: MappedRoles = { roles: [], groupRoles: [] };

/** Providers of people of an issuer, each with the organizations that use it. */
async function providersOf(tx: Writes, issuer: string) {
  const found = [];
  for (const provider of (await tx.federations.providersNamed(issuer)) as Provider[]) {
    if (provider.document.protocol !== "OIDC" || provider.document.idpType !== "WORKFORCE") continue;
    const connections = await connectionsIn({ tx }, provider.federationId);
    const users = connections.filter(({ document }) =>
      document.dataAccessIdentityProviderIds.includes(provider.id),
    );
    found.push({ ...provider, document: provider.document, orgIds: users.map(({ orgId }) => orgId) });
  }
  return found;
}

/** Locks the organizations that a sign-in may change, before the account is: those that use the issuer, and those that it gave roles in before. */
export async function holdFederated(
  { tx }: { readonly tx: Writes },
  issuer: string,
  person: Person | undefined,
): Promise<string[]> {
  const using = (await providersOf(tx, issuer)).flatMap(({ orgIds }) => orgIds);
  const before = person === undefined ? [] : await tx.mappedGrants.of(person.id);
  const orgIds = [...new Set([...using, ...before.map(({ orgId }) => orgId)])].sort();
  for (const orgId of orgIds) tx.locks.org(orgId);
  return orgIds;
}

/** Gives a person what the mappings of these organizations give now, and takes what they gave before. Roles given by hand stay. */
export async function mapRoles(
  unit: Pick<Changing, "tx" | "now" | "newId">,
  person: Person,
  { issuer, claims }: Signing,
  orgIds: readonly string[],
): Promise<void> {
  if (orgIds.length === 0) return;
  const changing = changingOf(unit, null);
  const providers = await providersOf(unit.tx, issuer);
  for (const orgId of orgIds) {
    const org = await unit.tx.orgs.find(orgId);
    const provider = providers.find((each) => each.orgIds.includes(orgId));
    if (org !== undefined) await settle(changing, person, org, provider?.document, claims);
  }
}

async function settle(
  changing: Changing,
  person: Person,
  org: Org,
  provider: Parameters<typeof admitsAddress>[1] | undefined,
  claims: Signing["claims"],
): Promise<void> {
  const { tx, now } = changing;
  const pending = await tx.orgInvites.pendingId(org.id, person.username, now);
  const held = await heldBy(tx, person, org);
  const offer = await offerOf(changing, person, org, held, provider, claims);
  if (offer.roles.length > 0 && held.isMember === false) {
    if ((await tx.orgInvites.countMembers(org.id)) >= org.mostUsers) return;
    const invite = pending === undefined ? undefined : await tx.invites.find(pending, now);
    if (invite !== undefined) await accept(changing, invite);
    await join(changing, person, org.id, { ...offer, teamIds: [] });
  } else if (held.isMember) await change(changing, person, org, held, offer);
  const isByHand = (groupId: string | null, role: string) =>
    held.byHand.some((each) => each.groupId === groupId && each.role === role);
  for (const role of offer.roles)
    if (!isByHand(null, role)) tx.mappedGrants.mark(person.id, { orgId: org.id, groupId: null }, role);
  for (const { groupId, role } of offer.groupRoles)
    if (!isByHand(groupId, role)) tx.mappedGrants.mark(person.id, { orgId: org.id, groupId }, role);
}

/** What a person holds in an organization, without its teams: by hand, and by mappings. */
async function heldBy(tx: Writes, { id }: Person, org: Org) {
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

/** As documented: the roles of all matching mappings, or the default roles where the person would have none. */
async function offerOf(
  { tx }: Changing,
  person: Person,
  org: Org,
  { isMember, byHand }: Held,
  provider: Parameters<typeof admitsAddress>[1] | undefined,
  claims: Signing["claims"],
): Promise<MappedRoles> {
  const connection = await connectionOf({ tx }, org.id);
  if (connection === undefined || provider?.protocol !== "OIDC") return none;
  const { document } = connection;
  if (!isMember && document.instantUserProvisioningDisabled) return none;
  if (!admitsAddress(document, provider, person.username)) return none;
  const mappings = (await mappingsOf({ tx }, org.id)).map((each) => each.document);
  const given = rolesOfGroups(mappings, groupsIn(claims, provider.groupsClaim));
  if (given.roles.length === 0 && byHand.length === 0) return { ...none, roles: document.postAuthRoleGrants };
  return given;
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
  const inGroups = byHand.flatMap(({ groupId, role }): GroupRoleGift[] =>
    groupId !== null && isGroupRole(role) ? [{ groupId, role }] : [],
  );
  const groupRoles = sortGifts([...inGroups, ...offer.groupRoles]);
  const roles = inOrder(new Set([...inOrg, ...offer.roles]));
  // As documented, the last owner stays one.
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
