// What operations of an organization and of a project do alike to a service account.
import { toClientId } from "../../contract/client-id.ts";
import type { ErrorCode, FaultMaker } from "../../contract/errors.ts";
import { type Caller, effectiveRoles } from "../../domain/access.ts";
import {
  type AccessEntry,
  chooseEntries,
  covers,
  entryName,
  readEntry,
  singleAddress,
} from "../../domain/access-entry.ts";
import type { HeldRole } from "../../domain/credential.ts";
import type { EventSubject, EventType } from "../../domain/event.ts";
import { type Instant, toTimestamp } from "../../domain/instant.ts";
import {
  draftSecret,
  mostSecrets,
  mostServiceAccountsPerOrg,
  replacedSecretLifetime,
  type ServiceAccount,
} from "../../domain/service-account.ts";
import type { Issue } from "../../secrets/issue.ts";
import type { Reads, Writes } from "../../store/store.ts";
import type { MadeSecret } from "./views.ts";

/** The part of a handler's context that an act needs. */
interface Acting<Code extends ErrorCode> {
  readonly tx: Writes;
  readonly now: Instant;
  readonly newId: () => string;
  readonly issue: Issue;
  readonly fault: FaultMaker<Code>;
  readonly record: (type: EventType, about: EventSubject) => Promise<void>;
}

const about = ({ id, orgId }: { id: string; orgId: string }): EventSubject => ({
  orgId,
  details: { clientId: toClientId(id) },
});

interface Wanted {
  readonly orgId: string;
  readonly name: string;
  readonly description: string;
  readonly roles: readonly HeldRole[];
  readonly secretExpiresAfterHours: number;
}

/** Refuses one account more than an organization may have. */
export async function checkRoomForAccount(
  { tx, fault }: Pick<Acting<"MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED">, "tx" | "fault">,
  orgId: string,
): Promise<void> {
  if ((await tx.serviceAccounts.countInOrg(orgId)) < mostServiceAccountsPerOrg) return;
  throw fault("MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED", { limit: mostServiceAccountsPerOrg, orgId });
}

/**
 * Whether a caller holds all that an account of a project holds outside of it: with a secret of the account it could do
 * whatever the account can. Every account is Organization Member.
 */
export async function mayBecome(
  tx: Reads,
  caller: Caller,
  account: ServiceAccount,
  group: { readonly id: string },
): Promise<boolean> {
  const grants = await tx.grants.of(caller.id);
  const inOrg = grants.filter((each) => each.orgId === account.orgId && each.groupId === null);
  return account.roles
    .filter(({ groupId, role }) => groupId !== group.id && role !== "ORG_MEMBER")
    .every(({ groupId, role }) => {
      const inGroup = grants.filter((each) => groupId !== null && each.groupId === groupId);
      return effectiveRoles([...inOrg, ...inGroup].map((each) => each.role)).has(role);
    });
}

/** Makes an account with its first secret; the creation tells of no secret of its own, as recorded. */
export async function makeAccount(
  { tx, now, newId, issue, fault, record }: Acting<"INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME">,
  { orgId, name, description, roles, secretExpiresAfterHours: hours }: Wanted,
) {
  const { secret, hash } = issue.clientSecret();
  const mostHours = await tx.serviceAccounts.mostSecretHours(orgId);
  const account = { id: newId(), orgId, name, description, createdAt: now, roles };
  const first = draftSecret({ id: newId(), secret, hours, mostHours, now }, fault);
  await tx.serviceAccounts.add(account);
  await tx.serviceAccounts.addSecret(account.id, first, hash);
  await record("SERVICE_ACCOUNT_CREATED", about(account));
  return { ...account, secrets: [{ ...first, secret }] };
}

/** Writes the name and the description that are sent. */
export async function amendAccount(
  { tx, record }: Pick<Acting<never>, "tx" | "record">,
  account: ServiceAccount,
  sent: { name?: string | null; description?: string | null },
): Promise<void> {
  const name = sent.name ?? account.name;
  const description = sent.description ?? account.description;
  if (name === account.name && description === account.description) return;
  await tx.serviceAccounts.update({ ...account, name, description });
  await record("SERVICE_ACCOUNT_DETAILS_CHANGED", about(account));
}

