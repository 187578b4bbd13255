// Containers and peering connections of a project, made and changed alike by requests and seeds.

import type { Changing, Looking, Reading } from "../../core/changes/changing.ts";
import { expectEvent, type Resource } from "../../core/changes/resources.ts";
import { missing, wrongField } from "../../core/contract/errors.ts";
import { overlap } from "../../core/domain/access-entry.ts";
import type { ClusterSpeed } from "../../core/domain/cluster-speed.ts";
import { stepOf } from "../../core/domain/course.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { containersIn } from "../clusters/containers.ts";
import { containers } from "../clusters/kept.ts";
import type { Container, ContainerShown } from "../clusters/rules/cluster-containers.ts";
import { notAmong, withBlocks } from "../clusters/rules/cluster-containers.ts";
import { peers } from "./kept.ts";
import { blockErrors, checkBlock, choosePlace, placeErrors, type SentContainer } from "./rules/container.ts";
import {
  activeAt,
  activeEvent,
  chooseOther,
  existing,
  existingErrors,
  mostPeers,
  networkOf,
  otherErrors,
  type Peer,
  regionAtAws,
  requireOther,
  type SentPeer,
} from "./rules/peer.ts";

/** Lists the containers of a project. One of Google Cloud is provisioned with its first connection. */
export async function allContainers(looking: Reading, group: GroupRef): Promise<ContainerShown[]> {
  const [all, connected] = await Promise.all([containersIn(looking, group), peers.all(looking, group)]);
  const peered = new Set(connected.map(({ document }) => document.containerId));
  return all.map((each) => ({
    ...each,
    provisioned: each.provisioned || (each.providerName === "GCP" && peered.has(each.id)),
  }));
}

const absent = "CLOUD_PROVIDER_CONTAINER_NOT_FOUND";

export async function findContainer(
  looking: Looking<typeof absent>,
  group: GroupRef,
  containerId: string,
): Promise<ContainerShown> {
  const found = (await allContainers(looking, group)).find(({ id }) => id === containerId);
  if (found === undefined) throw looking.fault(absent, { containerId, groupId: group.id });
  return found;
}

export const makeContainerErrors = [...blockErrors, ...placeErrors, "CONTAINER_ALREADY_EXISTS"] as const;

export async function makeContainer(
  changing: Changing<(typeof makeContainerErrors)[number]>,
  group: GroupRef,
  sent: SentContainer,
  id: string = changing.newId(),
): Promise<ContainerShown> {
  const { fault } = changing;
  const asked: Container = { id, ...choosePlace(sent, fault) };
  const all = await allContainers(changing, group);
  if (notAmong([asked], all).length === 0) throw fault("CONTAINER_ALREADY_EXISTS", { groupId: group.id });
  const { atlasCidrBlock } = sent;
  if (atlasCidrBlock === undefined && asked.providerName !== "AWS") throw missing("atlasCidrBlock", fault);
  if (atlasCidrBlock !== undefined) checkBlock(asked, atlasCidrBlock, all, fault);
  const [document] = withBlocks([{ ...asked, ...(atlasCidrBlock !== undefined && { atlasCidrBlock }) }], all);
  if (document === undefined) throw new Error("a container has lost its addresses");
  await containers.add(changing, group, id, { document });
  return { ...document, provisioned: false };
}

const inUse = "CONTAINERS_IN_USE";

/** Refuses to change a container that clusters or connections use. */
async function refuseUsed(
  looking: Looking<typeof inUse>,
  group: GroupRef,
  { id, provisioned }: ContainerShown,
): Promise<void> {
  const isPeered = (await peers.all(looking, group)).some(({ document }) => document.containerId === id);
  if (provisioned || isPeered) throw looking.fault(inUse, {});
}

export const changeContainerErrors = [
  ...blockErrors,
  absent,
  "CANNOT_CHANGE_CONTAINER_REGION",
  "CONTAINER_ALREADY_EXISTS",
  inUse,
] as const;

