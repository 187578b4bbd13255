// The pinned feature compatibility version of a cluster, which allows its MongoDB version to be downgraded for a while.
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import { day, type Instant } from "../../../core/domain/instant.ts";
import type { AtlasCluster } from "./cluster.ts";

const longest = 28 * day;

/** Returns the pin of a cluster; undefined once it has expired. */
export const pinOf = ({ pin }: AtlasCluster, now: Instant): AtlasCluster["pin"] =>
  pin !== undefined && pin.until > now ? pin : undefined;

/** Pins a cluster to its version until an instant, or for the longest time. An existing pin keeps its version. */
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
