// Reads an organization through the API, as a seed: everything but secrets, with the ids it has, in an order of its own. What
// the credential may not read is left out, and said.
import {
  type AtlasClient,
  AtlasError,
  type GroupServiceAccount,
  type OrgActiveUserResponse,
  type OrgServiceAccount,
  type OrgUserResponse,
} from "../client/client.ts";
import { type GroupRole, isGroupRole, isOrgRole, type OrgRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import { mostUsersPerOrg } from "../domain/org.ts";
import type { SeedDocument, SeedGroup, SeedOrg } from "../seed/document.ts";
import { forgetful, type Journal } from "./journal.ts";
import { inParallel } from "./parallel.ts";
import { isUnread, parts, type Unread } from "./parts.ts";

export interface Mirror {
  readonly seed: SeedDocument;
  /** In alphabetical order of their parts. */
  readonly unread: readonly Unread[];
}

export interface Reading {
  readonly client: AtlasClient;
  readonly orgId: string;
  /** What was read before an interruption; nothing if absent. */
  readonly journal?: Journal;
  /** Requests at a time. */
  readonly parallel?: number;
  /** Told after each request: how many are done, and how many are known to be needed by now. */
  readonly onProgress?: (done: number, known: number) => void;
}

/** The most that a page may hold. */
const itemsPerPage = 500;

interface Page<Item> {
  readonly results?: readonly Item[] | undefined;
  readonly links?: readonly { readonly rel?: string | undefined }[] | undefined;
}

type OrgInvite = NonNullable<SeedOrg["invites"]>[number];
type GroupInvite = NonNullable<SeedGroup["invites"]>[number];
type ReadUser = ReturnType<typeof keepUser>;
type ReadKey = ReturnType<typeof keepKey>;
interface ReadAccount {
  readonly clientId: string;
  readonly name: string;
  readonly description: string;
  readonly roles: readonly string[];
}

/**
 * Reads the organization. Rejects with the AtlasError or AtlasUnreachable of what went wrong where that is no matter of rights:
 * asked again with the same journal, it goes on from there. An organization that cannot be read at all is such, too.
 */
export async function readWorld({
  client,
  orgId,
  journal = forgetful,
  parallel = 4,
  onProgress = () => {},
}: Reading): Promise<Mirror> {
  const unread = new Map<string, string>();
  let done = 0;
  let known = 6;
  const once = async <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const answer = await journal.once(key, ask);
    onProgress(++done, Math.max(done, known));
    return answer;
  };

  /** A part, or undefined where it may not be read. */
  const part = async <T>(name: string, read: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await read();
    } catch (reason) {
      if (!isRefusal(reason)) throw reason;
      unread.set(name, `${reason.status} ${reason.errorCode ?? ""}`.trim());
      return undefined;
    }
  };

  const list = async <Item, Kept>(
    name: string,
    ask: (page: { itemsPerPage: number; pageNum: number }) => Promise<Page<Item>>,
    keep: (item: Item) => Kept,
  ): Promise<Kept[]> => {
    const all: Kept[] = [];
    for (let pageNum = 1; ; pageNum++) {
      const { kept, isLast } = await once(`${name} ${pageNum}`, async () => {
        const { results = [], links = [] } = await ask({ itemsPerPage, pageNum });
        const hasNext = results.length > 0 && links.some(({ rel }) => rel === "next");
        return { kept: results.map(keep), isLast: !hasNext };
      });
      for (const each of kept) all.push(each);
      if (isLast) return all;
      known++;
    }
  };

  const org = await once("org", async () => {
    const { id = orgId, name } = await client.getOrg({ orgId });
    return { id, name };
  });
  const settings = await part(parts.settings, () =>
    once("settings", async () => keepSettings(await client.getOrgSettings({ orgId }))),
  );
  const users = await part(parts.users, () =>
    list("users", (page) => client.listOrgUsers({ orgId, ...page }), keepUser),
  );
  const inviteIds = await part(parts.inviteIds, () =>
    once("invites", async () =>
      (await client.listOrgInvites({ orgId })).map(
        ({ id, username }) => [foldAddress(username), id] as const,
      ),
    ),
  );
  const teams = await part(parts.teams, () =>
    list(
      "teams",
      (page) => client.listOrgTeams({ orgId, ...page }),
      ({ id, name }) => ({ id: id ?? "", name }),
    ),
  );
  const groups = await part(parts.groups, () =>
    list("groups", (page) => client.getOrgGroups({ orgId, ...page }), keepGroup),
  );
  const keys = await part(parts.apiKeys, () =>
    list("apiKeys", (page) => client.listOrgApiKeys({ orgId, ...page }), keepKey),
  );
  const accounts = await part(parts.serviceAccounts, () =>
    list("serviceAccounts", (page) => client.listOrgServiceAccounts({ orgId, ...page }), keepAccount),
  );
  known = done + (groups?.length ?? 0) * 3 + (keys?.length ?? 0) + (accounts?.length ?? 0);

  const keyAddresses = new Map(
    await inParallel(keys ?? [], parallel, async ({ id, publicKey }) => {
      const read = await part(parts.keyAddresses(publicKey), () =>
        list(
          `apiKeys ${id} accessList`,
          (page) => client.listOrgApiKeyAccessListEntries({ orgId, apiUserId: id, ...page }),
          ({ cidrBlock }) => cidrBlock ?? "",
        ),
      );
      return [publicKey, (read ?? []).sort()] as const;
    }),
  );
  const accountAddresses = new Map(
    await inParallel(accounts ?? [], parallel, async ({ clientId }) => {
      const read = await part(parts.accountAddresses(clientId), () =>
        list(
          `serviceAccounts ${clientId} accessList`,
          (page) => client.listOrgServiceAccountAccessList({ orgId, clientId, ...page }),
          ({ cidrBlock }) => cidrBlock ?? "",
        ),
      );
      return [clientId, (read ?? []).sort()] as const;
    }),
  );
  const inGroups = await inParallel(groups ?? [], parallel, async ({ id: groupId }) => ({
    teams: await part(parts.groupTeams(groupId), () =>
      list(
        `groups ${groupId} teams`,
        (page) => client.listGroupTeams({ groupId, ...page }),
        ({ teamId = "", roleNames = [] }) => ({ teamId, roleNames: roleNames as GroupRole[] }),
      ),
    ),
    invites: await part(parts.groupInvites(groupId), () =>
      once(`groups ${groupId} invites`, async () =>
        (await client.listGroupInvites({ groupId })).map(keepInvite),
      ),
    ),
    accounts: await part(parts.groupAccounts(groupId), () =>
      list(
        `groups ${groupId} serviceAccounts`,
        (page) => client.listGroupServiceAccounts({ groupId, ...page }),
        keepAccount,
      ),
    ),
  }));

  const people = inOrderOf(users ?? [], ({ username }) => foldAddress(username));
  const active = people.filter(({ status }) => status === "ACTIVE");
  const seen = new Set(groups?.map(({ id }) => id));
  for (const { groupRoles } of people) {
    for (const { groupId } of groupRoles) {
      if (!seen.has(groupId)) unread.set(parts.group(groupId), "the credential does not see the project");
    }
  }
  const invitationIds = new Map(inviteIds);
  const told = new Set<string>();
  const credentialsIn = (groupId: string | null, ofGroup: readonly ReadAccount[]) => ({
    apiKeys: inOrderOf(keys ?? [], ({ publicKey }) => publicKey).flatMap((key) => {
      const roles = rolesOf(key, groupId);
      if (roles.length === 0) return [];
      const { id, publicKey, desc } = key;
      const rest = told.has(publicKey) ? {} : { desc, ...withAddresses(keyAddresses.get(publicKey)) };
      told.add(publicKey);
      return [{ id, publicKey, ...rest, roles }];
    }),
    serviceAccounts: inOrderOf(ofGroup, ({ clientId }) => clientId).flatMap((account) => {
      const { clientId, name, description, roles } = account;
      if (roles.length === 0) return [];
      const rest = told.has(clientId)
        ? {}
        : {
            name,
            ...(description !== "" && { description }),
            ...withAddresses(accountAddresses.get(clientId)),
          };
      told.add(clientId);
      return [{ clientId, ...rest, roles }];
    }),
  });

  const inOrg = credentialsIn(null, accounts ?? []) as Pick<SeedOrg, "apiKeys" | "serviceAccounts">;
  const pending = people.filter(({ status }) => status === "PENDING");
  const rolesIn = peopleByGroup(active);
  const seed: SeedOrg = {
    ...org,
    ...(settings !== undefined && { settings }),
    ...(people.length > mostUsersPerOrg && { limits: { users: roomFor(people.length) } }),
    users: active.map(({ id, username, orgRoles, profile }) => ({ id, username, orgRoles, ...profile })),
    ...inOrg,
    invites: pending.map((user): OrgInvite => {
      const id = invitationIds.get(foldAddress(user.username));
      const teamIds = user.teamIds.filter((each) => teams?.some((team) => team.id === each));
      const assignments = user.groupRoles.filter(({ groupId }) => seen.has(groupId));
      return {
        ...(id !== undefined && { id }),
        userId: user.id,
        username: user.username,
        roles: user.orgRoles,
        ...(teamIds.length > 0 && { teamIds }),
        ...(assignments.length > 0 && { groupRoleAssignments: assignments }),
      };
    }),
    teams: inOrderOf(teams ?? [], ({ id }) => id).map((team) => ({
      ...team,
      usernames: active.filter(({ teamIds }) => teamIds.includes(team.id)).map(({ username }) => username),
    })),
    groups: inOrderOf(
      (groups ?? []).map((group, index) => ({ group, more: inGroups[index] })),
      ({ group }) => group.id,
    ).map(({ group, more }): SeedGroup => {
      const { id, name, tags } = group;
      const members = rolesIn.get(id) ?? [];
      const inside = new Set(members.map(({ username }) => foldAddress(username)));
      return {
        id,
        name,
        ...(tags.length > 0 && { tags }),
        users: members,
        ...(credentialsIn(id, more?.accounts ?? []) as Pick<SeedGroup, "apiKeys" | "serviceAccounts">),
        teams: inOrderOf(more?.teams ?? [], ({ teamId }) => teamId).filter(({ teamId }) =>
          teams?.some((team) => team.id === teamId),
        ),
        // Who came into the project on another way has no use for the invitation, and a seed no place for it.
        invites: inOrderOf(more?.invites ?? [], ({ username }) => foldAddress(username)).filter(
          ({ username }) => !inside.has(foldAddress(username)),
        ),
      };
    }),
  };
  for (const { publicKey } of keys ?? []) {
    if (!told.has(publicKey))
      unread.set(parts.apiKey(publicKey), "it holds no role in what the credential sees");
  }
  const all = [...unread].filter(
    ([name]) => !isUnread(name.split(".").slice(0, -1).join("."), new Set(unread.keys())),
  );
  return {
    // Nobody is written to because somebody looked.
    seed: { mailed: false, orgs: [seed] },
    unread: all.map(([name, why]) => ({ part: name, why })).sort((a, b) => compareTexts(a.part, b.part)),
  };
}

