// Network containers of a project: made with the first cluster of a region, and kept when its last one is deleted.
import type { Cluster } from "../domain/cluster.ts";
import { type ContainerShown, containersOf, showContainers } from "../domain/cluster-containers.ts";
import type { Changing, Looking } from "./changing.ts";
import { clusters, containers } from "./resources.ts";

interface Group {
  readonly id: string;
}

/** Keeps the containers that a cluster is in, unless they were kept before. */
export async function keepContainers(changing: Changing, group: Group, cluster: Cluster): Promise<void> {
  const wanted = containersOf(group.id, [cluster]);
  if (wanted.length === 0) return;
  const kept = new Set((await containers.all(changing, group)).map(({ name }) => name));
  for (const container of wanted.filter(({ id }) => !kept.has(id))) {
    await containers.insert(changing, group, container.id, { document: container });
  }
}

export async function containersIn(
  looking: Pick<Looking, "tx" | "now">,
  group: Group,
): Promise<ContainerShown[]> {
  const [there, kept] = await Promise.all([clusters.all(looking, group), containers.all(looking, group)]);
  const documents = there.map(({ document }) => document);
  return showContainers(
    kept.map(({ document }) => document),
    containersOf(group.id, documents),
  );
}
