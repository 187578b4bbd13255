// The API keys and service accounts: how each is listed, shown, created, changed, given roles in a project, and deleted.
import type { Reply } from "../../client/types.ts";
import { grouped } from "../../core/domain/grouped.ts";
import type { ConsoleValue } from "../client.ts";
import type { Form, Visit } from "../page.ts";
import { type OrgScope, pageIn, type Scope } from "../scope.ts";

export type Kind = "keys" | "accounts";

/** A page with room for all keys or accounts that an organization may have; the API answers no more at once. */
export const everything = { itemsPerPage: 500 };

/** The number of projects of one credential that its page shows at once. */
export const groupsPerPage = 20;

export interface CredentialRow {
  readonly id: string;
  /** The name; for an API key without a description, its public key. */
  readonly name: string;
  readonly description?: string | undefined;
  /** The name that programs use: the public key or the client id. */
  readonly code: string;
  readonly roles: readonly string[];
  /** Its roles as the list shows them; if they may be held in several places, each with its place. */
  readonly roleTexts?: readonly string[];
  readonly createdAt?: string | undefined;
  /** The creator; undefined if unknown. */
  readonly maker?: Maker | undefined;
  /** The last use; null if there was none, absent if unknown. */
  readonly lastUsedAt?: string | null | undefined;
  /** The time at which the last secret of a service account expires; null if it has none. */
  readonly expiresAt?: string | null;
  /** True if the system keeps it, and changes it with a remote MCP configuration alone. */
  readonly isOfSystem?: boolean | undefined;
}

/** A key or an account of an organization, as its page shows it. */
export interface Credential extends CredentialRow {
  /** A page of the projects that it has roles in, and their number. */
  readonly groups: readonly { readonly id: string; readonly roles: readonly string[] }[];
  readonly groupCount: number;
  /** The masked private half of a key. */
  readonly privateKey?: string | undefined;
  readonly secrets?: readonly Secret[];
}

export type Secret = NonNullable<Reply<"getOrgServiceAccount">["secrets"]>[number];

/** A new secret, for the page that shows it once. */
export interface Made {
  readonly kind: Kind;
  /** The public key or the client id. */
  readonly code: string;
  readonly secret: string;
  /** The expiry; null for a key, which has none. */
  readonly until: string | null;
  /** True for a further secret of an account that existed before. */
  readonly isAnother?: true;
}

type Calls = Pick<Visit, "api" | "perform">;

export type Maker = ConsoleValue<"listOrgMakers">[number];

/**
 * Returns the creators of an organization's credentials, by public key or client id; none if the visitor cannot see the
 * organization.
 */
export async function makersIn({ perform }: Calls, orgId: string | undefined) {
  const found = orgId === undefined ? [] : await perform("listOrgMakers", { orgId });
  return new Map(found.map((maker) => [maker.of, maker]));
}

/**
 * Returns when each API key was created and last used. It is a separate call, because most pages read the list of keys only for
 * names.
 */
export async function keyUses({ perform }: Calls, scope: Scope) {
  const found = await perform(scope.pick("listOrgKeyUses", "listGroupKeyUses"), scope.at);
  const uses = new Map(found.map((use) => [use.id, use]));
  return (id: string) => {
    const { createdAt, lastUsedAt = null, isWatched = false } = uses.get(id) ?? {};
    return { createdAt, lastUsedAt: lastUsedAt ?? (isWatched ? null : undefined) };
  };
}

/** Returns the roles by project; the roles in the organization have the empty id. */
const rolesOf = ({ roles = [] }: { roles?: readonly { groupId?: string; roleName?: string }[] }) =>
  grouped(
    roles,
    ({ groupId = "" }) => groupId,
    ({ roleName = "" }): string => roleName,
  );

async function listKeys({ api }: Calls, scope: Scope): Promise<CredentialRow[]> {
  const at = { ...scope.at, ...everything };
  const { results = [] } = await api(scope.pick("listOrgApiKeys", "listGroupApiKeys"), at);
  return results.map(({ id = "", desc = "", publicKey = "", ...held }) => ({
    id,
    name: desc === "" ? publicKey : desc,
    code: publicKey,
    roles: rolesOf(held).get(scope.kind === "org" ? "" : scope.id) ?? [],
  }));
}

async function findKey(calls: Calls, scope: OrgScope, id: string, page: number): Promise<Credential> {
  const key = await calls.api("getOrgApiKey", { ...scope.at, apiUserId: id });
  const { desc = "", publicKey = "", privateKey } = key;
  const useOf = await keyUses(calls, scope);
  const { "": roles = [], ...byGroup } = Object.fromEntries(rolesOf(key));
  const groups = Object.entries(byGroup).map(([groupId, held]) => ({ id: groupId, roles: held }));
  const first = (page - 1) * groupsPerPage;
  return {
    id,
    name: desc === "" ? publicKey : desc,
    description: desc,
    code: publicKey,
    privateKey,
    roles,
    ...useOf(id),
    groups: groups.slice(first, first + groupsPerPage),
    groupCount: groups.length,
  };
}

const latest = (instants: readonly (string | null)[]): string | null =>
  instants
    .flatMap((at) => at ?? [])
    .sort()
    .at(-1) ?? null;

