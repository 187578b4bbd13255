// The private endpoints of projects for federated databases and online archives.
import { resourcesOf } from "../../core/changes/resources.ts";
import type { NetworkEndpoint } from "./rules/network-endpoint.ts";

/** The endpoints by their ids at the provider. A deleted one ends a while later. */
export const networkEndpoints = resourcesOf<NetworkEndpoint>({
  kind: "networkEndpoint",
  events: {
    added: "PRIVATE_NETWORK_ENDPOINT_ENTRY_ADDED",
    replaced: "PRIVATE_NETWORK_ENDPOINT_ENTRY_UPDATED",
    removed: "PRIVATE_NETWORK_ENDPOINT_ENTRY_REMOVED",
  },
});
