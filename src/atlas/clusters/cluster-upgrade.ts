// Upgrades a cluster on shared machines to another kind, under the same name and address.

import type { Changing } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { wrongField } from "../../core/contract/errors.ts";
import type { SentCluster } from "../../core/domain/sent.ts";
import { bind } from "../backups/backups.ts";
import { findPolicy } from "../backups/policy.ts";
import { backedUpFrom } from "../backups/rules/snapshot.ts";
import { type Codes, changeErrors, changeTo, type Paced } from "./cluster-life.ts";
import { makeErrors, newCluster } from "./clusters.ts";
import { type AtlasCluster, type Cluster, type FlexCluster, isTenant } from "./rules/cluster.ts";
import { fromLegacy } from "./rules/cluster-legacy.ts";
import { checkRegion } from "./rules/region.ts";
import type { Using } from "./uses.ts";

export const upgradeErrors = [...changeErrors, ...makeErrors, "CLUSTER_NOT_FOUND"] as const;
type Upgrading = Changing<Codes<typeof upgradeErrors>> & Paced & Using;

/** Returns a cluster as it was, but UPDATING, while it becomes another kind. */
export const upgrading = <Document extends Cluster>(
  { document }: Resource<Document>,
  after: Resource<Cluster>,
): Resource<Document> => ({ ...after, document: { ...document, change: after.document.change } });

/** Upgrades a free or flex cluster to one with its own machines, or a free one to flex. */
export async function upgradeCluster(
  changing: Upgrading,
  before: Resource<Cluster>,
  body: SentCluster,
): Promise<Resource<Cluster>> {
  const { fault } = changing;
  const { document, name } = before;
  const refused = (why: string) =>
    fault("INVALID_CLUSTER_CONFIGURATION", {}, wrongField("name", `Cluster ${name} ${why}.`));
  if (document.kind === "CLUSTER" && !isTenant(document)) throw refused("shares no machines");
  if (body.providerSettings?.providerName === "FLEX") {
    if (document.kind === "FLEX") throw refused("is a flex cluster already");
    return changeTo<Cluster>(changing, before, flexOf(document, body.providerSettings, fault));
  }
  const there = document.kind === "CLUSTER" ? document.majorVersion : null;
  const after = newCluster(changing, fromLegacy(body, null), there, settingsOf(document));
  const upgraded = await changeTo<AtlasCluster>(
    changing,
    before as Resource<AtlasCluster>,
    backedUpFrom(after, changing.now),
  );
  const policy = isTenant(after) ? undefined : await findPolicy(changing, { id: before.groupId });
  return policy === undefined ? upgraded : bind(changing, upgraded, policy.document);
}

const settingsOf = (cluster: Cluster) => {
  if (cluster.kind === "CLUSTER") return cluster.settings;
  const { tags, terminationProtectionEnabled } = cluster;
  return { tags, terminationProtectionEnabled };
};

/** Returns the flex cluster that a free cluster becomes, in the same region if the request names none. */
function flexOf(
  { change, settings, shards }: AtlasCluster,
  sent: NonNullable<SentCluster["providerSettings"]>,
  fault: Upgrading["fault"],
): FlexCluster {
  const there = shards[0]?.regionConfigs[0];
  const { backingProviderName = there?.backingProviderName ?? "AWS", regionName = there?.regionName ?? "" } =
    sent;
  checkRegion(backingProviderName, regionName, "providerSettings.regionName", fault);
  const { tags, terminationProtectionEnabled } = settings;
  return { kind: "FLEX", change, backingProviderName, regionName, tags, terminationProtectionEnabled };
}
