// Private endpoint services of a project and their endpoints, made and deleted alike by requests and seeds.

import type { Changing } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { wrongField } from "../../core/contract/errors.ts";
import type { ClusterSpeed } from "../../core/domain/cluster-speed.ts";
import { stepOf } from "../../core/domain/course.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { addContainers, missingContainers } from "../clusters/containers.ts";
import { endpointServices } from "./kept.ts";
import {
  checkRemoteRegions,
  chooseEndpoint,
  type Endpoint,
  type EndpointService,
  endpointErrors,
  nameOfProvider,
  regionOf,
  type SentEndpoint,
  type SentService,
  serviceErrors,
  stateOfService,
  timeOf,
} from "./rules/endpoint-service.ts";

interface Paced {
  readonly clusterSpeed: ClusterSpeed;
}

/** The attachments of a service at Google Cloud, as recorded, unless the project's limit is set. */
const attachmentsOfService = 6;
const limitOfAttachments = "atlas.project.deployment.privateServiceConnectionsPerRegionGroup";

export const makeServiceErrors = [
  ...serviceErrors,
  "PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION",
] as const;

export async function makeService(
  changing: Changing<(typeof makeServiceErrors)[number]> & Paced,
  group: GroupRef,
  sent: SentService,
): Promise<Resource<EndpointService>> {
  const { tx, newId, fault, clusterSpeed } = changing;
  const { providerName, portMappingEnabled = false, supportedRemoteRegions = null } = sent;
  const regionName = regionOf(sent, fault);
  if (supportedRemoteRegions !== null) {
    checkRemoteRegions({ providerName, regionName }, supportedRemoteRegions, fault);
  }
  if (portMappingEnabled && providerName !== "GCP") {
    const problem = wrongField("portMappingEnabled", "Only services of Google Cloud have it.");
    throw fault("PROVIDER_UNSUPPORTED", { providerName }, problem);
  }
  const all = await endpointServices.all(changing, group);
  const isThere = ({ document }: Resource<EndpointService>) =>
    document.providerName === providerName &&
    document.regionName === regionName &&
    document.portMappingEnabled === portMappingEnabled;
  if (all.some(isThere)) {
    const provider = nameOfProvider(providerName);
    throw fault("PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION", { provider, regionName });
  }
  const limit = (await tx.groupLimits.set(group.id)).get(limitOfAttachments) ?? attachmentsOfService;
  const lacking = await missingContainers(changing, group, [{ providerName, regionName }]);
  const document = {
    providerName,
    regionName,
    supportedRemoteRegions,
    portMappingEnabled,
    attachments: portMappingEnabled ? 1 : limit,
    step: stepOf(clusterSpeed, timeOf(providerName)),
    endpoints: [],
  };
  const made = await endpointServices.add(changing, group, newId(), { document });
  await addContainers(changing, group, lacking);
  return made;
}

export const addEndpointErrors = [
  ...endpointErrors,
  "PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS",
  "PRIVATELINK_INTERFACE_ENDPOINT_ALREADY_EXISTS",
] as const;

export async function addEndpoint(
  changing: Changing<(typeof addEndpointErrors)[number]> & Paced,
  service: Resource<EndpointService>,
  sent: SentEndpoint,
): Promise<Endpoint> {
  const { now, fault, clusterSpeed } = changing;
  const { document, groupId, name: endpointServiceId } = service;
  const chosen = chooseEndpoint(document, sent, fault);
  if (stateOfService(service, now) !== "AVAILABLE") {
    throw fault("PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS", { endpointServiceId });
  }
  // Groups of endpoints at Google Cloud have names, which another service may have too.
  const isNamed = document.providerName === "GCP";
  const others = isNamed ? [service] : await endpointServices.all(changing, { id: groupId });
  const { endpointId } = chosen;
  if (
    others.some(({ document: { endpoints } }) => endpoints.some((each) => each.endpointId === endpointId))
  ) {
    throw fault("PRIVATELINK_INTERFACE_ENDPOINT_ALREADY_EXISTS", { endpointId });
  }
  const endpoint = { ...chosen, createdAt: now, endsAt: null, step: stepOf(clusterSpeed) };
  const endpoints = [...document.endpoints, endpoint];
  await endpointServices.replace(changing, service, { document: { ...document, endpoints } });
  return endpoint;
}

/** Begins to delete an endpoint; it is gone a while later. */
export async function endEndpoint(
  changing: Changing,
  service: Resource<EndpointService>,
  endpoint: Endpoint,
): Promise<void> {
  if (endpoint.endsAt !== null) return;
  const ending = { ...endpoint, endsAt: changing.now + endpoint.step };
  const endpoints = service.document.endpoints.map((each) => (each === endpoint ? ending : each));
  await endpointServices.replace(changing, service, { document: { ...service.document, endpoints } });
}