/** Nothing tells an organization's limit: it has room for them, and for as many again as it usually has. */
const roomFor = (people: number): number => (Math.ceil(people / mostUsersPerOrg) + 1) * mostUsersPerOrg;

/** No right to read it, or nothing there to read: not for good, but for this credential on this day. */
const isRefusal = (reason: unknown): reason is AtlasError =>
  reason instanceof AtlasError &&
  // A 401 without a code is what a credential is answered that is not known, or no longer.
  ((reason.status === 401 && reason.errorCode !== undefined && reason.errorCode !== "UNEXPECTED_ERROR") ||
    [403, 404, 410].includes(reason.status)) &&
  reason.operationId !== "getOrg";

function keepUser(user: OrgUserResponse) {
  const { id, username, orgMembershipStatus: status, roles, teamIds = [] } = user;
  const { orgRoles = [], groupRoleAssignments = [] } = roles ?? {};
  const { firstName, lastName, country, createdAt } = user as Partial<OrgActiveUserResponse>;
  return {
    id: id ?? "",
    username,
    status,
    // Everybody in an organization is a member of it, and a seed wants one role at least.
    orgRoles: (orgRoles.length === 0 ? ["ORG_MEMBER"] : orgRoles) as OrgRole[],
    groupRoles: groupRoleAssignments
      .map(({ groupId = "", groupRoles = [] }) => ({ groupId, roles: groupRoles as GroupRole[] }))
      .filter(({ roles }) => roles.length > 0),
    teamIds: [...teamIds].sort(),
    profile: {
      ...(firstName && { firstName }),
      ...(lastName && { lastName }),
      ...(country && { country }),
      ...(createdAt && { createdAt }),
    },
  };
}

