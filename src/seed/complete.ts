// Fills in the ids and secrets that a seed leaves out, so that planting it again keeps clients working.
import { toClientId } from "../contract/client-id.ts";
import type { Instant } from "../domain/instant.ts";
import { type Mint, systemMint } from "../secrets/mint.ts";
import type { SeedAccount, SeedDocument, SeedKey } from "./document.ts";
import type { PlantedCredentials } from "./planted.ts";

export type CompleteDocument = ReturnType<typeof complete>;
export type CompleteOrg = CompleteDocument["orgs"][number];
export type CompleteUser = CompleteOrg["users"][number];
export type CompleteGroup = CompleteOrg["groups"][number];
export type CompleteKey = SeedKey & Required<Pick<SeedKey, "id" | "publicKey" | "privateKey">>;
export type CompleteAccount = SeedAccount & Required<Pick<SeedAccount, "clientId" | "secret">>;

/** The seed with ids, keys, client ids and secrets for all that has none; what is complete is answered as it was. */
export function complete({ orgs, mailed = true }: SeedDocument, now: Instant, mint: Mint = systemMint) {
  // A credential that stands in several lists has one secret, wherever it is given.
  const privateKeys = new Map<string, string>();
  const secrets = new Map<string, string>();

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
  const credentialsOf = <Key extends SeedKey, Account extends SeedAccount>({
    apiKeys = [],
    serviceAccounts = [],
  }: {
    apiKeys?: Key[];
    serviceAccounts?: Account[];
  }) => ({ apiKeys: apiKeys.map(withKey), serviceAccounts: serviceAccounts.map(withSecret) });

  return {
    mailed,
    orgs: orgs.map((org) => ({
      ...withId(org),
      users: (org.users ?? []).map(withId),
      ...credentialsOf(org),
      teams: (org.teams ?? []).map(withId),
      groups: (org.groups ?? []).map((group) => ({
        ...withId(group),
        ...credentialsOf(group),
        invites: (group.invites ?? []).map(withId),
      })),
      invites: (org.invites ?? []).map(withId),
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
