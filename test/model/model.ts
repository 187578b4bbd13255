// The membership of organizations as plain data, and the rules it follows, in as few words as possible.
import assert from "node:assert/strict";

export const day = 24 * 60 * 60 * 1000;
const inviteLifetime = 30 * day;

/** The roles and teams that a person holds in an organization, or is to hold there. */
export interface Holdings {
  roles: readonly string[];
  /** The roles by project; no project has an empty list. */
  groupRoles: Readonly<Record<string, readonly string[]>>;
  teamIds: readonly string[];
}

export interface Account {
  /** The id; undefined until a list has shown it. */
  id: string | undefined;
  readonly username: string;
  readonly createdAt: number;
}

export interface Member extends Holdings {
  readonly account: Account;
}

interface Invite {
  readonly username: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  ended?: "ACCEPTED" | "DECLINED" | "EXPIRED" | "REVOKED";
}

/** An invitation with two ids: the older API shows that of the invitation, the newer one that of the pending user. */
export interface OrgInvite extends Invite, Holdings {
  id: string | undefined;
  userId: string | undefined;
}

export interface GroupInvite extends Invite {
  readonly id: string;
  readonly group: Group;
  roles: readonly string[];
}

export interface Group {
  readonly id: string;
  readonly name: string;
}

export interface Team {
  readonly id: string;
  name: string;
  /** The roles by project; no project has an empty list. */
  groupRoles: Readonly<Record<string, readonly string[]>>;
}

export interface Org {
  readonly id: string;
  readonly name: string;
  /** Client id of the service account that asks. */
  readonly caller: string;
  readonly groups: readonly Group[];
  /** The teams, oldest first. */
  readonly teams: Team[];
  readonly members: Set<Member>;
  /** The invitations to the organization and to its projects, pending and ended, oldest first. */
  readonly invites: (OrgInvite | GroupInvite)[];
}

export interface Model {
  now: number;
  readonly orgs: readonly Org[];
  readonly accounts: Account[];
  /** Every id that was ever given. */
  readonly ids: Set<string>;
}

/** The code of a refusal. */
export type Refusal = string;
export type Person = Member | OrgInvite;

const fold = (username: string) => username.normalize("NFC").toLowerCase();
export const isSame = (username: string) => (other: { username: string }) =>
  fold(other.username) === fold(username);

/** Remembers a new id, which must not have been given before. */
export function learn(model: Model, id: string): string {
  assert.match(id, /^[0-9a-f]{24}$/);
  assert.ok(!model.ids.has(id), `${id} was given before`);
  model.ids.add(id);
  return id;
}

// People and invitations as they are at this moment.

export const isMember = (person: Person): person is Member => "account" in person;
export const isOrgInvite = (invite: OrgInvite | GroupInvite): invite is OrgInvite => !("group" in invite);
export const usernameOf = (person: Person) => (isMember(person) ? person.account : person).username;
export const idOf = (person: Person) => (isMember(person) ? person.account.id : person.userId);

const stateOf = ({ now }: Model, { ended, expiresAt }: Invite) =>
  ended ?? (now < expiresAt ? "PENDING" : "EXPIRED");

export const isPending = (model: Model, invite: Invite) => stateOf(model, invite) === "PENDING";

const statuses = {
  PENDING: "PENDING",
  EXPIRED: "INVITATION_EXPIRED",
  DECLINED: "INVITATION_REJECTED",
  ACCEPTED: undefined,
  REVOKED: undefined,
} as const;

/** Returns the status as the newer API names it; undefined for what it does not show. */
export const statusOf = (model: Model, person: Person) =>
  isMember(person) ? "ACTIVE" : statuses[stateOf(model, person)];

export const isCurrent = (model: Model, person: Person) => isMember(person) || isPending(model, person);

const byAddress = (a: Person, b: Person) => (fold(usernameOf(a)) < fold(usernameOf(b)) ? -1 : 1);

/** Members, then those whose invitation is pending, ran out or was declined, in the order of every list. */
export const people = (model: Model, org: Org): Person[] => [
  ...[...org.members].sort(byAddress),
  ...org.invites
    .filter(isOrgInvite)
    .filter((invite) => statusOf(model, invite) !== undefined)
    .sort(byAddress),
];

export const orgInvites = (model: Model, org: Org): OrgInvite[] =>
  org.invites.filter(isOrgInvite).filter((invite) => isPending(model, invite));

export const groupInvites = (model: Model, org: Org, group: Group): GroupInvite[] =>
  org.invites.filter(
    (invite): invite is GroupInvite =>
      !isOrgInvite(invite) && invite.group === group && isPending(model, invite),
  );

/** The member of an address, or else its pending invitation. */
export const current = (model: Model, org: Org, username: string): Person | undefined =>
  people(model, org).find(
    (person) => isCurrent(model, person) && isSame(username)({ username: usernameOf(person) }),
  );

export function byId(model: Model, org: Org, id: string, { active = false } = {}): Person | Refusal {
  const person = people(model, org).find((each) => idOf(each) === id);
  if (person === undefined) return "USER_NOT_FOUND";
  return (active ? isMember(person) : isCurrent(model, person)) ? person : "USER_NOT_IN_ORG";
}

