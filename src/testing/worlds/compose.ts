// Composes the seed of an organization from what was read of it.
import { isGroupRole, isOrgRole } from "../../core/contract/roles.ts";
import { foldAddress } from "../../core/domain/address.ts";
import { mostUsersPerOrg } from "../../core/domain/org.ts";
import type { SeedGroup, SeedOrg } from "../seed/document.ts";
import { composeFederation, type SeedFederation } from "./federation.ts";
import { inOrderOf } from "./form.ts";
import type {
  ReadAccount,
  ReadGroup,
  ReadGroupTeam,
  ReadInvite,
  ReadKey,
  ReadTeam,
  ReadUser,
} from "./keep.ts";
import { composeKinds } from "./kinds.ts";
import { groupKinds, orgKinds } from "./tables.ts";

/** What was read, beside kinds of the table; lists are empty, or absent, where the credential could not read them. */
export interface ReadOrg extends Readonly<Record<string, unknown>> {
  readonly org: { readonly id: string; readonly name: string };
  readonly settings?: SeedOrg["settings"];
  readonly users: readonly ReadUser[];
  /** Ids of invitations by folded address. */
  readonly "invites.ids"?: readonly (readonly [string, string | undefined])[];
  readonly teams: readonly ReadTeam[];
  readonly groups: readonly ReadGroup[];
  readonly apiKeys: readonly ReadKey[];
  readonly serviceAccounts: readonly ReadAccount[];
  readonly federation?: SeedFederation;
}

export interface ReadGroupContent extends Readonly<Record<string, unknown>> {
  readonly teams: readonly ReadGroupTeam[];
  readonly invites?: readonly ReadInvite[];
  readonly serviceAccounts: readonly ReadAccount[];
}

/** With the access lists by public key and client id. */
export interface ReadWorld extends ReadOrg {
  readonly keyAddresses: ReadonlyMap<string, readonly string[]>;
  readonly accountAddresses: ReadonlyMap<string, readonly string[]>;
  readonly inGroups: ReadonlyMap<string, ReadGroupContent>;
}

/** The seed; projects with roles in them that the credential does not see; and public keys without a role in what it sees. */
export function composeSeed(read: ReadWorld) {
  const { org, settings, groups, federation } = read;
  const people = inOrderOf(read.users, ({ username }) => foldAddress(username));
  const active = people.filter(({ status }) => status === "ACTIVE");
  const seen = new Set(groups.map(({ id }) => id));
  const credentials = credentialsOf(read);
  const seed: SeedOrg = {
    ...org,
    ...(settings !== undefined && { settings }),
    ...(people.length > mostUsersPerOrg && { limits: { users: roomFor(people.length) } }),
    users: active.map(({ id, username, orgRoles, profile }) => ({ id, username, orgRoles, ...profile })),
    ...(credentials.in(null, read.serviceAccounts) as Pick<SeedOrg, "apiKeys" | "serviceAccounts">),
    invites: people
      .filter(({ status }) => status === "PENDING")
      .map((user) => composeOrgInvite(user, read, seen)),
    teams: inOrderOf(read.teams, ({ id }) => id).map((team) => ({
      ...team,
      usernames: active.filter(({ teamIds }) => teamIds.includes(team.id)).map(({ username }) => username),
    })),
    groups: inOrderOf(groups, ({ id }) => id).map((group) => composeGroup(group, read, credentials, active)),
    ...composeKinds<SeedOrg>(orgKinds, read),
    ...(federation && { federation: composeFederation(federation, seen) }),
  };
  const groupIds = people.flatMap(({ groupRoles }) => groupRoles.map(({ groupId }) => groupId));
  const publicKeys = read.apiKeys.map(({ publicKey }) => publicKey);
  return {
    seed,
    unseenGroupIds: groupIds.filter((id) => !seen.has(id)),
    unheldKeys: publicKeys.filter((key) => !credentials.described.has(key)),
  };
}

/** The API does not tell the limit of an organization: room for its users, and for as many more as is usual. */
const roomFor = (people: number): number => (Math.ceil(people / mostUsersPerOrg) + 1) * mostUsersPerOrg;

function composeOrgInvite(
  { id: userId, username, orgRoles: roles, teamIds, groupRoles }: ReadUser,
  { "invites.ids": inviteIds, teams }: ReadOrg,
  seen: ReadonlySet<string>,
) {
  const id = new Map(inviteIds).get(foldAddress(username));
  const invitedTo = teamIds.filter((each) => teams.some((team) => team.id === each));
  const assignments = groupRoles.filter(({ groupId }) => seen.has(groupId));
  return {
    ...(id !== undefined && { id }),
    userId,
    username,
    roles,
    ...(invitedTo.length > 0 && { teamIds: invitedTo }),
    ...(assignments.length > 0 && { groupRoleAssignments: assignments }),
  };
}

function composeGroup(
  { id, name, tags }: ReadGroup,
  world: ReadWorld,
  credentials: ReturnType<typeof credentialsOf>,
  active: readonly ReadUser[],
): SeedGroup {
  const read = world.inGroups.get(id) ?? { teams: [], serviceAccounts: [] };
  const users = active.flatMap(({ username, groupRoles }) =>
    groupRoles.filter(({ groupId }) => groupId === id).map(({ roles }) => ({ username, roles })),
  );
  const inside = new Set(users.map(({ username }) => foldAddress(username)));
  return {
    id,
    name,
    ...(tags.length > 0 && { tags }),
    users,
    ...(credentials.in(id, read.serviceAccounts) as Pick<SeedGroup, "apiKeys" | "serviceAccounts">),
    teams: inOrderOf(read.teams, ({ teamId }) => teamId).filter(({ teamId }) =>
      world.teams.some((team) => team.id === teamId),
    ),
    // A seed refuses an invitation of somebody who has become a member in another way.
    invites: inOrderOf(read.invites ?? [], ({ username }) => foldAddress(username)).filter(
      ({ username }) => !inside.has(foldAddress(username)),
    ),
    ...composeKinds<Partial<SeedGroup>>(groupKinds, read),
  };
}

/** The credentials of each scope. Where one stands for the first time it is described; elsewhere it has its roles alone. */
function credentialsOf({ apiKeys, keyAddresses, accountAddresses }: ReadWorld) {
  const described = new Set<string>();
  const once = (id: string, description: object, accessList: readonly string[] = []) => {
    if (described.has(id)) return {};
    described.add(id);
    return { ...description, ...(accessList.length > 0 && { accessList }) };
  };
  return {
    described,
    in: (groupId: string | null, accounts: readonly ReadAccount[]) => ({
      apiKeys: inOrderOf(apiKeys, ({ publicKey }) => publicKey).flatMap(({ id, publicKey, desc, ...key }) => {
        const roles = rolesOf(key, groupId);
        if (roles.length === 0) return [];
        return [{ id, publicKey, ...once(publicKey, { desc }, keyAddresses.get(publicKey)), roles }];
      }),
      serviceAccounts: inOrderOf(accounts, ({ clientId }) => clientId).flatMap(
        ({ clientId, name, description, roles }) => {
          if (roles.length === 0) return [];
          const said = { name, ...(description !== "" && { description }) };
          return [{ clientId, ...once(clientId, said, accountAddresses.get(clientId)), roles }];
        },
      ),
    }),
  };
}

const rolesOf = ({ roles }: Pick<ReadKey, "roles">, groupId: string | null): string[] =>
  roles
    .filter((each) => each.groupId === groupId)
    .map(({ roleName }) => roleName)
    .filter(groupId === null ? isOrgRole : isGroupRole);
