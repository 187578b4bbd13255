// Creates, changes and removes API keys and service accounts, gives them roles, and records the events.

import {
  type Changing,
  checkRoles,
  type Giving,
  type Recording,
  type Visiting,
} from "../../core/changes/changing.ts";
import { toClientId } from "../../core/contract/client-id.ts";
import type { RoleName } from "../../core/contract/roles.ts";
import {
  account as accountNamed,
  changesOf,
  key as keyNamed,
  placeOf,
} from "../../core/domain/access-history.ts";
import {
  type ApiKey,
  type ClientSecret,
  draftSecret,
  type FirstSecret,
  type HeldRole,
  hoursOfFirst,
  mostApiKeysPerOrg,
  mostSecrets,
  mostServiceAccountsPerOrg,
  replacedSecretLifetime,
  rolesIn,
  type ServiceAccount,
} from "../../core/domain/credential.ts";
import type { EventSubject, Kept } from "../../core/domain/event.ts";
import type { Issue } from "../../core/secrets/issue.ts";
import { recordPendingBy } from "../invites/pending.ts";

export type KeyOrAccount = ApiKey | ServiceAccount;

export const eventsOf = (credential: Pick<ApiKey, "publicKey"> | Pick<ServiceAccount, "id" | "name">) =>
  "publicKey" in credential
    ? ({ kind: "API_KEY", details: { targetPublicKey: credential.publicKey } } as const)
    : ({ kind: "SERVICE_ACCOUNT", details: { clientId: toClientId(credential.id) } } as const);

export const codeOf = (credential: KeyOrAccount): string =>
  "publicKey" in credential ? credential.publicKey : toClientId(credential.id);

/** Returns the name of a credential in access reviews and for people. */
const whoIs = (credential: Parameters<typeof eventsOf>[0]): string =>
  "publicKey" in credential ? keyNamed(credential.publicKey) : accountNamed(toClientId(credential.id));
const titleOf = (credential: Pick<ApiKey, "description"> | Pick<ServiceAccount, "name">): string =>
  "name" in credential ? credential.name : credential.description;

export async function checkRoomForKey(
  { tx, fault }: Visiting<"MAX_API_KEYS_PER_ORG_EXCEEDED">,
  orgId: string,
): Promise<void> {
  if ((await tx.apiKeys.countInOrg(orgId)) < mostApiKeysPerOrg) return;
  throw fault("MAX_API_KEYS_PER_ORG_EXCEEDED", { limit: mostApiKeysPerOrg, orgId });
}

export async function checkRoomForAccount(
  { tx, fault }: Visiting<"MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED">,
  orgId: string,
  more = 1,
): Promise<void> {
  if ((await tx.serviceAccounts.countInOrg(orgId)) + more <= mostServiceAccountsPerOrg) return;
  throw fault("MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED", { limit: mostServiceAccountsPerOrg, orgId });
}

/** Returns the roles of a credential created in a project: every credential is Organization Member as well. */
export const heldInGroup = (groupId: string, roles: readonly RoleName[]): HeldRole[] => [
  { groupId: null, role: "ORG_MEMBER" },
  ...roles.map((role) => ({ groupId, role })),
];

export const heldInOrg = (roles: readonly RoleName[]): HeldRole[] =>
  roles.map((role) => ({ groupId: null, role }));

/** A new key, with the private key that no later answer shows. */
export interface MadeKey extends ApiKey {
  readonly privateKey: string;
}

export async function makeKey(
  { tx, now, newId, held, isRecent, record }: Changing,
  wanted: Pick<ApiKey, "orgId" | "description" | "roles"> & { readonly id?: string | undefined },
  { publicKey, privateKey, sealedVerifier }: ReturnType<Issue["apiKey"]>,
): Promise<MadeKey> {
  const key = {
    ...wanted,
    id: wanted.id ?? newId(),
    publicKey,
    privateKey,
    privateKeyTail: privateKey.slice(-12),
    createdAt: now,
  };
  checkHeldBy(key, { held, isRecent }, "after");
  await tx.apiKeys.add(key, sealedVerifier);
  await recordMade({ record }, key);
  return key;
}

