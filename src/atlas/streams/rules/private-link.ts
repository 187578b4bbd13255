// Private links of stream processing to services of a vendor: what each vendor's needs, and the states that they walk through.

import type { StreamsPrivateLinkConnectionRequest } from "../../../client/api.ts";
import { type FaultMaker, missing } from "../../../core/contract/errors.ts";
import { walkedTo } from "../../../core/domain/course.ts";
import type { Instant } from "../../../core/domain/instant.ts";
import type { Sent } from "../../../core/domain/sent.ts";
import { refuseMember } from "./workspace.ts";

export type SentLink = Sent<StreamsPrivateLinkConnectionRequest>;

export interface PrivateLink extends SentLink {
  readonly vendor: string;
  /** The instant from which its states are counted. */
  readonly changedAt: Instant;
  /** Milliseconds that each state before the last one takes. */
  readonly step: number;
}

const providers = ["AWS", "AZURE", "GCP"];
const usualVendor = "GENERIC";
const clusterArn = "arn:aws:kafka";

/** The members that a link to each vendor needs; others need none that is known. */
const needs: Readonly<Record<string, readonly (keyof SentLink)[]>> = {
  AZURE_BLOB_STORAGE: ["region", "serviceEndpointId", "dnsDomain"],
  CONFLUENT: ["region"],
  MSK: ["arn"],
  PUBSUB: ["region"],
  S3: ["region", "serviceEndpointId"],
};

export const linkErrors = ["INVALID_ATTRIBUTE", "MISSING_ATTRIBUTE"] as const;

/** Returns the members of a new link: its provider in capitals, in whatever case it is sent. */
export function chooseLink(
  sent: SentLink,
  fault: FaultMaker<(typeof linkErrors)[number]>,
): Omit<PrivateLink, "changedAt" | "step"> {
  const { vendor = usualVendor } = sent;
  const provider = sent.provider.toUpperCase();
  if (!providers.includes(provider)) {
    throw refuseMember(fault, "provider", `The value must be one of ${providers.join(", ")}.`);
  }
  if (sent.arn !== undefined && !sent.arn.startsWith(clusterArn)) {
    throw refuseMember(fault, "arn", `It does not begin with ${clusterArn}.`);
  }
  const lacking = needs[vendor]?.find((name) => sent[name] === undefined);
  if (lacking !== undefined) throw missing(lacking, fault);
  const dnsDomain = vendor === "PUBSUB" ? `${sent.region}-pubsub.googleapis.com` : sent.dnsDomain;
  return { ...sent, ...(dnsDomain && { dnsDomain }), provider, vendor };
}

const identifying = [
  "provider",
  "region",
  "vendor",
  "serviceEndpointId",
  "arn",
  "gcpServiceAttachmentUris",
] as const;

/** Reports whether two links lead to the same service. */
export const isSameService = (one: SentLink, other: SentLink): boolean =>
  identifying.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));

/** The time from a request for a deletion until a link is gone: two states. */
export const timeToDelete = ({ step }: Pick<PrivateLink, "step">): number => 2 * step;

export type LinkState = "IDLE" | "WORKING" | "DONE" | "DELETE_REQUESTED" | "DELETING";

/** Returns the state at an instant. */
export function stateOfLink(
  { document, endsAt }: { readonly document: PrivateLink; readonly endsAt: Instant | null },
  now: Instant,
): LinkState {
  const { step, changedAt } = document;
  if (endsAt === null) {
    return walkedTo<LinkState>(["IDLE", "WORKING", "DONE"], { createdAt: changedAt, step }, now);
  }
  const requestedAt = endsAt - timeToDelete(document);
  return walkedTo<LinkState>(["DELETE_REQUESTED", "DELETING"], { createdAt: requestedAt, step }, now);
}
