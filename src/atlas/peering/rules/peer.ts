// Network peering connections: what each provider wants of one, and the states that it walks through.
import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";
import { toCidr } from "../../../core/domain/access-entry.ts";
import { stateAt, type Walking } from "../../../core/domain/course.ts";
import type { Instant } from "../../../core/domain/instant.ts";

const providers = {
  AWS: {
    event: "PEER",
    members: ["accepterRegionName", "awsAccountId", "routeTableCidrBlock", "vpcId"],
    states: ["INITIATING", "PENDING_ACCEPTANCE", "FINALIZING", "AVAILABLE"],
    ending: "TERMINATING",
  },
  AZURE: {
    event: "AZURE_PEER",
    members: ["azureDirectoryId", "azureSubscriptionId", "resourceGroupName", "vnetName"],
    states: ["ADDING_PEER", "AVAILABLE"],
    ending: "DELETING",
  },
  GCP: {
    event: "GCP_PEER",
    members: ["gcpProjectId", "networkName"],
    states: ["ADDING_PEER", "WAITING_FOR_USER", "AVAILABLE"],
    ending: "DELETING",
  },
} as const;

export type Provider = keyof typeof providers;
type Member = (typeof providers)[Provider]["members"][number];
type PeerState = (typeof providers)[Provider]["states" | "ending"] extends infer State
  ? State extends readonly (infer Each)[]
    ? Each
    : State
  : never;

/** The members that describe the other network to a provider. */
type Other = { readonly [Name in Member]?: string };

export interface Peer extends Other {
  readonly providerName: Provider;
  readonly containerId: string;
  /** Milliseconds that each state before the last one takes. */
  readonly step: number;
}

export interface SentPeer extends Other {
  readonly containerId?: string;
  readonly providerName?: Provider;
}

export const mostPeers = 50;

/** Returns the type of the event of a connection, by its provider. */
export const peerEvent =
  <What extends "CREATED" | "DELETED" | "UPDATED">(what: What) =>
  ({ providerName }: Peer) =>
    `${providers[providerName].event}_${what}` as const;

/** Returns the type of the event of a connection that has become available, which AWS has none of. */
export const activeEvent = (providerName: Provider) =>
  providerName === "AWS" ? undefined : (`${providers[providerName].event}_ACTIVE` as const);

/** Returns the instant from which a connection is available. */
export const activeAt = ({
  document: { providerName, step },
  createdAt,
}: {
  readonly document: Peer;
  readonly createdAt: Instant;
}): Instant => createdAt + (providers[providerName].states.length - 1) * step;

/** Returns the state at an instant of one that is there. */
export const stateOf = (
  { document, ...peer }: { readonly document: Peer } & Omit<Walking, "step">,
  now: Instant,
): PeerState => stateAt<PeerState>(providers[document.providerName], { ...peer, step: document.step }, now);

export const otherErrors = ["INVALID_ATTRIBUTE", "INVALID_ROUTE_TABLE_CIDR"] as const;

/** Returns what a request tells the provider of the other network; refuses members of another provider. */
export function chooseOther(
  providerName: Provider,
  sent: SentPeer,
  fault: FaultMaker<(typeof otherErrors)[number]>,
): Other {
  const members: readonly Member[] = providers[providerName].members;
  const all = Object.values(providers).flatMap(({ members }): readonly Member[] => members);
  const foreign = all.find((name) => sent[name] !== undefined && !members.includes(name));
  if (foreign !== undefined) {
    const description = `It does not belong to a connection of ${providerName}.`;
    throw fault("INVALID_ATTRIBUTE", { attribute: foreign }, wrongField(foreign, description));
  }
  const { routeTableCidrBlock: block } = sent;
  if (block !== undefined && (!block.includes("/") || toCidr(block) === undefined)) {
    const description = "It is no network such as 10.0.0.0/16.";
    throw fault("INVALID_ROUTE_TABLE_CIDR", { block }, wrongField("routeTableCidrBlock", description));
  }
  return Object.fromEntries(
    members.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])),
  );
}

/** Refuses a connection that lacks what its provider has to be told. */
export function requireOther(
  providerName: Provider,
  other: Other,
  fault: FaultMaker<"MISSING_ATTRIBUTE">,
): void {
  const lacking = providers[providerName].members.find((name: Member) => other[name] === undefined);
  if (lacking !== undefined) throw missing(lacking, fault);
}

/** Returns the text that tells connections to networks of a project apart, as policies name them. */
export function networkOf(peer: Other & Pick<Peer, "providerName">): string {
  const { providerName } = peer;
  if (providerName === "AWS") return `aws:${peer.awsAccountId}:${peer.vpcId}`;
  if (providerName === "AZURE") return `azure:${peer.azureSubscriptionId}:${peer.vnetName}`;
  return `gcp:${peer.gcpProjectId}:${peer.networkName}`;
}

export const existingErrors = [
  "PEER_ALREADY_EXISTS",
  "PEER_ALREADY_EXISTS_AZURE",
  "PEER_ALREADY_EXISTS_GCP",
] as const;

/** Returns the refusal of a second connection to a network, which each provider names in its own words. */
export function existing(
  { providerName, ...peer }: Other & Pick<Peer, "providerName">,
  fault: FaultMaker<(typeof existingErrors)[number]>,
) {
  const { awsAccountId = "", azureSubscriptionId = "", gcpProjectId = "" } = peer;
  const { networkName = "", vnetName = "", vpcId = "" } = peer;
  if (providerName === "AWS") return fault("PEER_ALREADY_EXISTS", { awsAccountId, vpcId });
  if (providerName === "AZURE") return fault("PEER_ALREADY_EXISTS_AZURE", { azureSubscriptionId, vnetName });
  return fault("PEER_ALREADY_EXISTS_GCP", { gcpProjectId, networkName });
}

/** Regions of AWS in its own words: `eu-west-1` of EU_WEST_1. */
export const regionAtAws = (regionName: string): string => regionName.toLowerCase().replaceAll("_", "-");
