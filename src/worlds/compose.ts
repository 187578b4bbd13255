// Composes the seed of an organization from what was read of it.
import { type GroupRole, isGroupRole, isOrgRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import { mostUsersPerOrg } from "../domain/org.ts";
import type { SeedGroup, SeedOrg } from "../seed/document.ts";
import { composeClusters, type SeedCluster } from "./clusters.ts";
import { composeDoors, type ReadDoors } from "./doors.ts";
import { composeFederation, type SeedFederation } from "./federation.ts";
import { composeGroupSettings, type ReadSettings } from "./group-settings.ts";
import {
  type GroupInvite,
  inOrderOf,
  type ReadAccount,
  type ReadGroup,
  type ReadKey,
  type ReadUser,
  type SeedPolicy,
} from "./keep.ts";
import type { KeptSettings } from "./kept-settings.ts";

/** What was read; lists are empty where the credential could not read them. */
export interface ReadOrg {
  readonly org: { readonly id: string; readonly name: string };
  readonly settings: SeedOrg["settings"] | undefined;
  readonly users: readonly ReadUser[];
  /** Ids of invitations by folded address. */
  readonly inviteIds: ReadonlyMap<string, string | undefined>;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly ReadGroup[];
  readonly keys: readonly ReadKey[];
  readonly accounts: readonly ReadAccount[];
  readonly resourcePolicies: readonly SeedPolicy[];
  readonly federation: SeedFederation | undefined;
  /** By public key and client id. */
  readonly keyAddresses: ReadonlyMap<string, readonly string[]>;
  readonly accountAddresses: ReadonlyMap<string, readonly string[]>;
  readonly inGroups: ReadonlyMap<string, ReadGroupContent>;
}

interface ReadGroupContent {
  readonly teams: readonly { readonly teamId: string; readonly roleNames: readonly GroupRole[] }[];
  readonly invites: readonly GroupInvite[];
  readonly accounts: readonly ReadAccount[];
  readonly doors: ReadDoors;
  readonly clusters: readonly SeedCluster[];
  readonly settings: ReadSettings;
  readonly kept: KeptSettings;
}

/** The seed; projects with roles in them that the credential does not see; and public keys without a role in what it sees. */
export function composeSeed(read: ReadOrg) {
  const { org, settings, teams, groups, keys } = read;
  const people = inOrderOf(read.users, ({ username }) => foldAddress(username));
  const active = people.filter(({ status }) => status === "ACTIVE");
  const seen = new Set(groups.map(({ id }) => id));
  const credentials = credentialsOf(read);
  const rolesIn = peopleByGroup(active);
  const seed: SeedOrg = {
    ...org,
    ...(settings !== undefined && { settings }),
    ...(people.length > mostUsersPerOrg && { limits: { users: roomFor(people.length) } }),
    users: active.map(({ id, username, orgRoles, profile }) => ({ id, username, orgRoles, ...profile })),
    ...(credentials.in(null, read.accounts) as Pick<SeedOrg, "apiKeys" | "serviceAccounts">),
    invites: people
      .filter(({ status }) => status === "PENDING")
      .map((user) => composeOrgInvite(user, read, seen)),
    teams: inOrderOf(teams, ({ id }) => id).map((team) => ({
      ...team,
      usernames: active.filter(({ teamIds }) => teamIds.includes(team.id)).map(({ username }) => username),
    })),
    groups: inOrderOf(groups, ({ id }) => id).map((group) =>
      composeGroup(group, read, credentials, rolesIn.get(group.id) ?? []),
    ),
    ...(read.resourcePolicies.length > 0 && {
      resourcePolicies: inOrderOf(read.resourcePolicies, ({ name }) => name),
    }),
    ...(read.federation && { federation: composeFederation(read.federation, seen) }),
  };
  const groupIds = people.flatMap(({ groupRoles }) => groupRoles.map(({ groupId }) => groupId));
  return {
    seed,
    unseenGroupIds: groupIds.filter((id) => !seen.has(id)),
    unheldKeys: keys.map(({ publicKey }) => publicKey).filter((key) => !credentials.described.has(key)),
  };
}

/** The API does not tell the limit of an organization: room for its users, and for as many more as is usual. */
const roomFor = (people: number): number => (Math.ceil(people / mostUsersPerOrg) + 1) * mostUsersPerOrg;

function composeOrgInvite(user: ReadUser, { inviteIds, teams }: ReadOrg, seen: ReadonlySet<string>) {
  const id = inviteIds.get(foldAddress(user.username));
  const teamIds = user.teamIds.filter((each) => teams.some((team) => team.id === each));
  const assignments = user.groupRoles.filter(({ groupId }) => seen.has(groupId));
  return {
    ...(id !== undefined && { id }),
    userId: user.id,
    username: user.username,
    roles: user.orgRoles,
    ...(teamIds.length > 0 && { teamIds }),
    ...(assignments.length > 0 && { groupRoleAssignments: assignments }),
  };
}

type GroupMember = NonNullable<SeedGroup["users"]>[number];

function composeGroup(
  { id, name, tags }: ReadGroup,
  read: ReadOrg,
  credentials: ReturnType<typeof credentialsOf>,
  members: GroupMember[],
): SeedGroup {
  const {
    teams = [],
    invites = [],
    accounts = [],
    doors,
    clusters = [],
    settings,
    kept,
  } = read.inGroups.get(id) ?? {};
  const inside = new Set(members.map(({ username }) => foldAddress(username)));
  return {
    id,
    name,
    ...(tags.length > 0 && { tags }),
    users: members,
    ...(credentials.in(id, accounts) as Pick<SeedGroup, "apiKeys" | "serviceAccounts">),
    teams: inOrderOf(teams, ({ teamId }) => teamId)
      .filter(({ teamId }) => read.teams.some((team) => team.id === teamId))
      .map(({ teamId, roleNames }) => ({ teamId, roleNames: [...roleNames] })),
    // A seed refuses an invitation of somebody who has become a member in another way.
    invites: inOrderOf(invites, ({ username }) => foldAddress(username)).filter(
      ({ username }) => !inside.has(foldAddress(username)),
    ),
    ...(doors && composeDoors(doors)),
    ...composeClusters(clusters),
    ...(settings && composeGroupSettings(settings)),
    ...kept,
  };
}

/** The credentials of each scope. Where one stands for the first time it is described; elsewhere it has its roles alone. */
function credentialsOf({ keys, keyAddresses, accountAddresses }: ReadOrg) {
  const described = new Set<string>();
  const once = (id: string, description: object) => {
    if (described.has(id)) return {};
    described.add(id);
    return description;
  };
  return {
    described,
    in: (groupId: string | null, accounts: readonly ReadAccount[]) => ({
      apiKeys: inOrderOf(keys, ({ publicKey }) => publicKey).flatMap((key) => {
        const { id, publicKey, desc } = key;
        const roles = rolesOf(key, groupId);
        if (roles.length === 0) return [];
        const rest = once(publicKey, { desc, ...withAddresses(keyAddresses.get(publicKey)) });
        return [{ id, publicKey, ...rest, roles }];
      }),
      serviceAccounts: inOrderOf(accounts, ({ clientId }) => clientId).flatMap((account) => {
        const { clientId, name, description, roles } = account;
        if (roles.length === 0) return [];
        const rest = once(clientId, {
          name,
          ...(description !== "" && { description }),
          ...withAddresses(accountAddresses.get(clientId)),
        });
        return [{ clientId, ...rest, roles }];
      }),
    }),
  };
}

const rolesOf = ({ roles }: ReadKey, groupId: string | null): string[] =>
  roles
    .filter((each) => each.groupId === groupId)
    .map(({ roleName }) => roleName)
    .filter(groupId === null ? isOrgRole : isGroupRole);

const withAddresses = (accessList: readonly string[] | undefined) =>
  accessList === undefined || accessList.length === 0 ? {} : { accessList };

function peopleByGroup(active: readonly ReadUser[]): Map<string, GroupMember[]> {
  const found = new Map<string, GroupMember[]>();
  for (const { username, groupRoles } of active) {
    for (const { groupId, roles } of groupRoles) {
      const people = found.get(groupId) ?? [];
      people.push({ username, roles });
      found.set(groupId, people);
    }
  }
  return found;
}