const keepGroup = ({
  id,
  name,
  tags,
}: {
  id?: string;
  name: string;
  tags?: readonly { key: string; value: string }[] | undefined;
}) => ({
  id: id ?? "",
  name,
  tags: inOrderOf(
    (tags ?? []).map(({ key, value }) => ({ key, value })),
    ({ key }) => key,
  ),
});

const keepKey = (key: {
  id?: string;
  publicKey?: string;
  desc?: string;
  roles?: readonly { groupId?: string | undefined; roleName?: string | undefined }[];
}) => ({
  id: key.id ?? "",
  publicKey: key.publicKey ?? "",
  desc: key.desc ?? "",
  roles: (key.roles ?? []).map(({ groupId = null, roleName = "" }) => ({ groupId, roleName })),
});

const keepAccount = ({
  clientId,
  name,
  description,
  roles,
}: OrgServiceAccount | GroupServiceAccount): ReadAccount => ({
  clientId: clientId ?? "",
  name: name ?? "",
  description: description ?? "",
  roles: roles ?? [],
});

const keepInvite = (invite: { id?: string; username: string; roles: readonly string[] }): GroupInvite => ({
  ...(invite.id !== undefined && { id: invite.id }),
  username: invite.username,
  roles: invite.roles as GroupRole[],
});

