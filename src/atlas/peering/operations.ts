// Operations on the network containers of a project, and on their peering connections.

import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf } from "../../core/operations/declare.ts";
import { keeping, type Seen } from "../../core/operations/keeping.ts";
import type { ContainerShown } from "../clusters/rules/cluster-containers.ts";
import { peers } from "./kept.ts";
import {
  allContainers,
  changeContainer,
  changeContainerErrors,
  checkRoute,
  findContainer,
  makeContainer,
  makeContainerErrors,
  makePeer,
  makePeerErrors,
  removeContainer,
  routeErrors,
} from "./peering.ts";
import { chooseOther, otherErrors, type Peer, stateOf } from "./rules/peer.ts";

/** Returns the names of the network at the provider, made of the container's id: no network is created. */
function networkOf({ id, providerName }: ContainerShown) {
  if (providerName === "AWS") return { vpcId: `vpc-0${id.slice(-16)}` };
  if (providerName === "AZURE") return { azureSubscriptionId: id, vnetName: `vnet_${id}` };
  return { gcpProjectId: `p-${id}`, networkName: `nt-${id}-${id.slice(-8)}` };
}

const showContainer = (container: ContainerShown) => {
  const { providerName, regionName, regions = [], provisioned } = container;
  return sortMembers({
    atlasCidrBlock: container.atlasCidrBlock,
    id: container.id,
    providerName,
    provisioned,
    ...(providerName === "AZURE" && regionName && { region: regionName }),
    ...(providerName === "AWS" && regionName && { regionName }),
    ...(providerName === "GCP" && { regions: [...regions] }),
    ...(provisioned ? (container.made ?? networkOf(container)) : providerName === "AWS" && { vpcId: null }),
  });
};

export const listGroupContainerAll = atlas("listGroupContainerAll", {}).handle(
  async ({ group, query, ...reading }) => pageOf(await allContainers(reading, group), query),
  showPageOf(showContainer),
);

export const listGroupContainers = atlas("listGroupContainers", {}).handle(
  async ({ group, query, ...reading }) => {
    const asked = (query.providerName ?? "AWS").toUpperCase();
    const all = await allContainers(reading, group);
    return pageOf(
      all.filter(({ providerName }) => providerName === asked),
      query,
    );
  },
  showPageOf(showContainer),
);

export const getGroupContainer = atlas("getGroupContainer", {
  errors: ["CLOUD_PROVIDER_CONTAINER_NOT_FOUND"],
}).handle((context) => findContainer(context, context.group, context.params.containerId), showContainer);

export const createGroupContainer = atlas("createGroupContainer", {
  locks: "group",
  errors: [...makeContainerErrors],
}).handle((context) => makeContainer(context, context.group, context.body), showContainer);

export const updateGroupContainer = atlas("updateGroupContainer", {
  locks: "group",
  errors: [...changeContainerErrors],
}).handle(
  (context) => changeContainer(context, context.group, context.params.containerId, context.body),
  showContainer,
);

export const deleteGroupContainer = atlas("deleteGroupContainer", {
  locks: "group",
  errors: ["CLOUD_PROVIDER_CONTAINER_NOT_FOUND", "CONTAINERS_IN_USE"],
}).handle((context) => removeContainer(context, context.group, context.params.containerId));

/** AWS has another member for the state than the others, and an id of its own once it knows of the connection. */
function showPeer({ now, ...peer }: Seen<Peer>) {
  const { step: _, ...document } = peer.document;
  const state = stateOf(peer, now);
  const isOfAws = document.providerName === "AWS";
  return sortMembers({
    ...document,
    id: peer.name,
    ...(isOfAws && state !== "INITIATING" && { connectionId: `pcx-0${peer.name.slice(-16)}` }),
    ...(isOfAws ? { statusName: state as "AVAILABLE" } : { status: state as "AVAILABLE" }),
  });
}

const connections = keeping(peers, {
  by: "peerId",
  absent: "PEER_NOT_FOUND",
  show: showPeer,
  goneAt: ({ document, now }) => now + document.step,
});

export const listGroupPeers = atlas("listGroupPeers", {}).handle(async (context) => {
  const { providerName = "AWS" } = context.query;
  const all = await peers.all(context, context.group);
  const wanted = all.filter(({ document }) => document.providerName === providerName);
  return pageOf(
    wanted.map((each) => connections.seen(each, context)),
    context.query,
  );
}, showPageOf(connections.show));

export const getGroupPeer = connections.get("getGroupPeer");

export const createGroupPeer = connections.create(
  "createGroupPeer",
  { errors: [...makePeerErrors], needs: ["clusterSpeed"] },
  (context) => makePeer(context, context.group, context.body),
);

const changeable = ["AVAILABLE", "PENDING_ACCEPTANCE"];

export const updateGroupPeer = connections.update(
  "updateGroupPeer",
  { errors: [...otherErrors, ...routeErrors, "PEER_INVALID_STATE"] },
  async (context, before) => {
    const { body, group, now, fault } = context;
    const { peerId } = context.params;
    const state = stateOf(before, now);
    if (!changeable.includes(state)) throw fault("PEER_INVALID_STATE", { peerId, state });
    const { document } = before;
    const after = { ...document, ...chooseOther(document.providerName, body, fault) };
    await checkRoute(context, group, after, peerId);
    return after;
  },
);

export const deleteGroupPeer = connections.remove(
  "deleteGroupPeer",
  { errors: ["PEER_ALREADY_REQUESTED_DELETION"] },
  async ({ fault, params: { peerId } }, { endsAt }) => {
    if (endsAt !== null) throw fault("PEER_ALREADY_REQUESTED_DELETION", { peerId });
  },
);
