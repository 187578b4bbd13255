// Private endpoint services, and the endpoints of a provider's network that lead to them: what each provider wants, and the
// states that they walk through.
import { type ProviderName, regions } from "../../../core/contract/cluster-hardware.ts";
import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";
import { type Course, stateAt } from "../../../core/domain/course.ts";
import { type Instant, second } from "../../../core/domain/instant.ts";
import { checkRegion } from "../../clusters/rules/region.ts";
import { cloudRegion } from "../../resource-policies/rules/region-names.ts";

interface Rules {
  /** The name in refusals. */
  readonly word: string;
  /** The time that a service takes to be available at Atlas, as recorded. */
  readonly time: number;
  /** The members of an endpoint that a request must have; the first is its id. */
  readonly needs: readonly [keyof SentEndpoint, ...(keyof SentEndpoint)[]];
  /** The form of the ids, if they have one. */
  readonly id?: RegExp;
  readonly course: Course<EndpointState>;
}

const resourceId =
  /^\/subscriptions\/([0-9a-f-]{36})\/resource[gG]roups\/([-\w.()]+)\/providers\/Microsoft\.Network\/privateEndpoints\/([-\w.()]+)$/;

const rulesOf: Readonly<Record<ProviderName, Rules>> = {
  AWS: {
    word: "AWS",
    time: 140 * second,
    needs: ["id"],
    id: /^vpce-[0-9a-f]{17}$/,
    course: { states: ["PENDING_ACCEPTANCE", "PENDING", "AVAILABLE"], ending: "DELETING" },
  },
  AZURE: {
    word: "Azure",
    time: 55 * second,
    needs: ["id", "privateEndpointIPAddress"],
    id: resourceId,
    course: { states: ["INITIATING", "AVAILABLE"], ending: "DELETING" },
  },
  GCP: {
    word: "GCP",
    time: 255 * second,
    needs: ["endpointGroupName", "gcpProjectId", "endpoints"],
    course: { states: ["INITIATING", "VERIFIED", "AVAILABLE"], ending: "DELETING" },
  },
};

/** Returns the time that a service of a provider takes to be available at Atlas. */
export const timeOf = (providerName: ProviderName): number => rulesOf[providerName].time;

type EndpointState = "PENDING_ACCEPTANCE" | "PENDING" | "INITIATING" | "VERIFIED" | "AVAILABLE" | "DELETING";

interface ForwardingRule {
  readonly endpointName?: string;
  readonly ipAddress?: string;
}

/** The members that a provider wants of an endpoint. */
interface AtProvider {
  readonly privateEndpointIPAddress?: string;
  readonly gcpProjectId?: string;
  readonly endpoints?: readonly ForwardingRule[];
}

export interface Endpoint extends AtProvider {
  /** The id at the provider, or the name of the group of endpoints at Google Cloud. */
  readonly endpointId: string;
  readonly createdAt: Instant;
  /** The instant at which it is gone; null unless it is being deleted. */
  readonly endsAt: Instant | null;
  readonly step: number;
}

export interface EndpointService {
  readonly providerName: ProviderName;
  readonly regionName: string;
  /** The regions of AWS from which it may be reached too; null if none was named. */
  readonly supportedRemoteRegions: readonly string[] | null;
  /** True if one attachment of Google Cloud leads to all nodes, by their ports. */
  readonly portMappingEnabled: boolean;
  /** The number of attachments at Google Cloud. */
  readonly attachments: number;
  /** Milliseconds that it takes to be available, or to be gone. */
  readonly step: number;
  readonly endpoints: readonly Endpoint[];
}

export interface SentService {
  readonly providerName: ProviderName;
  readonly region: string;
  readonly portMappingEnabled?: boolean;
  readonly supportedRemoteRegions?: readonly string[] | null;
}

export interface SentEndpoint extends AtProvider {
  readonly id?: string;
  readonly endpointGroupName?: string;
}

/** Removes the endpoints that are gone. */
export const serviceAt = (service: EndpointService, now: Instant): EndpointService => ({
  ...service,
  endpoints: service.endpoints.filter(({ endsAt }) => endsAt === null || endsAt > now),
});

/** Returns the event of a changed service: Atlas writes those of its endpoints. */
export function eventOfChange(before: EndpointService, after: EndpointService) {
  if (after.endpoints.length > before.endpoints.length) return "INTERFACE_ENDPOINT_CREATED";
  const ending = ({ endpoints }: EndpointService) => endpoints.filter(({ endsAt }) => endsAt !== null).length;
  return ending(after) > ending(before) ? "INTERFACE_ENDPOINT_DELETED" : undefined;
}

