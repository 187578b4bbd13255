// Operations on the private endpoint services of a project, and on their endpoints.

import type { PrivateLinkEndpoint, EndpointService as ServiceReply } from "../../client/api.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import type { FaultMaker, Instant } from "../../core/operations/declare.ts";
import { keeping, type Seen } from "../../core/operations/keeping.ts";
import { toUuid } from "../provider-access/rules/provider-access.ts";
import { cloudRegion } from "../resource-policies/rules/region-names.ts";
import { endpointServices } from "./kept.ts";
import {
  addEndpoint,
  addEndpointErrors,
  endEndpoint,
  makeService,
  makeServiceErrors,
} from "./private-endpoints.ts";
import {
  checkRemoteRegions,
  connectionNameOf,
  type Endpoint,
  type EndpointService,
  serviceErrors,
  stateOfEndpoint,
  stateOfService,
} from "./rules/endpoint-service.ts";

/** Returns the members that a service has at its provider, made of its id: nothing is created there. */
function atProvider({ name: id, groupId, document }: Seen<EndpointService>, isMade: boolean) {
  const ids = document.endpoints.map(({ endpointId }) => endpointId);
  const region = cloudRegion(document.providerName, document.regionName);
  if (document.providerName === "AWS") {
    return {
      endpointServiceName: isMade ? `com.amazonaws.vpce.${region}.vpce-svc-0${id.slice(-16)}` : null,
      interfaceEndpoints: ids,
      supportedRemoteRegions: document.supportedRemoteRegions,
    };
  }
  if (document.providerName === "AZURE") {
    const name = `pls_${id}`;
    const place = `/subscriptions/${toUuid(`${id}${id}`)}/resourceGroups/rg_${id}_${id.slice(-8)}`;
    return {
      privateEndpoints: ids,
      privateLinkServiceName: isMade ? name : null,
      privateLinkServiceResourceId: isMade
        ? `${place}/providers/Microsoft.Network/privateLinkServices/${name}`
        : null,
    };
  }
  const attachment = `projects/p-${groupId}/regions/${region}/serviceAttachments/sa-${region}-${groupId}`;
  const count = isMade ? document.attachments : 0;
  return {
    endpointGroupNames: ids,
    portMappingEnabled: document.portMappingEnabled,
    serviceAttachmentNames: Array.from({ length: count }, (_, nth) => `${attachment}-${nth}`),
  };
}

function showService(service: Seen<EndpointService>): ServiceReply {
  const { name, document, now } = service;
  const status = stateOfService(service, now);
  return sortMembers({
    cloudProvider: document.providerName,
    errorMessage: null,
    id: name,
    regionName: document.regionName,
    status,
    ...atProvider(service, status !== "INITIATING"),
  }) as ServiceReply;
}

const absent = "PRIVATE_ENDPOINT_SERVICE_NOT_FOUND";

const services = keeping(endpointServices, {
  by: "endpointServiceId",
  absent,
  isBelow: ({ providerName }, { cloudProvider = providerName }) => cloudProvider === providerName,
  show: showService,
  goneAt: ({ document, now }) => now + document.step,
});

export const listGroupPrivateEndpointEndpointService = services.all(
  "listGroupPrivateEndpointEndpointService",
);

export const getGroupPrivateEndpointEndpointService = services.get("getGroupPrivateEndpointEndpointService");

export const createGroupPrivateEndpointEndpointService = services.create(
  "createGroupPrivateEndpointEndpointService",
  { errors: [...makeServiceErrors], needs: ["clusterSpeed"] },
  (context) => makeService(context, context.group, context.body),
);

export const updateGroupPrivateEndpointEndpointService = services.update(
  "updateGroupPrivateEndpointEndpointService",
  { errors: [...serviceErrors] },
  ({ body: { supportedRemoteRegions }, fault }, { document }) => {
    if (supportedRemoteRegions === undefined) return document;
    checkRemoteRegions(document, supportedRemoteRegions ?? [], fault);
    return { ...document, supportedRemoteRegions };
  },
);

export const deleteGroupPrivateEndpointEndpointService = services.remove(
  "deleteGroupPrivateEndpointEndpointService",
  { errors: ["CANNOT_DELETE_PRIVATELINK_WITH_ENDPOINTS"] },
  async ({ fault, params: { endpointServiceId } }, { document }) => {
    if (document.endpoints.length === 0) return;
    throw fault("CANNOT_DELETE_PRIVATELINK_WITH_ENDPOINTS", { endpointServiceId });
  },
);

interface EndpointSeen {
  readonly service: EndpointService;
  readonly endpoint: Endpoint;
  readonly now: Instant;
}

/** Shows an endpoint with the members of its provider. */
function showEndpoint({ service, endpoint, now }: EndpointSeen): PrivateLinkEndpoint {
  const { providerName, portMappingEnabled } = service;
  const { endpointId, endsAt, privateEndpointIPAddress, gcpProjectId, endpoints = [] } = endpoint;
  const status = stateOfEndpoint(providerName, endpoint, now);
  const shared = { cloudProvider: providerName, deleteRequested: endsAt !== null, errorMessage: null };
  const members = {
    AWS: { connectionStatus: status, interfaceEndpointId: endpointId },
    AZURE: {
      privateEndpointConnectionName: connectionNameOf(endpoint),
      privateEndpointIPAddress,
      privateEndpointResourceId: endpointId,
      status,
    },
    GCP: {
      endpointGroupName: endpointId,
      endpoints: endpoints.map(({ endpointName, ipAddress }) => ({
        endpointName,
        ipAddress,
        status: status === "VERIFIED" ? "INITIATING" : status,
      })),
      gcpProjectId,
      portMappingEnabled,
      status,
    },
  };
  return sortMembers({ ...shared, ...members[providerName] }) as PrivateLinkEndpoint;
}

/** Finds the endpoint that the path names; clients expect the code of a missing service if it is missing. */
function endpointOf(
  { params: { endpointId }, fault }: { params: { endpointId: string }; fault: FaultMaker<typeof absent> },
  { groupId, document }: Resource<EndpointService>,
): Endpoint {
  const found = document.endpoints.find((each) => each.endpointId === endpointId);
  if (found === undefined) throw fault(absent, { endpointServiceId: endpointId, groupId });
  return found;
}

export const getGroupPrivateEndpointEndpointServiceEndpoint = atlas(
  "getGroupPrivateEndpointEndpointServiceEndpoint",
  { errors: [absent] },
).handle(async (context) => {
  const service = await services.find(context);
  return { service: service.document, endpoint: endpointOf(context, service), now: context.now };
}, showEndpoint);

export const createGroupPrivateEndpointEndpointServiceEndpoint = atlas(
  "createGroupPrivateEndpointEndpointServiceEndpoint",
  { locks: "group", errors: [...addEndpointErrors, absent], needs: ["clusterSpeed"] },
).handle(async (context) => {
  const service = await services.find(context);
  const endpoint = await addEndpoint(context, service, context.body);
  return { service: service.document, endpoint, now: context.now };
}, showEndpoint);

export const deleteGroupPrivateEndpointEndpointServiceEndpoint = atlas(
  "deleteGroupPrivateEndpointEndpointServiceEndpoint",
  { locks: "group", errors: [absent] },
).handle(async (context) => {
  const service = await services.find(context);
  await endEndpoint(context, service, endpointOf(context, service));
});
