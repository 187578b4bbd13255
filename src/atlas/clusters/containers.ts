// Network containers of a project: created with the first cluster or private endpoint service of a region, and kept
// when the last one is deleted.

import type { Changing, Reading } from "../../core/changes/changing.ts";
import { endpointServices } from "../private-endpoints/kept.ts";
import { clusters, containers } from "./kept.ts";
import {
  type Container,
  type ContainerShown,
  containersOf,
  notAmong,
  type Place,
  placesOf,
  showContainers,
  withBlocks,
} from "./rules/cluster-containers.ts";

interface Group {
  readonly id: string;
}

const keptIn = async (looking: Reading, group: Group): Promise<Container[]> =>
  (await containers.all(looking, group)).map(({ document }) => document);

/** Finds the containers of regions that are not stored yet. */
export async function missingContainers(
  looking: Reading,
  group: Group,
  places: readonly Place[],
): Promise<Container[]> {
  const wanted = containersOf(group.id, places);
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
  const [there, services, kept] = await Promise.all([
    clusters.all(looking, group),
    endpointServices.all(looking, group),
    keptIn(looking, group),
  ]);
  const places = placesOf(there.map(({ document }) => document));
  const inUse = containersOf(group.id, [...places, ...services.map(({ document }) => document)]);
  return showContainers(kept, inUse);
}
