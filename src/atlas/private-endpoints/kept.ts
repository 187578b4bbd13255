// The private endpoint services that projects keep, and their endpoints to services of cloud providers.
import { resourcesOf } from "../../core/changes/resources.ts";
import { type EndpointService, eventOfChange, serviceAt } from "./rules/endpoint-service.ts";
import type { OutboundEndpoint } from "./rules/outbound-endpoint.ts";

/** The services by id, each with its endpoints. A deleted one ends a while later. */
export const endpointServices = resourcesOf<EndpointService>({
  kind: "endpointService",
  events: { added: "ENDPOINT_SERVICE_CREATED", replaced: eventOfChange, removed: "ENDPOINT_SERVICE_DELETED" },
  at: serviceAt,
});

/** The endpoints to keys of encryption at rest, by id. A deleted one ends a while later. */
export const keyEndpoints = resourcesOf<OutboundEndpoint>({
  kind: "keyEndpoint",
  events: {
    added: "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_CREATED",
    removed: "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETED",
  },
});

/** The endpoints to the storage of backups, by id, of which Atlas has no events. A deleted one ends a while later. */
export const storageEndpoints = resourcesOf<OutboundEndpoint>({ kind: "storageEndpoint", events: {} });
