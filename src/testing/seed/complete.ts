// Fills in what a seed leaves out, so that planting it again keeps clients working, and finds credentials of an owner in one.
import { toClientId } from "../../core/contract/client-id.ts";
import { covers, toCidr } from "../../core/domain/access-entry.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { type Mint, systemMint } from "../../core/secrets/mint.ts";
import type { SeedAccount, SeedDocument, SeedKey } from "./document.ts";
import type { PlantedCredentials } from "./planted.ts";

export type CompleteDocument = ReturnType<typeof complete>;
export type CompleteOrg = CompleteDocument["orgs"][number];
export type CompleteUser = CompleteOrg["users"][number];
export type CompleteGroup = CompleteOrg["groups"][number];
export type CompleteKey = SeedKey & Required<Pick<SeedKey, "id" | "publicKey" | "privateKey">>;
export type CompleteAccount = SeedAccount & Required<Pick<SeedAccount, "clientId" | "secret">>;

/** Reports whether an item of a project's list names a credential that is there already, of which nothing is filled in. */
export const isNamed = <Member extends "apiKey" | "serviceAccount", Item extends object>(
  member: Member,
  item: Item,
): item is Item & Readonly<Record<Member, string>> =>
  (item as Partial<Record<Member, string>>)[member] !== undefined;

/**
 * The seed with ids, keys, client ids and secrets for all that has none; what is complete is answered as it was. `known` are
 * credentials of the world that it is added to.
 */
export function complete(
  { orgs, mailed = true }: SeedDocument,
  now: Instant,
  mint: Mint = systemMint,
  known: PlantedCredentials = { apiKeys: [], serviceAccounts: [] },
) {
  // A credential that stands in several lists has one secret, wherever it is given.
  const privateKeys = new Map(known.apiKeys.map((each) => [each.publicKey, each.privateKey]));
  const secrets = new Map(known.serviceAccounts.map((each) => [each.clientId, each.clientSecret]));

  const withId = <Part extends { id?: string }>(part: Part) => ({ ...part, id: part.id ?? mint.id(now) });
  const withKey = <Key extends SeedKey>(key: Key) => {
    const { publicKey = mint.publicKey() } = key;
    const privateKey = key.privateKey ?? privateKeys.get(publicKey) ?? mint.privateKey();
    privateKeys.set(publicKey, privateKey);
    return { ...withId(key), publicKey, privateKey };
  };
  const withSecret = <Account extends SeedAccount>(account: Account) => {
    const { clientId = toClientId(mint.id(now)) } = account;
    const secret = account.secret ?? secrets.get(clientId) ?? mint.clientSecret();
    secrets.set(clientId, secret);
    return { ...account, clientId, secret };
  };
  return {
    mailed,
    orgs: orgs.map(({ federation, ...org }) => ({
      ...withId(org),
      users: (org.users ?? []).map(withId),
      apiKeys: (org.apiKeys ?? []).map(withKey),
      serviceAccounts: (org.serviceAccounts ?? []).map(withSecret),
      teams: (org.teams ?? []).map(withId),
      groups: (org.groups ?? []).map((group) => ({
        ...withId(group),
        apiKeys: (group.apiKeys ?? []).map((each) => (isNamed("apiKey", each) ? each : withKey(each))),
        serviceAccounts: (group.serviceAccounts ?? []).map((each) =>
          isNamed("serviceAccount", each) ? each : withSecret(each),
        ),
        invites: (group.invites ?? []).map(withId),
      })),
      invites: (org.invites ?? []).map(withId),
      ...(federation && {
        federation: {
          ...withId(federation),
          identityProviders: (federation.identityProviders ?? []).map(withId),
          roleMappings: (federation.roleMappings ?? []).map(withId),
        },
      }),
    })),
  };
}

/** The planted credentials whose secret the seed left out. */
export function mintedOf(
  { orgs }: SeedDocument,
  { apiKeys, serviceAccounts }: PlantedCredentials,
): PlantedCredentials {
  const holders = orgs.flatMap((org) => [org, ...(org.groups ?? [])]);
  const given = new Set([
    ...holders.flatMap((holder) => (holder.apiKeys ?? []).map(({ privateKey }) => privateKey)),
    ...holders.flatMap((holder) => (holder.serviceAccounts ?? []).map(({ secret }) => secret)),
  ]);
  return {
    apiKeys: apiKeys.filter(({ privateKey }) => !given.has(privateKey)),
    serviceAccounts: serviceAccounts.filter(({ clientSecret }) => !given.has(clientSecret)),
  };
}

/** Credentials as the client of the API takes them. */
export type OwnersCredentials =
  | { readonly publicKey: string; readonly privateKey: string }
  | { readonly clientId: string; readonly clientSecret: string };

/** The first API key, or else the first service account, that is an owner of its organization and may be used from `address`. */
export function ownersCredentials(
  { orgs }: CompleteDocument,
  address: string,
): OwnersCredentials | undefined {
  for (const org of orgs) {
    const suits = suiting(org, address);
    const key = org.apiKeys.find(suits);
    if (key !== undefined) return { publicKey: key.publicKey, privateKey: key.privateKey };
    const account = org.serviceAccounts.find(suits);
    if (account !== undefined) return { clientId: account.clientId, clientSecret: account.secret };
  }
  return undefined;
}

const suiting =
  ({ settings }: CompleteOrg, address: string) =>
  ({
    roles,
    accessList = [],
  }: {
    readonly roles: readonly string[];
    readonly accessList?: readonly string[];
  }) => {
    if (!roles.includes("ORG_OWNER")) return false;
    if (accessList.length === 0) return settings?.apiAccessListRequired !== true;
    return accessList.some((entry) => {
      const block = toCidr(entry);
      return block !== undefined && covers(block, address);
    });
  };