/** The settings that a seed has; null is as good as none. */
function keepSettings(settings: object): NonNullable<SeedOrg["settings"]> {
  const names = settingNames as readonly string[];
  return Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => names.includes(name) && value !== null),
  );
}

const settingNames = [
  "apiAccessListRequired",
  "customSessionTimeouts",
  "genAIFeaturesEnabled",
  "maxServiceAccountSecretValidityInHours",
  "multiFactorAuthRequired",
  "operationsContact",
  "restrictEmployeeAccess",
  "securityContact",
  "streamsCrossGroupEnabled",
] as const satisfies readonly (keyof NonNullable<SeedOrg["settings"]>)[];

const rolesOf = ({ roles }: ReadKey, groupId: string | null): string[] =>
  roles
    .filter((each) => each.groupId === groupId)
    .map(({ roleName }) => roleName)
    .filter(groupId === null ? isOrgRole : isGroupRole);

const withAddresses = (accessList: readonly string[] | undefined) =>
  accessList === undefined || accessList.length === 0 ? {} : { accessList };

function peopleByGroup(active: readonly ReadUser[]): Map<string, { username: string; roles: GroupRole[] }[]> {
  const found = new Map<string, { username: string; roles: GroupRole[] }[]>();
  for (const { username, groupRoles } of active) {
    for (const { groupId, roles } of groupRoles) {
      const people = found.get(groupId) ?? [];
      people.push({ username, roles });
      found.set(groupId, people);
    }
  }
  return found;
}

/** By code units: the same on every machine, whatever its language. */
const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrderOf = <T>(list: readonly T[], by: (each: T) => string): T[] =>
  [...list].sort((a, b) => compareTexts(by(a), by(b)));
