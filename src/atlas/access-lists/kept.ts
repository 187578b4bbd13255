// The kind of resource for the entries of access lists.

import { resourcesOf } from "../../core/changes/resources.ts";
import { entryName } from "../../core/domain/access-entry.ts";
import type { NetworkEntry } from "./rules/network-entry.ts";

export const networkEntries = resourcesOf<NetworkEntry>({
  kind: "networkEntry",
  events: {
    added: "NETWORK_PERMISSION_ENTRY_ADDED",
    replaced: "NETWORK_PERMISSION_ENTRY_UPDATED",
    removed: "NETWORK_PERMISSION_ENTRY_REMOVED",
  },
  details: (name) => ({ whitelistEntry: entryName(name) }),
});
