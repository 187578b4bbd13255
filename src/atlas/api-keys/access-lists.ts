// Adds and removes addresses of the access lists of credentials, and records the events.

import type { Changing, ReadingUnit, Visiting } from "../../core/changes/changing.ts";
import { ownsOrg } from "../../core/changes/scopes.ts";
import type { Fault } from "../../core/contract/errors.ts";
import type { Caller } from "../../core/domain/access.ts";
import { chooseEntries, covers, entryErrors, entryName, readEntry } from "../../core/domain/access-entry.ts";
import type { ApiKey, ServiceAccount } from "../../core/domain/credential.ts";
import { eventsOf, type KeyOrAccount } from "./credentials.ts";

export const addEntryErrors = [...entryErrors, "ADDRESS_ALREADY_IN_ACCESS_LIST"] as const;

export const removeEntryErrors = [
  "CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST",
  "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
] as const;

type Listed = ApiKey | Omit<ServiceAccount, "secrets">;

const about = (credential: Listed, whitelistEntry: string) => ({
  orgId: credential.orgId,
  details: { ...eventsOf(credential).details, whitelistEntry },
});

type SentEntries = Parameters<typeof chooseEntries>[0];

/** Adds an entry unless it is there, and returns whether it was not. */
async function addEntry({ tx, now, record }: Changing, credential: Listed, cidr: string): Promise<boolean> {
  if (!(await tx.accessLists.add(credential.id, { cidr, createdAt: now }))) return false;
  const type = `${eventsOf(credential).kind}_ACCESS_LIST_ENTRY_ADDED` as const;
  await record(type, about(credential, entryName(cidr)));
  return true;
}

export async function addEntries(
  changing: Changing<(typeof addEntryErrors)[number]>,
  credential: KeyOrAccount,
  sent: SentEntries,
): Promise<void> {
  for (const cidr of chooseEntries(sent, changing.fault)) {
    if (await addEntry(changing, credential, cidr)) continue;
    throw changing.fault("ADDRESS_ALREADY_IN_ACCESS_LIST", { entry: entryName(cidr) });
  }
}

const everyEntry = { includeCount: false, itemsPerPage: 1000, pageNum: 1 };

/** Returns the whole list of a credential. */
export const entriesOf = async ({ tx }: ReadingUnit, { id }: Pick<Listed, "id">) =>
  (await tx.accessLists.page(id, everyEntry)).results;

/** Replaces the list of a credential; an empty one restricts it no more. */
export async function replaceEntries(
  changing: Changing<(typeof entryErrors)[number]>,
  credential: Listed,
  sent: SentEntries,
): Promise<void> {
  const { tx, fault, record } = changing;
  const wanted = sent.length === 0 ? [] : chooseEntries(sent, fault);
  for (const { cidr } of await entriesOf(changing, credential)) {
    if (wanted.includes(cidr)) continue;
    await tx.accessLists.remove(credential.id, cidr);
    const type = `${eventsOf(credential).kind}_ACCESS_LIST_ENTRY_DELETED` as const;
    await record(type, about(credential, entryName(cidr)));
  }
  for (const cidr of wanted) await addEntry(changing, credential, cidr);
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