type Account = Omit<Reply<"getOrgServiceAccount">, "roles"> & { readonly roles?: readonly string[] };

const accountRow = ({ clientId = "", name = "", secrets = [], roles = [], ...account }: Account) => ({
  id: clientId,
  name,
  description: account.description,
  code: clientId,
  roles,
  createdAt: account.createdAt,
  lastUsedAt: latest(secrets.map((secret) => secret.lastUsedAt)),
  expiresAt: latest(secrets.map((secret) => secret.expiresAt)),
  isOfSystem: account.systemManaged,
});

async function listAccounts({ api }: Calls, scope: Scope): Promise<CredentialRow[]> {
  const at = { ...scope.at, ...everything };
  const { results = [] } = await api(scope.pick("listOrgServiceAccounts", "listGroupServiceAccounts"), at);
  return results.map(accountRow);
}

async function findAccount({ api }: Calls, { at }: OrgScope, clientId: string, page: number) {
  const account = await api("getOrgServiceAccount", { ...at, clientId });
  const asked = { ...at, clientId, itemsPerPage: groupsPerPage, pageNum: page };
  const { results = [], totalCount = 0 } = await api("getOrgServiceAccountGroups", asked);
  return {
    ...accountRow(account),
    groups: results.map(({ groupId = "", roles = [] }) => ({ id: groupId, roles })),
    groupCount: totalCount,
    secrets: account.secrets ?? [],
  };
}

/** The differences between the two kinds: their operations and their words. */
export const kinds = {
  keys: {
    /** The end of the names of its forms. */
    noun: "Key",
    /** The kind in the address of its page; see `pageIn`. */
    type: "API_KEY",
    /** The name of the parameter with its id, in the operations and in the address of its page. */
    param: "apiUserId",
    /** The name of its field in the form that adds it to a project. */
    field: "keyId",
    /** The fields that describe it in a form, besides its roles. */
    fields: ["desc"],
    list: listKeys,
    find: findKey,
    create: { org: "createOrgApiKey", group: "createGroupApiKey" },
    take: { org: "deleteOrgApiKey", group: "removeGroupApiKey" },
    change: "updateOrgApiKey",
    assign: "addGroupApiKey",
    edit: "updateGroupApiKeyRoles",
    entries: "listOrgApiKeyAccessListEntries",
    allow: "createOrgApiKeyAccessListEntry",
    disallow: "deleteOrgApiKeyAccessListEntry",
  },
  accounts: {
    noun: "Account",
    type: "SERVICE_ACCOUNT",
    param: "clientId",
    field: "clientId",
    fields: ["name", "description"],
    list: listAccounts,
    find: findAccount,
    create: { org: "createOrgServiceAccount", group: "createGroupServiceAccount" },
    take: { org: "deleteOrgServiceAccount", group: "deleteGroupServiceAccount" },
    change: "updateOrgServiceAccount",
    assign: "inviteGroupServiceAccount",
    edit: "updateGroupServiceAccount",
    entries: "listOrgServiceAccountAccessList",
    allow: "createOrgServiceAccountAccessList",
    disallow: "deleteOrgServiceAccountAccessListEntry",
  },
} as const satisfies Readonly<Record<Kind, { readonly [Act in string]: unknown }>>;

type Act = "change" | "assign" | "edit" | "entries" | "allow" | "disallow";

/** Calls the operation of an act on a key or an account. The two differ only in the name of the parameter. */
export const actOn = (
  { api }: Calls,
  kind: Kind,
  act: Act | "take",
  { kind: place, at }: Scope,
  id: string,
  given: Readonly<Record<string, unknown>> = {},
): Promise<unknown> => {
  const operation = act === "take" ? kinds[kind].take[place] : kinds[kind][act];
  return api(operation, { ...at, [kinds[kind].param]: id, ...given } as never);
};

/** Returns the description in a form, by the API's names of its members. */
export const describedIn = (kind: Kind, form: Form) =>
  Object.fromEntries(kinds[kind].fields.map((name) => [name, form.text(name)]));

/** Creates a key or an account from a form. */
export async function create({ api }: Calls, kind: Kind, scope: Scope, form: Form): Promise<Made> {
  const hours = kind === "accounts" && { secretExpiresAfterHours: Number(form.text("hours")) };
  const roles = form.all(rolesField(kind));
  const body = { ...describedIn(kind, form), ...hours, roles };
  const made = await api(kinds[kind].create[scope.kind], { ...scope.at, body } as never);
  if ("publicKey" in made) {
    return { kind, code: made.publicKey ?? "", secret: made.privateKey ?? "", until: null };
  }
  const { clientId = "", secrets: [first] = [] } = made as Reply<"createOrgServiceAccount">;
  return { kind, code: clientId, secret: first?.secret ?? "", until: first?.expiresAt ?? null };
}

/** The name of the field with the roles, in the form that creates one. */
export const rolesField = (kind: Kind) => `${kinds[kind].noun.toLowerCase()}Roles`;

export const addressOf = (orgId: string, kind: Kind, id: string) =>
  pageIn(`/orgs/${orgId}`, kinds[kind].type, id);
