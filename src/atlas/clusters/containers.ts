// Network containers of a project: created with the first cluster of a region, and kept when its last cluster is deleted.

import type { Changing, Reading } from "../../core/changes/changing.ts";
import { clusters, containers } from "./kept.ts";
import type { Cluster } from "./rules/cluster.ts";
import {
  type Container,
  type ContainerShown,
  containersOf,
  notAmong,
  showContainers,
  withBlocks,
} from "./rules/cluster-containers.ts";

interface Group {
  readonly id: string;
}

const keptIn = async (looking: Reading, group: Group): Promise<Container[]> =>
  (await containers.all(looking, group)).map(({ document }) => document);

/** Finds the containers of a cluster that are not stored yet. */
export async function missingContainers(
  looking: Reading,
  group: Group,
  cluster: Cluster,
): Promise<Container[]> {
  const wanted = containersOf(group.id, [cluster]);
  if (wanted.length === 0) return [];
  const kept = await keptIn(looking, group);
  return withBlocks(notAmong(wanted, kept), kept);
}

export async function addContainers(
  changing: Changing,
  group: Group,
  missing: readonly Container[],
): Promise<void> {
  for (const container of missing) {
    await containers.insert(changing, group, container.id, { document: container });
  }
}

export async function containersIn(looking: Reading, group: Group): Promise<ContainerShown[]> {
  const [there, kept] = await Promise.all([clusters.all(looking, group), keptIn(looking, group)]);
  return showContainers(
    kept,
    containersOf(
      group.id,
      there.map(({ document }) => document),
    ),
  );
}