/** A new secret, with the text that no later answer shows. */
export interface MadeSecret extends ClientSecret {
  readonly secret?: string;
}

interface PlainAccount
  extends Pick<ServiceAccount, "orgId" | "name" | "description" | "roles">,
    Partial<Pick<ServiceAccount, "mcpConfigId" | "mcpSide">> {
  readonly id?: string | undefined;
}

/** Creates an account without a secret. */
export async function addAccount({ tx, now, newId, held, isRecent, record }: Changing, wanted: PlainAccount) {
  checkHeldBy(wanted, { held, isRecent }, "after");
  const id = wanted.id ?? newId();
  const account = { mcpConfigId: null, mcpSide: null, ...wanted, id, createdAt: now };
  await tx.serviceAccounts.add(account);
  await recordMade({ record }, account);
  return account;
}

/** Creates an account, and its first secret if requested; no event is recorded for this secret, as observed. */
export async function makeAccount(
  changing: Changing<"BAD_REQUEST" | "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME" | "MISSING_ONE_OF_ATTRIBUTES">,
  { secretExpiresAfterHours, withoutInitialSecret, ...wanted }: FirstSecret & PlainAccount,
  mint: Issue["clientSecret"],
) {
  const { tx, now, newId, fault } = changing;
  const account = await addAccount(changing, wanted);
  const hours = hoursOfFirst({ secretExpiresAfterHours, withoutInitialSecret }, fault);
  const mostHours = await tx.serviceAccounts.mostSecretHours(wanted.orgId);
  const secrets: MadeSecret[] = [];
  if (hours !== undefined) {
    const { secret, hash } = mint();
    const first = draftSecret({ id: newId(), secret, hours, mostHours, now }, fault);
    await tx.serviceAccounts.addSecret(account.id, first, hash);
    secrets.push({ ...first, secret });
  }
  return { ...account, secrets };
}

/** Refuses to create or remove a credential that has a role above the caller's. */
function checkHeldBy(
  { orgId, roles }: Pick<KeyOrAccount, "orgId" | "roles">,
  changing: Giving,
  when: "before" | "after",
): void {
  for (const { groupId, role } of roles) checkRoles(changing, { scopeId: groupId ?? orgId, [when]: [role] });
}

async function recordMade(
  { record }: Pick<Recording, "record">,
  credential: Omit<ApiKey, "privateKeyTail"> | Omit<ServiceAccount, "secrets">,
): Promise<void> {
  const { kind, details } = eventsOf(credential);
  const { orgId, roles } = credential;
  const given = (groupId: string | null): Kept => ({
    roles: { before: [], after: rolesIn(roles, groupId) },
    access: changesOf(whoIs(credential), roles, "given").filter((each) => each.in === placeOf(groupId)),
  });
  const name = { before: "", after: titleOf(credential) };
  await record(`${kind}_CREATED`, { orgId, details, kept: { name, ...given(null) } });
  for (const groupId of new Set(roles.flatMap((held) => held.groupId ?? []))) {
    await record(`${kind}_ADDED_TO_GROUP`, { groupId, details, kept: given(groupId) });
  }
}

/** Replaces the roles of a credential in its organization or in a project. Without roles it is removed from there. */
export async function changeRoles(
  changing: Changing,
  credential: KeyOrAccount,
  groupId: string | null,
  roles: readonly RoleName[],
): Promise<void> {
  const { tx, now, record } = changing;
  const { id, orgId } = credential;
  const before = rolesIn(credential.roles, groupId);
  if (String(roles) === String(before)) return;
  checkRoles(changing, { scopeId: groupId ?? orgId, before, after: roles });
  await tx.grants.replace(id, { orgId, groupId }, roles, now);
  const { kind, details } = eventsOf(credential);
  const changed = { before, after: roles };
  const access = [{ who: whoIs(credential), in: placeOf(groupId), ...changed }];
  const about = {
    ...(groupId === null ? { orgId } : { groupId }),
    details,
    kept: { roles: changed, access },
  };
  if (groupId === null) await record(`${kind}_ROLES_CHANGED`, about);
  else if (before.length === 0) await record(`${kind}_ADDED_TO_GROUP`, about);
  else if (roles.length === 0) await record(`${kind}_REMOVED_FROM_GROUP`, about);
  else await record(`${kind}_ROLES_CHANGED`, about);
}