export async function changeContainer(
  changing: Changing<(typeof changeContainerErrors)[number]>,
  group: GroupRef,
  containerId: string,
  sent: SentContainer,
): Promise<ContainerShown> {
  const { fault } = changing;
  const before = await findContainer(changing, group, containerId);
  const { providerName = before.providerName, regionName = sent.region } = sent;
  const isElsewhere = regionName !== undefined && regionName !== before.regionName;
  const isOther = providerName !== before.providerName;
  if (isOther || (isElsewhere && before.provisioned)) throw fault("CANNOT_CHANGE_CONTAINER_REGION", {});
  const { atlasCidrBlock = before.atlasCidrBlock } = sent;
  if (atlasCidrBlock === before.atlasCidrBlock && !isElsewhere) return before;
  await refuseUsed(changing, group, before);
  const others = (await allContainers(changing, group)).filter(({ id }) => id !== containerId);
  const moved = isElsewhere ? { ...before, ...choosePlace({ ...sent, providerName }, fault) } : before;
  if (notAmong([moved], others).length === 0) throw fault("CONTAINER_ALREADY_EXISTS", { groupId: group.id });
  checkBlock(moved, atlasCidrBlock, others, fault);
  const { provisioned, ...document } = { ...moved, atlasCidrBlock };
  const kept = await containers.find(changing, group, containerId);
  if (kept !== undefined) await containers.replace(changing, kept, { document });
  return { ...document, provisioned };
}

export async function removeContainer(
  changing: Changing<typeof absent | typeof inUse>,
  group: GroupRef,
  containerId: string,
): Promise<void> {
  await refuseUsed(changing, group, await findContainer(changing, group, containerId));
  const kept = await containers.find(changing, group, containerId);
  if (kept !== undefined) await containers.remove(changing, kept);
}

export const routeErrors = ["OVERLAPPING_ATLAS_CIDR_BLOCK", "OVERLAPPING_CIDR_BLOCK"] as const;

/** Refuses a route to addresses that the container has itself, or to which another connection of it leads. */
export async function checkRoute(
  looking: Looking<(typeof routeErrors)[number]>,
  group: GroupRef,
  { containerId, routeTableCidrBlock: block }: Pick<Peer, "containerId" | "routeTableCidrBlock">,
  id?: string,
): Promise<void> {
  if (block === undefined) return;
  const field = (why: string) => wrongField("routeTableCidrBlock", why);
  const [all, connected] = await Promise.all([allContainers(looking, group), peers.all(looking, group)]);
  const own = all.find((each) => each.id === containerId)?.atlasCidrBlock;
  if (own !== undefined && overlap(own, block)) {
    throw looking.fault(
      "OVERLAPPING_ATLAS_CIDR_BLOCK",
      { block, other: own },
      field("It is that of the container."),
    );
  }
  const isTaken = connected.some(
    ({ name, document }) =>
      name !== id &&
      document.containerId === containerId &&
      document.routeTableCidrBlock !== undefined &&
      overlap(document.routeTableCidrBlock, block),
  );
  if (isTaken) {
    throw looking.fault("OVERLAPPING_CIDR_BLOCK", { block }, field("Another connection leads there."));
  }
}

export const makePeerErrors = [
  ...otherErrors,
  ...routeErrors,
  absent,
  "MISSING_ATTRIBUTE",
  ...existingErrors,
  "PEER_MAXIMUM_REACHED",
] as const;

export async function makePeer(
  changing: Changing<(typeof makePeerErrors)[number]> & { readonly clusterSpeed: ClusterSpeed },
  group: GroupRef,
  sent: SentPeer,
  id: string = changing.newId(),
): Promise<Resource<Peer>> {
  const { fault, clusterSpeed } = changing;
  const { containerId, providerName = "AWS" } = sent;
  if (containerId === undefined) throw missing("containerId", fault);
  const container = await findContainer(changing, group, containerId);
  if (container.providerName !== providerName) {
    const description = `It is a container of ${container.providerName}.`;
    throw fault("INVALID_ATTRIBUTE", { attribute: "containerId" }, wrongField("containerId", description));
  }
  const chosen = chooseOther(providerName, sent, fault);
  requireOther(providerName, chosen, fault);
  const { accepterRegionName, ...other } = chosen;
  const isBeside = accepterRegionName === regionAtAws(container.regionName ?? "");
  const document = {
    providerName,
    containerId,
    ...other,
    // Only a region that is not the container's is shown.
    ...(accepterRegionName !== undefined && !isBeside && { accepterRegionName }),
    step: stepOf(clusterSpeed),
  };
  const network = networkOf(document);
  const all = await peers.all(changing, group);
  if (all.some((each) => each.document.containerId === containerId && networkOf(each.document) === network)) {
    throw existing(document, fault);
  }
  await checkRoute(changing, group, document);
  if (all.length >= mostPeers) throw fault("PEER_MAXIMUM_REACHED", { groupId: group.id, limit: mostPeers });
  const peer = await peers.add(changing, group, id, { document });
  const type = activeEvent(providerName);
  if (type !== undefined) await expectEvent(changing, peer, { type }, activeAt(peer));
  return peer;
}
