// The entries of access lists that projects keep.
import { entryName } from "../../domain/access-entry.ts";
import type { NetworkEntry } from "../../domain/network-entry.ts";
import { resourcesOf } from "../resources.ts";

export const networkEntries = resourcesOf<NetworkEntry>({
  kind: "networkEntry",
  events: {
    added: "NETWORK_PERMISSION_ENTRY_ADDED",
    replaced: "NETWORK_PERMISSION_ENTRY_UPDATED",
    removed: "NETWORK_PERMISSION_ENTRY_REMOVED",
  },
  details: (name) => ({ whitelistEntry: entryName(name) }),
});