export async function removeCredential(changing: Changing, credential: KeyOrAccount): Promise<void> {
  const { tx, record } = changing;
  checkHeldBy(credential, changing, "before");
  const { kind, details } = eventsOf(credential);
  const about: EventSubject = { orgId: credential.orgId, details };
  if ("secrets" in credential) await tx.serviceAccounts.remove(credential.id);
  else await tx.apiKeys.remove(credential.id);
  const name = { before: titleOf(credential), after: "" };
  const access = changesOf(whoIs(credential), credential.roles, "taken");
  await record(`${kind}_DELETED`, { ...about, kept: { name, access } });
  // Each deleted secret gets an event too, as recorded.
  const secrets = "secrets" in credential ? credential.secrets : [];
  for (const _ of secrets) await record("SERVICE_ACCOUNT_SECRET_DELETED", about);
  await recordPendingBy(changing, credential.orgId, codeOf(credential));
}

/** Removes the accounts of remote MCP configurations, all at once. */
export async function removeSides(changing: Changing, sides: readonly ServiceAccount[]): Promise<void> {
  await Promise.all(sides.map((each) => removeCredential(changing, each)));
}

export async function describeKey({ tx, record }: Changing, key: ApiKey, description: string): Promise<void> {
  if (description === key.description) return;
  await tx.apiKeys.describe(key.id, description);
  const kept = { name: { before: key.description, after: description }, access: [] };
  await record("API_KEY_DESCRIPTION_CHANGED", { orgId: key.orgId, details: eventsOf(key).details, kept });
}

interface SentTexts {
  readonly name?: string | null;
  readonly description?: string | null;
}

export const isAmended = (account: ServiceAccount, { name, description }: SentTexts): boolean =>
  (name ?? account.name) !== account.name || (description ?? account.description) !== account.description;

export async function amendAccount({ tx, record }: Changing, account: ServiceAccount, sent: SentTexts) {
  if (!isAmended(account, sent)) return;
  const name = sent.name ?? account.name;
  const description = sent.description ?? account.description;
  await tx.serviceAccounts.update({ ...account, name, description });
  await record("SERVICE_ACCOUNT_DETAILS_CHANGED", {
    orgId: account.orgId,
    details: eventsOf(account).details,
    kept: { name: { before: account.name, after: name }, access: [] },
  });
}

/** Creates another secret; the previous one expires within seven days. */
export async function makeSecret(
  changing: Changing<"INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME" | "SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED">,
  account: ServiceAccount,
  hours: number,
  { secret, hash }: ReturnType<Issue["clientSecret"]>,
): Promise<MadeSecret> {
  const { tx, now, newId, fault, record } = changing;
  const { id, orgId } = account;
  if (account.secrets.filter(({ expiresAt }) => expiresAt > now).length >= mostSecrets) {
    const limits = { clientId: toClientId(id), limit: mostSecrets };
    throw fault("SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED", limits);
  }
  const mostHours = await tx.serviceAccounts.mostSecretHours(orgId);
  const made = draftSecret({ id: newId(), secret, hours, mostHours, now }, fault);
  await tx.serviceAccounts.capSecrets(id, now + replacedSecretLifetime);
  await tx.serviceAccounts.addSecret(id, made, hash);
  await record("SERVICE_ACCOUNT_SECRET_ADDED", { orgId, details: eventsOf(account).details });
  return { ...made, secret };
}

export async function removeSecret(
  { tx, fault, record }: Changing<"SERVICE_ACCOUNT_SECRET_NOT_FOUND">,
  account: ServiceAccount,
  secretId: string,
): Promise<void> {
  const { id, orgId } = account;
  if (!(await tx.serviceAccounts.removeSecret(id, secretId))) {
    throw fault("SERVICE_ACCOUNT_SECRET_NOT_FOUND", { clientId: toClientId(id), secretId });
  }
  await record("SERVICE_ACCOUNT_SECRET_DELETED", { orgId, details: eventsOf(account).details });
}
