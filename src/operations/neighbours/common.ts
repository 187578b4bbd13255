// What neighbours of the access plane share: paths, tags, the slow-operation threshold, and empty pages.
import type { EnteredGroup } from "../../domain/group.ts";
import type { Writes } from "../../store/store.ts";
import { type FaultMaker, neighbourSets, object, Page, type Reads, Type } from "../declare.ts";

export const slowMsPath = "/api/atlas/v2/groups/{groupId}/managedSlowMs";

export const performanceAdvisor = {
  tag: "Performance Advisor",
  limit: neighbourSets.performanceAdvisor,
  neighbour: true,
} as const;

export const clusters = { tag: "Clusters", neighbour: true } as const;

/** Paths that are not published; tools ask for plain JSON there. */
export const unlisted = {
  tag: "Private",
  limit: neighbourSets.unlisted,
  neighbour: true,
  without: ["envelope", "pretty"],
} as const;

/** Kept in the document of the project's settings, whose answers leave it out. */
interface SlowMsSetting {
  readonly isManagedSlowMsEnabled?: boolean;
}

/** Whether Atlas would choose the threshold of slow operations; it does in a new project. */
export async function readSlowMs(tx: Reads, group: EnteredGroup): Promise<boolean> {
  const kept: SlowMsSetting | undefined = await tx.groups.document(group.id, "settings");
  return kept?.isManagedSlowMsEnabled ?? true;
}

export async function writeSlowMs(tx: Writes, group: EnteredGroup, isManagedSlowMsEnabled: boolean) {
  const kept = await tx.groups.document(group.id, "settings");
  await tx.groups.writeDocument(group.id, "settings", { ...kept, isManagedSlowMsEnabled });
}

export const flexClusters = {
  tag: "Flex Clusters",
  limit: neighbourSets.flexClusters,
  neighbour: true,
} as const;

export const clusterName = Type.String({
  pattern: "^[a-zA-Z0-9][a-zA-Z0-9-]*$",
  checkedByRule: true,
  description: "Name of the cluster.",
});

export const Nothing = (id: string) =>
  object(id, {}, { description: "Never answered: there are none here." });

export const NoPage = (item: string, id: string) => Page(Nothing(item), id);

/** Refuses as recorded: there are no clusters. */
export async function noCluster({
  group,
  params,
  fault,
}: {
  readonly group: Pick<EnteredGroup, "id">;
  readonly params: { readonly clusterName: string };
  readonly fault: FaultMaker<"CLUSTER_NOT_FOUND">;
}): Promise<Record<never, never>> {
  throw fault("CLUSTER_NOT_FOUND", { name: params.clusterName, groupId: group.id });
}
