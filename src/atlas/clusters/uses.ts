// Keeps what clusters have used, for invoices: a row for each period that has ended, because the cluster changed or was deleted.

import type { Writing } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { EnteredGroup } from "../../core/domain/group.ts";
import { day } from "../../core/domain/instant.ts";
import type { Cluster } from "./rules/cluster.ts";
import { useOf } from "./rules/cluster-use.ts";

/** The kind of document of an organization: it outlasts the cluster and its project. */
export const useKind = "clusterUse";

/** Long enough for the invoices of the last twelve months. */
const keptFor = 400 * day;

export interface Using extends Writing {
  readonly group: Pick<EnteredGroup, "id" | "orgId" | "name">;
}

/** Keeps the use of a cluster since its nodes last changed. */
export function keepUse({ tx, now, newId, group }: Using, cluster: Resource<Cluster>): void {
  const use = useOf(cluster, group.name, now);
  if (use === undefined || use.from >= now) return;
  const id = newId();
  const row = { id, orgId: group.orgId, kind: useKind, name: id, createdAt: now, endsAt: now + keptFor };
  tx.documents.add({ ...row, document: use });
}
