// Private endpoints for federated databases and online archives: what a request must name, and their states.
import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";
import { type Course, stateAt, type Walking } from "../../../core/domain/course.ts";
import type { Instant } from "../../../core/domain/instant.ts";

/** The members that a request may give one. */
interface Given {
  readonly provider?: "AWS" | "AZURE";
  readonly comment?: string;
  readonly region?: string;
  readonly customerEndpointDNSName?: string;
  readonly customerEndpointIPAddress?: string;
  readonly azureLinkId?: string;
}

export interface NetworkEndpoint extends Given {
  readonly provider: "AWS" | "AZURE";
  /** Milliseconds until a deleted one is gone. */
  readonly step: number;
}

export interface SentNetworkEndpoint extends Given {
  readonly endpointId?: string;
}

const course: Course<"OK" | "DELETING"> = { states: ["OK"], ending: "DELETING" };

/** Returns the state at an instant: one is ready at once, as recorded. */
export const stateOfNetworkEndpoint = (
  { document, ...endpoint }: { readonly document: NetworkEndpoint } & Omit<Walking, "step">,
  now: Instant,
) => stateAt(course, { ...endpoint, step: document.step }, now);

export const networkEndpointErrors = ["INVALID_ATTRIBUTE", "MISSING_ATTRIBUTE"] as const;

const members = [
  "azureLinkId",
  "comment",
  "customerEndpointDNSName",
  "customerEndpointIPAddress",
  "region",
] as const;

/** Returns the id and what is kept of an endpoint. */
export function chooseNetworkEndpoint(
  sent: SentNetworkEndpoint,
  fault: FaultMaker<(typeof networkEndpointErrors)[number]>,
): { readonly endpointId: string; readonly document: Omit<NetworkEndpoint, "step"> } {
  const { endpointId, provider = "AWS" } = sent;
  if (endpointId === undefined) throw missing("endpointId", fault);
  if (provider === "AWS" && !/^vpce-[0-9a-f]{17}$/.test(endpointId)) {
    const problem = wrongField("endpointId", "It is not vpce- and 17 hexadecimal digits.");
    throw fault("INVALID_ATTRIBUTE", { attribute: "endpointId" }, problem);
  }
  const given = members.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]]));
  return { endpointId, document: { provider, ...Object.fromEntries(given) } };
}
