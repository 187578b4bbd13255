// API keys and service accounts: how each is listed, given roles in a project, and taken away.
import type { ConsoleValue } from "../client.ts";
import type { Visit } from "../page.ts";
import type { GroupScope, Scope } from "../scope.ts";

export type Kind = "keys" | "accounts";

/** As many keys, and as many accounts, as an organization may have; more is not answered at once. */
export const everything = { itemsPerPage: 500 };

export interface CredentialRow {
  readonly id: string;
  /** An API key without a description is named by its public key. */
  readonly name: string;
  readonly description?: string | undefined;
  /** What programs name it by: the public key, or the client id. */
  readonly code: string;
  readonly roles: readonly string[];
  readonly createdAt?: string | undefined;
  /** Undefined where it is not known. */
  readonly maker?: Maker | undefined;
  /** Null if it never was, absent where that is not known. */
  readonly lastUsedAt?: string | null | undefined;
  /** Of a service account: when the last of its secrets stops working; null if it has none. */
  readonly expiresAt?: string | null;
}

type Calls = Pick<Visit, "api" | "perform">;

export type Maker = ConsoleValue<"listOrgMakers">[number];

/** Who made each of an organization's, by public key or client id; none where the visitor does not see the organization. */
export async function makersIn({ perform }: Calls, orgId: string | undefined) {
  const found = orgId === undefined ? [] : await perform("listOrgMakers", { orgId });
  return new Map(found.map((maker) => [maker.of, maker]));
}

export async function keyUses({ perform }: Calls, scope: Scope) {
  const found = await perform(scope.pick("listOrgKeyUses", "listGroupKeyUses"), scope.at);
  const uses = new Map(found.map((use) => [use.id, use]));
  return (id: string) => {
    const { createdAt, lastUsedAt = null, isWatched = false } = uses.get(id) ?? {};
    return { createdAt, lastUsedAt: lastUsedAt ?? (isWatched ? null : undefined) };
  };
}

async function listKeys(calls: Calls, scope: Scope): Promise<CredentialRow[]> {
  const at = { ...scope.at, ...everything };
  const { results = [] } = await calls.api(scope.pick("listOrgApiKeys", "listGroupApiKeys"), at);
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

async function listAccounts({ api }: Calls, scope: Scope): Promise<CredentialRow[]> {
  const at = { ...scope.at, ...everything };
  const { results = [] } = await api(scope.pick("listOrgServiceAccounts", "listGroupServiceAccounts"), at);
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

type At = GroupScope["at"];

export const kinds = {
  keys: {
    /** Ends the names of its forms. */
    noun: "Key",
    /** Of its pages, below the address of the organization. */
    path: "keys",
    /** Names it in the form that adds it to a project. */
    field: "keyId",
    list: listKeys,
    creates: { org: "createOrgApiKey", group: "createGroupApiKey" },
    takes: { org: "deleteOrgApiKey", group: "removeGroupApiKey" },
    changes: "updateOrgApiKey",
    assigns: "addGroupApiKey",
    edits: "updateGroupApiKeyRoles",
    assign: ({ api }: Calls, at: At, apiUserId: string, roles: string[]) =>
      api("addGroupApiKey", { ...at, apiUserId, body: [{ roles }] }),
    edit: ({ api }: Calls, at: At, apiUserId: string, roles: string[]) =>
      api("updateGroupApiKeyRoles", { ...at, apiUserId, body: { roles } }),
    take: ({ api }: Calls, scope: Scope, apiUserId: string) =>
      api(scope.pick("deleteOrgApiKey", "removeGroupApiKey"), { ...scope.at, apiUserId }),
  },
  accounts: {
    noun: "Account",
    path: "service-accounts",
    field: "clientId",
    list: listAccounts,
    creates: { org: "createOrgServiceAccount", group: "createGroupServiceAccount" },
    takes: { org: "deleteOrgServiceAccount", group: "deleteGroupServiceAccount" },
    changes: "updateOrgServiceAccount",
    assigns: "inviteGroupServiceAccount",
    edits: "updateGroupServiceAccount",
    assign: ({ api }: Calls, at: At, clientId: string, roles: string[]) =>
      api("inviteGroupServiceAccount", { ...at, clientId, body: { roles } }),
    edit: ({ api }: Calls, at: At, clientId: string, roles: string[]) =>
      api("updateGroupServiceAccount", { ...at, clientId, body: { roles } }),
    take: ({ api }: Calls, scope: Scope, clientId: string) =>
      api(scope.pick("deleteOrgServiceAccount", "deleteGroupServiceAccount"), { ...scope.at, clientId }),
  },
} as const;

export const addressOf = (orgId: string, kind: Kind, id: string) =>
  `/orgs/${orgId}/${kinds[kind].path}/${id}`;
