// The feature compatibility version of a cluster, pinned for a while so that its version of MongoDB can go back.
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import { day, type Instant } from "../../../core/domain/instant.ts";
import type { AtlasCluster } from "./cluster.ts";

const longest = 28 * day;

/** The pin of a cluster, while it holds. */
export const pinOf = ({ pin }: AtlasCluster, now: Instant): AtlasCluster["pin"] =>
  pin !== undefined && pin.until > now ? pin : undefined;

/** Pins a cluster to its version until then, or for the longest time. A pin that is there keeps its version. */
export function pinned(
  cluster: AtlasCluster,
  { expirationDate }: { readonly expirationDate?: string },
  now: Instant,
  fault: FaultMaker<"INVALID_ATTRIBUTE">,
): AtlasCluster {
  const { version, since } = pinOf(cluster, now) ?? { version: cluster.majorVersion, since: now };
  const latest = since + longest;
  const until = expirationDate === undefined ? latest : Date.parse(expirationDate);
  if (until > now && until <= latest) return { ...cluster, pin: { version, since, until } };
  const attribute = "expirationDate";
  const description =
    "It must be an instant to come, such as 2027-07-01T00:00:00Z, and at most four weeks after the pin.";
  throw fault("INVALID_ATTRIBUTE", { attribute }, wrongField(attribute, description));
}
