// API keys and service accounts as the lists of organizations and projects show them.
import type { Visit } from "../page.ts";
import type { Scope } from "../scope.ts";

/** As many keys, and as many accounts, as an organization may have; more is not answered at once. */
export const everything = { itemsPerPage: 500 };

export interface CredentialRow {
  readonly id: string;
  /** An API key without a description is named by its public key. */
  readonly name: string;
  readonly description?: string | undefined;
  /** What programs name it by: the public key, or the client id. */
  readonly code: string;
  /** In this organization or project. */
  readonly roles: readonly string[];
  /** ISO 8601. */
  readonly createdAt?: string | undefined;
  /** Null if it never was, absent where that is not known. */
  readonly lastUsedAt?: string | null | undefined;
  /** Of a service account: when the last of its secrets stops working; null if it has none. */
  readonly expiresAt?: string | null;
}

type Calls = Pick<Visit, "api" | "perform">;

type KeyUse = Pick<CredentialRow, "createdAt" | "lastUsedAt">;

/** When each key was made and used, by its id. */
export async function keyUses({ perform }: Calls, scope: Scope): Promise<(id: string) => KeyUse> {
  const found = await perform(scope.pick("listOrgKeyUses", "listGroupKeyUses"), scope.at);
  const uses = new Map(found.map((use) => [use.id, use]));
  return (id) => {
    const { createdAt, lastUsedAt = null, isWatched = false } = uses.get(id) ?? {};
    return { createdAt, lastUsedAt: lastUsedAt ?? (isWatched ? null : undefined) };
  };
}

export async function listKeys(calls: Calls, scope: Scope): Promise<CredentialRow[]> {
  const { results = [] } = await calls.api(scope.pick("listOrgApiKeys", "listGroupApiKeys"), {
    ...scope.at,
    ...everything,
  });
  const useOf = await keyUses(calls, scope);
  const isHere = ({ orgId, groupId }: { orgId?: string; groupId?: string }) =>
    scope.kind === "org" ? orgId !== undefined : groupId === scope.id;
  return results.map(({ id = "", desc = "", publicKey = "", roles = [] }) => ({
    id,
    name: desc === "" ? publicKey : desc,
    code: publicKey,
    roles: roles.filter(isHere).flatMap(({ roleName }) => roleName ?? []),
    ...useOf(id),
  }));
}

export async function listAccounts({ api }: Calls, scope: Scope): Promise<CredentialRow[]> {
  const { results = [] } = await api(scope.pick("listOrgServiceAccounts", "listGroupServiceAccounts"), {
    ...scope.at,
    ...everything,
  });
  return results.map(({ clientId = "", name = "", description, roles = [], createdAt, secrets = [] }) => ({
    id: clientId,
    name,
    description,
    code: clientId,
    roles,
    createdAt,
    lastUsedAt: latest(secrets.map((secret) => secret.lastUsedAt)),
    expiresAt: latest(secrets.map((secret) => secret.expiresAt)),
  }));
}

const latest = (instants: readonly (string | null)[]): string | null =>
  instants
    .flatMap((at) => at ?? [])
    .sort()
    .at(-1) ?? null;
