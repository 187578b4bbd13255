// The federated databases of projects, and the private endpoints for them and for online archives.
import { resourcesOf } from "../../core/changes/resources.ts";
import { eventOfDatabase, type FederatedDatabase } from "./rules/federated-database.ts";
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

/** The federated databases by name, each with its query limits. */
export const federatedDatabases = resourcesOf<FederatedDatabase>({
  kind: "federatedDatabase",
  events: {
    added: "FEDERATED_DATABASE_CREATED",
    replaced: { among: { FEDERATED_DATABASE_UPDATED: "federatedDatabase" }, choose: eventOfDatabase },
    removed: "FEDERATED_DATABASE_REMOVED",
  },
});
