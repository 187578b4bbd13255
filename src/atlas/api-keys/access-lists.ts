// Adds and removes addresses of the access lists of credentials, and records the events.

import type { Changing, Visiting } from "../../core/changes/changing.ts";
import { ownsOrg } from "../../core/changes/scopes.ts";
import type { Fault } from "../../core/contract/errors.ts";
import type { Caller } from "../../core/domain/access.ts";
import { chooseEntries, covers, entryErrors, entryName, readEntry } from "../../core/domain/access-entry.ts";
import type { ApiKey } from "../../core/domain/credential.ts";
import { eventsOf, type KeyOrAccount } from "./credentials.ts";

export const addEntryErrors = [...entryErrors, "ADDRESS_ALREADY_IN_ACCESS_LIST"] as const;

export const removeEntryErrors = [
  "CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST",
  "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
] as const;

const about = (credential: KeyOrAccount, whitelistEntry: string) => ({
  orgId: credential.orgId,
  details: { ...eventsOf(credential).details, whitelistEntry },
});

export async function addEntries(
  { tx, now, fault, record }: Changing<(typeof addEntryErrors)[number]>,
  credential: KeyOrAccount,
  sent: Parameters<typeof chooseEntries>[0],
): Promise<void> {
  for (const cidr of chooseEntries(sent, fault)) {
    const entry = entryName(cidr);
    if (!(await tx.accessLists.add(credential.id, { cidr, createdAt: now }))) {
      throw fault("ADDRESS_ALREADY_IN_ACCESS_LIST", { entry });
    }
    await record(`${eventsOf(credential).kind}_ACCESS_LIST_ENTRY_ADDED`, about(credential, entry));
  }
}

/** Removes an entry. A credential cannot remove its own address; `missing` makes the refusal of an unknown entry. */
export async function removeEntry(
  { tx, caller, fault, record }: Changing<(typeof removeEntryErrors)[number]> & { readonly caller: Caller },
  credential: KeyOrAccount,
  text: string,
  missing: (entry: string) => Fault,
): Promise<void> {
  const cidr = readEntry(text, fault);
  const entry = entryName(cidr);
  if (!(await tx.accessLists.remove(credential.id, cidr))) throw missing(entry);
  const { ip } = caller.remoteAddress;
  if (caller.id === credential.id && ip !== undefined && covers(cidr, ip)) {
    throw fault("CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST", { entry });
  }
  await record(`${eventsOf(credential).kind}_ACCESS_LIST_ENTRY_DELETED`, about(credential, entry));
}

/** Checks that the caller is an owner of the organization or the key itself: only they may change its list. */
export async function refuseOthers(
  { tx, caller, fault }: Visiting<"USER_UNAUTHORIZED"> & { readonly caller: Caller },
  key: ApiKey,
): Promise<void> {
  if (caller.id === key.id || (await ownsOrg(tx, key.orgId, caller.id))) return;
  throw fault("USER_UNAUTHORIZED", {});
}
