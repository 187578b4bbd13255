// Plants a seed document in a store: hashes first, then everything in one unit of work.
import { fromClientId, toClientId } from "../contract/client-id.ts";
import { fault } from "../contract/errors.ts";
import { type GroupRole, inOrder } from "../contract/roles.ts";
import { readEntry } from "../domain/access-entry.ts";
import { foldAddress } from "../domain/address.ts";
import type { ApiKey } from "../domain/api-key.ts";
import { hour, type Instant } from "../domain/instant.ts";
import { draftInvite } from "../domain/invite.ts";
import { draftOrgInvite } from "../domain/org-invite.ts";
import { draftUser, type User } from "../domain/user.ts";
import { digestVerifier, hashSecret, type Keyring } from "../secrets/keyring.ts";
import { mintClientSecret, mintId, mintPrivateKey, mintPublicKey } from "../secrets/mint.ts";
import { passwords } from "../secrets/passwords.ts";
import type { Store, Writes } from "../store/store.ts";
import {
  type SeedAccount,
  type SeedDocument,
  SeedError,
  type SeedGroup,
  type SeedKey,
  type SeedOrg,
  type SeedUser,
} from "./document.ts";
import { checkRules, existsAlready } from "./rules.ts";

/** Longest life Atlas gives a secret. */
const secretLifetime = 8760 * hour;

/** The secrets of what was planted, as they were given or minted: the only time they can be seen. */
export interface PlantedCredentials {
  readonly apiKeys: { readonly publicKey: string; readonly privateKey: string }[];
  readonly serviceAccounts: { readonly clientId: string; readonly clientSecret: string }[];
}

class NotEmpty extends Error {}

/** Plants the seed unless the store holds an organization already; of two processes that start at once one plants. */
export async function plantIfEmpty(
  document: SeedDocument,
  soil: Soil,
  before: (tx: Writes) => Promise<void> = async () => {},
): Promise<PlantedCredentials | undefined> {
  const guarded = async (tx: Writes) => {
    if (await tx.orgs.exist()) throw new NotEmpty();
    await before(tx);
  };
  return plant(document, soil, guarded).catch((reason) => {
    if (reason instanceof NotEmpty) return undefined;
    throw reason;
  });
}

interface Seedling {
  readonly tx: Writes;
  readonly keyring: Keyring;
  readonly now: Instant;
  readonly mint: () => string;
  readonly passwordHashes: ReadonlyMap<string, string>;
  readonly planted: PlantedCredentials;
  readonly principals: Map<string, string>;
}

interface Soil {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly now: Instant;
}

/**
 * Plants all of the seed or nothing; throws a SeedError when it breaks a rule; `before` runs first in the same unit of work. Ids and secrets are minted inside it: if
 * it has to run again it mints others, and those of the run that was kept are the ones that are returned.
 */
export async function plant(
  document: SeedDocument,
  { store, keyring, now }: Soil,
  before: (tx: Writes) => Promise<void> = async () => {},
): Promise<PlantedCredentials> {
  checkRules(document);
  const passwordHashes = new Map<string, string>();
  for (const { username, password } of document.orgs.flatMap((org) => org.users ?? [])) {
    if (password !== undefined) passwordHashes.set(foldAddress(username), await passwords.hash(password));
  }
  return store.write(async (tx) => {
    await before(tx);
    const planted: PlantedCredentials = { apiKeys: [], serviceAccounts: [] };
    const mint = () => mintId(now);
    const seedling = {
      tx,
      keyring,
      now,
      mint,
      passwordHashes,
      planted,
      principals: new Map<string, string>(),
    };
    for (const org of document.orgs) await plantOrg(org, seedling);
    return planted;
  });
}

