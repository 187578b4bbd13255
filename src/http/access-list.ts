// Whether a caller's address is one its credential may be used from.
import { fault } from "../contract/errors.ts";
import { covers } from "../domain/access-entry.ts";
import type { Credential } from "../store/credentials.ts";

/** Refuses a caller outside its access list. An empty list means any address, unless the organization demands a list. */
export function allowAddress({ accessList, listRequired }: Credential, ip: string): void {
  if (accessList.length === 0) {
    if (listRequired) throw fault("ORG_REQUIRES_ACCESS_LIST", { ip });
    return;
  }
  if (!accessList.some((cidr) => covers(cidr, ip))) throw fault("IP_ADDRESS_NOT_ON_ACCESS_LIST", { ip });
}
