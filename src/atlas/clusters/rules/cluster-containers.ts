// The network containers of a project's clusters and private endpoint services: one for each region of AWS and Azure, and one for all of Google Cloud.
import { overlap } from "../../../core/domain/access-entry.ts";
import type { Cluster } from "./cluster.ts";

export interface Container {
  readonly id: string;
  readonly providerName: "AWS" | "AZURE" | "GCP";
  /** The region; absent for Google Cloud. */
  readonly regionName?: string;
  /** Regions of Google Cloud that it is limited to; absent for all. */
  readonly regions?: readonly string[];
  /** Absent where it is the next free one. */
  readonly atlasCidrBlock?: string;
  /** The names of the network of which this is a copy. */
  readonly made?: object;
}

/** A container as it is shown. */
export interface ContainerShown extends Container {
  readonly atlasCidrBlock: string;
  /** True if a cluster or a private endpoint service is in it now. */
  readonly provisioned: boolean;
}

/** Returns an id for each region of a project: its last digits are an FNV-1a hash, so that it never changes. */
function idOf(groupId: string, place: string): string {
  let hash = 0x811c9dc5;
  for (const sign of place) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  return groupId.slice(0, -8) + hash.toString(16).padStart(8, "0");
}

/** Returns the text that tells containers of a project apart. */
export const placeOf = ({
  providerName,
  regionName,
}: Pick<Container, "providerName" | "regionName">): string =>
  regionName === undefined ? providerName : `${providerName} ${regionName}`;

/** A region of a provider in which a cluster or a private endpoint service is. */
export interface Place {
  readonly providerName: Container["providerName"];
  readonly regionName: string;
}

/** Returns the regions of clusters that have machines of their own. */
export const placesOf = (clusters: readonly Cluster[]): Place[] =>
  clusters
    .flatMap((cluster) => (cluster.kind === "FLEX" ? [] : cluster.shards))
    .flatMap(({ regionConfigs }) => regionConfigs)
    .flatMap(({ providerName, regionName }) =>
      providerName === "TENANT" ? [] : [{ providerName: providerName as Place["providerName"], regionName }],
    );

/** Returns the containers of regions, without duplicates. */
export function containersOf(groupId: string, places: readonly Place[]): Container[] {
  const containers = new Map<string, Container>();
  for (const { providerName, regionName } of places) {
    const container = { providerName, ...(providerName !== "GCP" && { regionName }) };
    const place = placeOf(container);
    containers.set(place, { id: idOf(groupId, place), ...container });
  }
  return [...containers.values()];
}

/** The blocks of 2048 addresses: the highest of 192.168.0.0/16 first, as recorded, then those of 10.0.0.0/8. */
const [blocksInNetwork, blockStep, highestBlock] = [32, 8, 248];
function blockOf(nth: number): string {
  const network = nth < blocksInNetwork ? "192.168" : `10.${Math.floor(nth / blocksInNetwork)}`;
  return `${network}.${highestBlock - blockStep * (nth % blocksInNetwork)}.0/21`;
}

type Addressed = Pick<Container, "providerName" | "atlasCidrBlock">;

/** Returns the first block that shares no addresses with others of the provider. */
function freeBlock(providerName: string, others: readonly Addressed[]): string {
  const taken = others.flatMap((each) =>
    each.providerName === providerName ? (each.atlasCidrBlock ?? []) : [],
  );
  let nth = 0;
  while (taken.some((each) => overlap(each, blockOf(nth)))) nth++;
  return blockOf(nth);
}

/** Gives each container that has no addresses the next free ones of its provider. */
export function withBlocks<Of extends Container>(
  containers: readonly Of[],
  others: readonly Addressed[] = [],
): (Of & Pick<ContainerShown, "atlasCidrBlock">)[] {
  const taken: Addressed[] = [...others, ...containers];
  return containers.map((container) => {
    const { providerName, atlasCidrBlock = freeBlock(providerName, taken) } = container;
    taken.push({ providerName, atlasCidrBlock });
    return { ...container, atlasCidrBlock };
  });
}

/** Returns those of some containers in whose place no other is. */
export const notAmong = (containers: readonly Container[], others: readonly Container[]): Container[] =>
  containers.filter((each) => !others.some((other) => placeOf(other) === placeOf(each)));

/** All containers of a project: those that were kept, and those in use. */
export function showContainers(kept: readonly Container[], inUse: readonly Container[]): ContainerShown[] {
  return withBlocks([...kept, ...notAmong(inUse, kept)]).map((container) => ({
    ...container,
    provisioned: notAmong([container], inUse).length === 0,
  }));
}