async function plantOrg(org: SeedOrg, seedling: Seedling): Promise<void> {
  const { tx, now, mint } = seedling;
  const orgId = org.id ?? mint();
  if ((await tx.orgs.find(orgId)) !== undefined) {
    throw new SeedError([existsAlready(orgId)]);
  }
  await tx.orgs.add({
    id: orgId,
    name: org.name,
    createdAt: now,
    skipDefaultAlertsSettings: false,
    apiAccessListRequired: org.settings?.apiAccessListRequired ?? false,
  });
  const scope = { orgId, groupId: null };
  for (const user of org.users ?? []) {
    const userId = await plantUser(user, seedling);
    for (const role of user.orgRoles) await tx.grants.give(userId, scope, role, now);
  }
  for (const key of org.apiKeys ?? []) {
    const id = await plantApiKey(key, orgId, seedling);
    for (const role of key.roles) await tx.grants.give(id, scope, role, now);
  }
  for (const account of org.serviceAccounts ?? []) {
    const id = await plantServiceAccount(account, orgId, seedling);
    for (const role of account.roles) await tx.grants.give(id, scope, role, now);
  }
  for (const team of org.teams ?? []) {
    const memberIds: string[] = [];
    for (const username of team.usernames) memberIds.push(await memberId(username, seedling));
    await tx.teams.add({ id: team.id ?? mint(), orgId, name: team.name, createdAt: now }, memberIds);
  }
  for (const group of org.groups ?? []) await plantGroup(group, orgId, seedling);
  const inviter = inviterOf(seedling, org.users);
  for (const invite of org.invites ?? []) {
    const { username } = invite;
    const known = await tx.users.byAddress(username);
    const drafted = draftOrgInvite({
      id: invite.id ?? mint(),
      userId: known?.id ?? mint(),
      org: { id: orgId, name: org.name },
      username,
      inviter,
      roles: inOrder(new Set(invite.roles)),
      groupRoles: (invite.groupRoleAssignments ?? []).flatMap(({ groupId, roles }) =>
        [...new Set(roles)].map((role) => ({ groupId, role })),
      ),
      teamIds: [...new Set(invite.teamIds ?? [])],
      now,
    });
    await tx.orgInvites.add(drafted);
  }
}

async function plantGroup(group: SeedGroup, orgId: string, seedling: Seedling): Promise<void> {
  const { tx, now, mint } = seedling;
  const groupId = group.id ?? mint();
  const entered = { id: groupId, orgId, name: group.name, createdAt: now, withDefaultAlertsSettings: true };
  await tx.groups.add({ ...entered, tags: group.tags ?? [] });
  const scope = { orgId, groupId };
  const grant = async (principalId: string, roles: readonly GroupRole[]) => {
    for (const role of roles) await tx.grants.give(principalId, scope, role, now);
  };
  for (const user of group.users ?? []) await grant(await memberId(user.username, seedling), user.roles);
  for (const key of group.apiKeys ?? []) {
    const id = await plantApiKey(key, orgId, seedling);
    await tx.grants.give(id, { orgId, groupId: null }, "ORG_MEMBER", now);
    await grant(id, key.roles);
  }
  for (const account of group.serviceAccounts ?? []) {
    const id = await plantServiceAccount(account, orgId, seedling);
    await tx.grants.give(id, { orgId, groupId: null }, "ORG_MEMBER", now);
    await grant(id, account.roles);
  }
  for (const { teamId, roleNames } of group.teams ?? []) {
    await tx.teams.assign({ teamId, orgId, groupId }, inOrder(new Set(roleNames)));
  }
  const inviter = inviterOf(seedling, group.users);
  for (const invite of group.invites ?? []) {
    const roles = inOrder(new Set(invite.roles));
    const { username } = invite;
    await tx.invites.add(
      draftInvite({ id: invite.id ?? mint(), group: entered, username, roles, inviter, now }),
    );
  }
}

/** A person may stand in several organizations; the first mention makes them. */
async function plantUser(user: SeedUser, seedling: Seedling): Promise<string> {
  const { tx, now, mint, passwordHashes } = seedling;
  const known = await tx.users.byAddress(user.username);
  if (known !== undefined) return known.id;
  const id = user.id ?? mint();
  const passwordHash = passwordHashes.get(foldAddress(user.username)) ?? null;
  await tx.users.add(toAccount({ ...user, id }, now), passwordHash);
  return id;
}

