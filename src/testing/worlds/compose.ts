// Composes the seed of an organization from its parts as they were read.
import { isGroupRole, isOrgRole } from "../../core/contract/roles.ts";
import { foldAddress } from "../../core/domain/address.ts";
import { mostUsersPerOrg } from "../../core/domain/org.ts";
import type { SeedGroup, SeedOrg } from "../seed/document.ts";
import { composeFederation, type SeedFederation } from "./federation.ts";
import { inOrderOf, withoutEmpty } from "./form.ts";
import type { ReadGroup, ReadKey, ReadUser } from "./keep.ts";
import { composeKinds } from "./kinds.ts";
import { groupKinds, orgKinds } from "./tables.ts";

/** The answers about an organization by part; lists are empty, or absent, if the credential could not read them. */
export interface ReadOrg extends Readonly<Record<string, unknown>> {
  readonly org: { readonly id: string; readonly name: string };
  readonly settings?: SeedOrg["settings"];
  readonly users: readonly ReadUser[];
  /** The ids of invitations by folded address. */
  readonly "invites.ids"?: readonly (readonly [string, string | undefined])[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly ReadGroup[];
  readonly apiKeys: readonly ReadKey[];
  readonly serviceAccounts: readonly Account[];
  readonly federation?: SeedFederation;
}

export interface ReadGroupContent extends Readonly<Record<string, unknown>> {
  readonly teams: readonly (GroupTeam & { readonly teamId: string })[];
  readonly invites?: NonNullable<SeedGroup["invites"]>;
  readonly serviceAccounts: readonly Account[];
}

type GroupTeam = NonNullable<SeedGroup["teams"]>[number];

/** A service account with its roles in the scope that lists it. */
interface Account {
  readonly clientId: string;
  readonly name: string;
  readonly description?: string;
  readonly roles: readonly string[];
}

type AddedEntry = readonly [cidrBlock: string, addedAt: string | undefined];

export interface ReadWorld extends ReadOrg {
  /** The access lists by the parts of the credentials, such as `apiKeys.abcdefgh`. */
  readonly accessLists: ReadonlyMap<string, readonly AddedEntry[]>;
  readonly inGroups: ReadonlyMap<string, ReadGroupContent>;
}

/**
 * Composes the seed, without roles in projects that the credential does not see, and without keys whose roles are all there.
 */
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
  const keyParts = read.apiKeys.map(({ publicKey }) => `apiKeys.${publicKey}`);
  return {
    seed,
    unseenParts: groupIds.filter((id) => !seen.has(id)).map((id) => `groups.${id}`),
    unheldParts: keyParts.filter((part) => !credentials.described.has(part)),
  };
}

/** Returns the limit of an organization, which the API does not show: room for its users, and for as many more as is usual. */
const roomFor = (people: number): number => (Math.ceil(people / mostUsersPerOrg) + 1) * mostUsersPerOrg;

function composeOrgInvite(
  { id: userId, username, orgRoles: roles, teamIds, groupRoles, invitation }: ReadUser,
  { "invites.ids": inviteIds, teams }: ReadOrg,
  seen: ReadonlySet<string>,
) {
  const id = new Map(inviteIds).get(foldAddress(username));
  const invitedTo = teamIds.filter((each) => teams.some((team) => team.id === each));
  const assignments = groupRoles.filter(({ groupId }) => seen.has(groupId));
  const given = { id, userId, username, ...invitation, roles };
  const invite = { ...given, teamIds: invitedTo, groupRoleAssignments: assignments };
  return withoutEmpty(invite) as unknown as NonNullable<SeedOrg["invites"]>[number];
}

function composeGroup(
  { id, name, tags, ...made }: ReadGroup,
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
    ...made,
    ...(tags.length > 0 && { tags }),
    users,
    ...(credentials.in(id, read.serviceAccounts) as Pick<SeedGroup, "apiKeys" | "serviceAccounts">),
    teams: inOrderOf(read.teams, ({ teamId }) => teamId).filter(({ teamId }) =>
      world.teams.some((team) => team.id === teamId),
    ),
    // A seed refuses an invitation of a person who has become a member in another way.
    invites: inOrderOf(read.invites ?? [], ({ username }) => foldAddress(username)).filter(
      ({ username }) => !inside.has(foldAddress(username)),
    ),
    ...composeKinds<Partial<SeedGroup>>(groupKinds, read),
  };
}

/** Returns the credentials of each scope. The first mention describes one; others only have its roles. */
function credentialsOf({ apiKeys, accessLists }: ReadWorld) {
  const described = new Set<string>();
  const once = (part: string, description: object) => {
    if (described.has(part)) return {};
    described.add(part);
    const entries = accessLists.get(part) ?? [];
    if (entries.length === 0) return description;
    const accessList = entries.map(([cidrBlock]) => cidrBlock);
    return { ...description, accessList, accessListAddedAt: withoutEmpty(Object.fromEntries(entries)) };
  };
  return {
    described,
    in: (groupId: string | null, accounts: readonly Account[]) => ({
      apiKeys: inOrderOf(apiKeys, ({ publicKey }) => publicKey)
        .map((key) => ({ ...key, roles: rolesOf(key, groupId) }))
        .filter(({ roles }) => roles.length > 0)
        .map(({ id, publicKey, desc, roles }) => {
          return { id, publicKey, ...once(`apiKeys.${publicKey}`, { desc }), roles };
        }),
      serviceAccounts: inOrderOf(accounts, ({ clientId }) => clientId)
        .filter(({ roles }) => roles.length > 0)
        .map(({ clientId, roles, ...description }) => {
          return { clientId, ...once(`serviceAccounts.${clientId}`, description), roles };
        }),
    }),
  };
}

const rolesOf = ({ roles }: Pick<ReadKey, "roles">, groupId: string | null): string[] =>
  roles
    .filter((each) => each.groupId === groupId)
    .map(({ roleName }) => roleName)
    .filter(groupId === null ? isOrgRole : isGroupRole);
