// Fills in the members that a seed leaves out, so that planting it again keeps clients working, and finds credentials of an
// owner.
import { toClientId } from "../../core/contract/client-id.ts";
import { covers, toCidr } from "../../core/domain/access-entry.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { type Mint, systemMint } from "../../core/secrets/mint.ts";
import type { SeedAccount, SeedDocument, SeedGroup, SeedKey, SeedOrg } from "./document.ts";
import type { PlantedCredentials } from "./planted.ts";

type ItemOf<List> = NonNullable<List> extends readonly (infer Item)[] ? Item : never;
type WithId<Part> = Part & { readonly id: string };
/** A scope whose lists are complete. */
type Filled<Scope, Lists> = WithId<Omit<Scope, keyof Lists>> & {
  readonly [Name in keyof Lists]: readonly Lists[Name][];
};

export type CompleteKey = SeedKey & Required<Pick<SeedKey, "id" | "publicKey" | "privateKey">>;
export type CompleteAccount = SeedAccount & Required<Pick<SeedAccount, "clientId" | "secret">>;
type Secret<Item, Complete, Member extends string> =
  | (Item & Complete)
  | (Item & Readonly<Record<Member, string>>);
export type CompleteUser = WithId<ItemOf<SeedOrg["users"]>>;
export type CompleteGroup = Filled<
  SeedGroup,
  {
    apiKeys: Secret<ItemOf<SeedGroup["apiKeys"]>, CompleteKey, "apiKey">;
    serviceAccounts: Secret<ItemOf<SeedGroup["serviceAccounts"]>, CompleteAccount, "serviceAccount">;
    invites: WithId<ItemOf<SeedGroup["invites"]>>;
  }
>;
type SeedFederation = NonNullable<SeedOrg["federation"]>;
type CompleteFederation = Filled<
  SeedFederation,
  {
    identityProviders: WithId<ItemOf<SeedFederation["identityProviders"]>>;
    roleMappings: WithId<ItemOf<SeedFederation["roleMappings"]>>;
  }
>;
export type CompleteOrg = Filled<
  Omit<SeedOrg, "federation">,
  {
    users: CompleteUser;
    apiKeys: ItemOf<SeedOrg["apiKeys"]> & CompleteKey;
    serviceAccounts: ItemOf<SeedOrg["serviceAccounts"]> & CompleteAccount;
    teams: WithId<ItemOf<SeedOrg["teams"]>>;
    groups: CompleteGroup;
    invites: WithId<ItemOf<SeedOrg["invites"]>>;
  }
> & { readonly federation?: CompleteFederation };

export interface CompleteDocument {
  readonly mailed: boolean;
  readonly orgs: readonly CompleteOrg[];
}

/** Reports whether an item of a project's list names an existing credential, for which nothing is filled in. */
export const isNamed = <Member extends "apiKey" | "serviceAccount", Item extends object>(
  member: Member,
  item: Item,
): item is Item & Readonly<Record<Member, string>> =>
  (item as Partial<Record<Member, string>>)[member] !== undefined;

/** The functions that complete an item, by the names of lists. */
type Lists = Readonly<Record<string, (part: never) => object>>;

/**
 * Returns the seed with ids, keys, client ids and secrets for everything without them; a complete part stays as it is. `known`
 * are credentials of the world that it is added to.
 */
export function complete(
  { orgs, mailed = true }: SeedDocument,
  now: Instant,
  mint: Mint = systemMint,
  known: PlantedCredentials = { apiKeys: [], serviceAccounts: [] },
): CompleteDocument {
  // A credential in several lists has one secret, in whichever list it is given.
  const privateKeys = new Map(known.apiKeys.map((each) => [each.publicKey, each.privateKey]));
  const secrets = new Map(known.serviceAccounts.map((each) => [each.clientId, each.clientSecret]));

  const withId = <Part extends { readonly id?: string }>(part: Part) => ({
    ...part,
    id: part.id ?? mint.id(now),
  });
  const withKey = (key: SeedKey) => {
    if (isNamed("apiKey", key)) return key;
    const { publicKey = mint.publicKey() } = key;
    const privateKey = key.privateKey ?? privateKeys.get(publicKey) ?? mint.privateKey();
    privateKeys.set(publicKey, privateKey);
    return { ...withId(key), publicKey, privateKey };
  };
  const withSecret = (account: SeedAccount) => {
    if (isNamed("serviceAccount", account)) return account;
    const { clientId = toClientId(mint.id(now)) } = account;
    const secret = account.secret ?? secrets.get(clientId) ?? mint.clientSecret();
    secrets.set(clientId, secret);
    return { ...account, clientId, secret };
  };
  const filling = (lists: Lists) => (scope: object) => {
    const given = scope as Readonly<Record<string, readonly never[] | undefined>>;
    const filled = withId(scope);
    const items = Object.entries(lists).map(([name, fill]) => [name, (given[name] ?? []).map(fill)]);
    return { ...filled, ...Object.fromEntries(items) };
  };
  const credentials = { apiKeys: withKey, serviceAccounts: withSecret };
  const fillFederation = filling({ identityProviders: withId, roleMappings: withId });
  const fillGroup = filling({ ...credentials, invites: withId });
  const fillOrg = filling({
    users: withId,
    ...credentials,
    teams: withId,
    groups: fillGroup,
    invites: withId,
  });
  return {
    mailed,
    orgs: orgs.map((org) => ({
      ...fillOrg(org),
      ...(org.federation && { federation: fillFederation(org.federation) }),
    })) as unknown as CompleteOrg[],
  };
}

/** Returns the planted credentials whose secret the seed left out. */
export function mintedOf(
  { orgs }: SeedDocument,
  { apiKeys, serviceAccounts }: PlantedCredentials,
): PlantedCredentials {
  const holders = orgs.flatMap((org) => [org, ...(org.groups ?? [])]);
  const given = new Set(
    holders.flatMap(({ apiKeys = [], serviceAccounts = [] }) => [
      ...apiKeys.map(({ privateKey }) => privateKey),
      ...serviceAccounts.map(({ secret }) => secret),
    ]),
  );
  return {
    apiKeys: apiKeys.filter(({ privateKey }) => !given.has(privateKey)),
    serviceAccounts: serviceAccounts.filter(({ clientSecret }) => !given.has(clientSecret)),
  };
}

/** The credentials in the form of the client's options. */
export type OwnersCredentials =
  | { readonly publicKey: string; readonly privateKey: string }
  | { readonly clientId: string; readonly clientSecret: string };

/** Returns the first API key, or else the first service account, that owns its organization and may be used from `address`. */
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