function toAccount(user: SeedUser & { id: string }, now: Instant): User {
  const { id, username, firstName, lastName, country, mobileNumber, createdAt, lastAuth } = user;
  const draft = draftUser({ id, username, now });
  return {
    ...draft,
    firstName: firstName ?? draft.firstName,
    lastName: lastName ?? draft.lastName,
    country: country ?? draft.country,
    mobileNumber: mobileNumber ?? draft.mobileNumber,
    createdAt: createdAt === undefined ? draft.createdAt : Date.parse(createdAt),
    lastAuthAt: lastAuth === undefined ? draft.lastAuthAt : Date.parse(lastAuth),
  };
}

/** Id of a person whom the rules have found among the organization's users. */
async function memberId(username: string, { tx }: Seedling): Promise<string> {
  const user = await tx.users.byAddress(username);
  if (user === undefined) throw new Error(`a person in the seed was not planted: ${username}`);
  return user.id;
}

/** A key that was planted before, such as under the organization, only gains what is said of it here. */
async function plantApiKey(key: SeedKey, orgId: string, seedling: Seedling): Promise<string> {
  const { tx, keyring, now, mint, planted } = seedling;
  const publicKey = key.publicKey ?? mintPublicKey();
  const known = await tx.credentials.apiKey(publicKey);
  if (known !== undefined) {
    if (known.orgId === orgId) return known.id;
    throw new SeedError([`the API key ${publicKey} belongs to another organization`]);
  }
  const id = key.id ?? mint();
  const privateKey = key.privateKey ?? mintPrivateKey();
  const planting: ApiKey = {
    id,
    orgId,
    publicKey,
    privateKeyTail: privateKey.slice(-12),
    description: key.desc ?? "seeded",
    createdAt: now,
    roles: [],
  };
  await tx.apiKeys.add(planting, keyring.seal(digestVerifier(publicKey, privateKey)));
  await plantAccessList(id, key.accessList, seedling);
  planted.apiKeys.push({ publicKey, privateKey });
  return id;
}

async function plantServiceAccount(account: SeedAccount, orgId: string, seedling: Seedling): Promise<string> {
  const { tx, now, mint, planted, principals } = seedling;
  const clientId = account.clientId ?? toClientId(mint());
  const id = fromClientId(clientId);
  const home = principals.get(id);
  if (home === orgId) return id;
  if (home !== undefined)
    throw new SeedError([`the service account ${clientId} belongs to another organization`]);
  principals.set(id, orgId);
  const clientSecret = account.secret ?? mintClientSecret();
  await tx.serviceAccounts.add({
    id,
    orgId,
    name: account.name ?? "seeded",
    description: account.description ?? "seeded",
    createdAt: now,
    roles: [],
  });
  const secret = {
    id: mint(),
    tail: clientSecret.slice(-4),
    createdAt: now,
    expiresAt: now + secretLifetime,
    lastUsedAt: null,
  };
  await tx.serviceAccounts.addSecret(id, secret, hashSecret(clientSecret));
  await plantAccessList(id, account.accessList, seedling);
  planted.serviceAccounts.push({ clientId, clientSecret });
  return id;
}

async function plantAccessList(id: string, entries: readonly string[] | undefined, { tx, now }: Seedling) {
  const cidrs = new Set((entries ?? []).map((entry) => readEntry(entry, fault)));
  for (const cidr of cidrs) await tx.accessLists.add(id, { cidr, createdAt: now });
}

/** Seeded invitations come from the first person of their scope, or from the first API key when there is none. */
const inviterOf = ({ planted }: Seedling, users: readonly { username: string }[] | undefined): string =>
  users?.[0]?.username ?? planted.apiKeys[0]?.publicKey ?? "anteroom";
