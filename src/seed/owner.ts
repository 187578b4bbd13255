// Finds credentials of an owner in a seed.
import { covers, toCidr } from "../domain/access-entry.ts";
import type { CompleteDocument, CompleteOrg } from "./complete.ts";

/** Credentials as the client of the API takes them. */
export type OwnersCredentials =
  | { readonly publicKey: string; readonly privateKey: string }
  | { readonly clientId: string; readonly clientSecret: string };

/**
 * The first API key, or else the first service account, that is an owner of its organization and may be used from `address`;
 * undefined where there is none.
 */
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
  ({ roles, accessList = [] }: { readonly roles: readonly string[]; readonly accessList?: string[] }) => {
    if (!roles.includes("ORG_OWNER")) return false;
    if (accessList.length === 0) return settings?.apiAccessListRequired !== true;
    return accessList.some((entry) => {
      const block = toCidr(entry);
      return block !== undefined && covers(block, address);
    });
  };