/** Makes another secret, which leaves the one before it seven more days at most. */
export async function makeSecret(
  {
    tx,
    now,
    newId,
    issue,
    fault,
    record,
  }: Acting<"INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME" | "SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED">,
  account: ServiceAccount,
  hours: number,
): Promise<MadeSecret> {
  if (account.secrets.filter(({ expiresAt }) => expiresAt > now).length >= mostSecrets) {
    const limits = { clientId: toClientId(account.id), limit: mostSecrets };
    throw fault("SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED", limits);
  }
  const { secret, hash } = issue.clientSecret();
  const mostHours = await tx.serviceAccounts.mostSecretHours(account.orgId);
  const made = draftSecret({ id: newId(), secret, hours, mostHours, now }, fault);
  await tx.serviceAccounts.capSecrets(account.id, now + replacedSecretLifetime);
  await tx.serviceAccounts.addSecret(account.id, made, hash);
  await record("SERVICE_ACCOUNT_SECRET_ADDED", about(account));
  return { ...made, secret };
}

export async function removeSecret(
  { tx, fault, record }: Pick<Acting<"SERVICE_ACCOUNT_SECRET_NOT_FOUND">, "tx" | "fault" | "record">,
  account: ServiceAccount,
  secretId: string,
): Promise<void> {
  if (!(await tx.serviceAccounts.removeSecret(account.id, secretId))) {
    throw fault("SERVICE_ACCOUNT_SECRET_NOT_FOUND", { clientId: toClientId(account.id), secretId });
  }
  await record("SERVICE_ACCOUNT_SECRET_DELETED", about(account));
}

const aboutEntry = (account: ServiceAccount, whitelistEntry: string): EventSubject => ({
  orgId: account.orgId,
  details: { clientId: toClientId(account.id), whitelistEntry },
});

type EntryCode = Parameters<typeof chooseEntries>[1] extends FaultMaker<infer Code> ? Code : never;

export async function addEntries(
  {
    tx,
    now,
    fault,
    record,
  }: Pick<Acting<EntryCode | "ADDRESS_ALREADY_IN_ACCESS_LIST">, "tx" | "now" | "fault" | "record">,
  account: ServiceAccount,
  sent: Parameters<typeof chooseEntries>[0],
): Promise<void> {
  for (const cidr of chooseEntries(sent, fault)) {
    const entry = entryName(cidr);
    if (!(await tx.accessLists.add(account.id, { cidr, createdAt: now }))) {
      throw fault("ADDRESS_ALREADY_IN_ACCESS_LIST", { entry });
    }
    await record("SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED", aboutEntry(account, entry));
  }
}

/** An account cannot take the address it asks from off its own list. */
export async function removeEntry(
  {
    tx,
    fault,
    record,
  }: Pick<
    Acting<
      | "CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST"
      | "INVALID_IP_ADDRESS_OR_CIDR_NOTATION"
      | "SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND"
    >,
    "tx" | "fault" | "record"
  >,
  account: ServiceAccount,
  text: string,
  caller: Caller,
): Promise<void> {
  const cidr = readEntry(text, fault);
  const entry = entryName(cidr);
  if (!(await tx.accessLists.remove(account.id, cidr))) {
    throw fault("SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND", { entry, clientId: toClientId(account.id) });
  }
  if (caller.id === account.id && covers(cidr, caller.remoteAddress)) {
    throw fault("CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST", { entry });
  }
  await record("SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED", aboutEntry(account, entry));
}

export const showEntry = ({ cidr, createdAt }: AccessEntry) => ({
  cidrBlock: cidr,
  createdAt: toTimestamp(createdAt),
  ipAddress: singleAddress(cidr) ?? null,
  lastUsedAddress: null,
  lastUsedAt: null,
  requestCount: 0,
});