const ofServices: Course<"INITIATING" | "AVAILABLE" | "DELETING"> = {
  states: ["INITIATING", "AVAILABLE"],
  ending: "DELETING",
};

/** Returns the state of a service at an instant. */
export const stateOfService = (
  {
    document: { step },
    ...service
  }: {
    readonly document: EndpointService;
    readonly createdAt: Instant;
    readonly endsAt: Instant | null;
  },
  now: Instant,
) => stateAt(ofServices, { ...service, step }, now);

/** Returns the state of an endpoint at an instant. */
export const stateOfEndpoint = (providerName: ProviderName, endpoint: Endpoint, now: Instant) =>
  stateAt(rulesOf[providerName].course, endpoint, now);

/** An endpoint through which clusters in a region are reached. */
export interface AvailableEndpoint extends Pick<Endpoint, "endpointId"> {
  readonly providerName: ProviderName;
  readonly regionName: string;
}

/** Returns the endpoints of a service that are available at an instant. */
export const availableEndpoints = (
  { providerName, regionName, endpoints }: EndpointService,
  now: Instant,
): AvailableEndpoint[] =>
  endpoints
    .filter((each) => stateOfEndpoint(providerName, each, now) === "AVAILABLE")
    .map(({ endpointId }) => ({ endpointId, providerName, regionName }));

export const serviceErrors = [
  "CROSS_REGION_PRIVATE_LINK_SELF_REGION",
  "INVALID_ATTRIBUTE",
  "PROVIDER_UNSUPPORTED",
] as const;
type ServiceFault = FaultMaker<(typeof serviceErrors)[number]>;

/** Returns Atlas's name of the region, which a request may also give in the provider's own words. */
export function regionOf({ providerName, region }: SentService, fault: ServiceFault): string {
  const named = regions[providerName].find(
    (each) => each === region || cloudRegion(providerName, each) === region,
  );
  checkRegion(providerName, named ?? region, "region", fault);
  return named ?? region;
}

/** Checks the other regions of a service, which only AWS has. */
export function checkRemoteRegions(
  { providerName, regionName }: Pick<EndpointService, "providerName" | "regionName">,
  remote: readonly string[],
  fault: ServiceFault,
): void {
  const field = "supportedRemoteRegions";
  if (providerName !== "AWS") {
    throw fault(
      "PROVIDER_UNSUPPORTED",
      { providerName },
      wrongField(field, "Only services of AWS have some."),
    );
  }
  for (const each of remote) checkRegion(providerName, each, field, fault);
  if (remote.includes(regionName)) throw fault("CROSS_REGION_PRIVATE_LINK_SELF_REGION", { regionName });
}

export const nameOfProvider = (providerName: ProviderName): string => rulesOf[providerName].word;

export const endpointErrors = [
  "INVALID_ATTRIBUTE",
  "MISSING_ATTRIBUTE",
  "PRIVATELINK_INTERFACE_ENDPOINT_ID_MALFORMED",
] as const;

/** Returns an endpoint as it is kept; refuses one that lacks what its provider has to be told. */
export function chooseEndpoint(
  { providerName, portMappingEnabled }: Pick<EndpointService, "providerName" | "portMappingEnabled">,
  sent: SentEndpoint,
  fault: FaultMaker<(typeof endpointErrors)[number]>,
): AtProvider & Pick<Endpoint, "endpointId"> {
  const { needs, id } = rulesOf[providerName];
  const lacking = needs.find((name) => sent[name] === undefined);
  if (lacking !== undefined) throw missing(lacking, fault);
  const { [needs[0]]: endpointId, ...others } = sent;
  if (id !== undefined && !id.test(String(endpointId))) {
    throw fault("PRIVATELINK_INTERFACE_ENDPOINT_ID_MALFORMED", { endpointId: String(endpointId) });
  }
  if (portMappingEnabled && sent.endpoints?.length !== 1) {
    const description = "A service with port mapping takes one endpoint.";
    throw fault("INVALID_ATTRIBUTE", { attribute: "endpoints" }, wrongField("endpoints", description));
  }
  const kept = Object.entries(others).filter(([name]) => needs.some((each) => each === name));
  return { endpointId: String(endpointId), ...Object.fromEntries(kept) };
}

/** Returns the name of an endpoint's connection at Azure, made of its id. */
export function connectionNameOf({ endpointId }: Endpoint): string {
  const [, subscription, group, name] = resourceId.exec(endpointId) ?? [];
  return [subscription, group, name].join("%2F");
}

/** Returns the text that tells endpoints of a project apart, as policies name them. */
export const nameOfEndpoint = (providerName: ProviderName, { endpointId }: Endpoint): string =>
  `${providerName.toLowerCase()}:${endpointId}`;