// What changes.

const union = (some: readonly string[] = [], others: readonly string[] = []) => [
  ...new Set([...some, ...others]),
];
export const without = (some: readonly string[], one: string) => some.filter((each) => each !== one);

export function setGroupRoles(holder: Pick<Holdings, "groupRoles">, group: Group, roles: readonly string[]) {
  const { [group.id]: _, ...others } = holder.groupRoles;
  holder.groupRoles = roles.length === 0 ? others : { ...others, [group.id]: roles };
}

/** An invitation takes the place of what became of those before it. */
export function offer(
  model: Model,
  org: Org,
  username: string,
  { roles, groupRoles = {}, teamIds = [] }: Pick<Holdings, "roles"> & Partial<Holdings>,
  known: { id?: string; userId?: string },
): OrgInvite {
  close(model, org, username);
  const account = model.accounts.find(isSame(username));
  const invite: OrgInvite = {
    id: known.id && learn(model, known.id),
    userId: account?.id ?? (known.userId && learn(model, known.userId)),
    username,
    createdAt: model.now,
    expiresAt: model.now + inviteLifetime,
    roles,
    groupRoles,
    teamIds,
  };
  org.invites.push(invite);
  return invite;
}

export function offerGroup(
  model: Model,
  org: Org,
  group: Group,
  known: Pick<GroupInvite, "id" | "username" | "roles">,
): GroupInvite {
  learn(model, known.id);
  const invite = { ...known, group, createdAt: model.now, expiresAt: model.now + inviteLifetime };
  org.invites.push(invite);
  return invite;
}

/** Older invitations lead nobody back into a project, or an organization, that they were removed from. */
export function endInvites(model: Model, org: Org, member: Member, before: Holdings["groupRoles"]) {
  for (const group of org.groups) {
    const hasLeft = before[group.id] !== undefined && member.groupRoles[group.id] === undefined;
    if (org.members.has(member) && !hasLeft) continue;
    endInvitesTo(model, org, group, member.account.username);
  }
}

function endInvitesTo(model: Model, org: Org, group: Group, username: string) {
  for (const invite of groupInvites(model, org, group).filter(isSame(username))) invite.ended = "REVOKED";
}

/** Cancels the invitation of a pending user, and with it the older ones to projects. */
export function cancel(model: Model, org: Org, invite: OrgInvite) {
  invite.ended = "REVOKED";
  for (const group of org.groups) endInvitesTo(model, org, group, invite.username);
}

function close(model: Model, org: Org, username: string) {
  for (const person of people(model, org)) {
    if (!isMember(person) && isSame(username)(person)) person.ended = "REVOKED";
  }
}

/**
 * Accepts an invitation. A person is never member and invited at once: joining through a project accepts the organization's
 * invitation with it.
 */
export function accept(model: Model, org: Org, invite: OrgInvite | GroupInvite) {
  const { username } = invite;
  const beside = orgInvites(model, org).find(isSame(username));
  if (!isOrgInvite(invite) && beside !== undefined) accept(model, org, beside);
  invite.ended = "ACCEPTED";
  let account = model.accounts.find(isSame(username));
  if (account === undefined) {
    account = { id: isOrgInvite(invite) ? invite.userId : undefined, username, createdAt: model.now };
    model.accounts.push(account);
  }
  let member = [...org.members].find((each) => each.account === account);
  if (member === undefined) {
    member = { account, roles: [], groupRoles: {}, teamIds: [] };
    org.members.add(member);
  }
  close(model, org, username);
  const gained = isOrgInvite(invite)
    ? invite
    : { roles: ["ORG_MEMBER"], groupRoles: { [invite.group.id]: invite.roles }, teamIds: [] };
  member.roles = union(member.roles, gained.roles);
  member.teamIds = union(member.teamIds, gained.teamIds);
  for (const group of org.groups) {
    setGroupRoles(member, group, union(member.groupRoles[group.id], gained.groupRoles[group.id]));
  }
}

const owns = ({ roles }: Holdings) => roles.includes("ORG_OWNER");

export const isLastOwner = (org: Org, person: Person) =>
  isMember(person) && owns(person) && [...org.members].filter(owns).length === 1;

/** Gives other roles in the organization, unless that leaves the person with none or the organization without owner. */
export function setRoles(org: Org, person: Person, roles: readonly string[]): Person | Refusal {
  if (roles.length === 0) return "CANNOT_REMOVE_ALL_USER_ROLES";
  if (isLastOwner(org, person) && !roles.includes("ORG_OWNER")) return "CANNOT_DEMOTE_LAST_ORG_OWNER";
  person.roles = roles;
  return person;
}

export const rolesIn = (person: Holdings, group: Group) => person.groupRoles[group.id] ?? [];

/** Projects and teams of others count as missing. */
export function unknownGrant(
  org: Org,
  { groupRoles = {}, teamIds = [] }: Partial<Holdings>,
): Refusal | undefined {
  if (Object.keys(groupRoles).some((id) => !org.groups.some((group) => group.id === id))) {
    return "GROUP_NOT_FOUND";
  }
  return teamIds.some((id) => !org.teams.some((team) => team.id === id)) ? "TEAM_NOT_FOUND" : undefined;
}
