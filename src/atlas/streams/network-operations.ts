// Operations on the private links and VPC peerings of a project's stream processing, and on the accounts that run it.

import type { AccountDetails, StreamsPrivateLinkConnection, VPCPeeringConnection } from "../../client/api.ts";
import { regions } from "../../core/contract/cluster-hardware.ts";
import { wrongField } from "../../core/contract/errors.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { type FaultMaker, pageOf, showPageOf, toTimestamp } from "../../core/operations/declare.ts";
import { keeping, type Seen } from "../../core/operations/keeping.ts";
import { keepSets } from "../../core/spec/sets.ts";
import { streamPrivateLinks, streamVpcPeerings } from "./kept.ts";
import { answerPeering, makeLink, makeLinkErrors, refuseUsedLink } from "./networks.ts";
import { type PrivateLink, type SentLink, stateOfLink, timeToDelete } from "./rules/private-link.ts";
import { stateOfPeering, type VpcPeering } from "./rules/vpc-peering.ts";

/** Returns the number of an account, made of the project's id. */
const accountOf = (groupId: string): string =>
  String(Number.parseInt(groupId.slice(-9), 16)).padStart(12, "0");

/** The interface endpoint is named once it would be there, after the link's id: none is made. */
function showLink({ name: _id, groupId, now, ...link }: Seen<PrivateLink>): StreamsPrivateLinkConnection {
  const { step: _, changedAt: __, ...shown } = link.document;
  const state = stateOfLink(link, now);
  const made = {
    interfaceEndpointId: `vpce-0${_id.slice(-16)}`,
    interfaceEndpointName: `pl-${_id}`,
    providerAccountId: accountOf(groupId),
  };
  return sortMembers({ ...shown, _id, state, ...(state === "DONE" && made) });
}

const absent = "RESOURCE_NOT_FOUND";

const links = keeping(streamPrivateLinks, {
  by: "connectionId",
  absent,
  show: showLink,
  goneAt: ({ document, now }) => now + timeToDelete(document),
});

export const listGroupStreamPrivateLinkConnections = links.page("listGroupStreamPrivateLinkConnections");

export const getGroupStreamPrivateLinkConnection = links.get("getGroupStreamPrivateLinkConnection");

interface MadeLink {
  readonly _id: string;
  readonly sent: SentLink;
}

/** The answer has what was sent, without a state. */
export const createGroupStreamPrivateLinkConnection = atlas("createGroupStreamPrivateLinkConnection", {
  locks: "group",
  errors: [...makeLinkErrors],
  needs: ["clusterSpeed"],
}).handle(
  async (context): Promise<MadeLink> => {
    const sent = keepSets(context.body, linkSchema());
    const { name: _id } = await makeLink(context, context.group, sent);
    return { _id, sent };
  },
  ({ _id, sent }) => sortMembers({ ...sent, _id }) as StreamsPrivateLinkConnection,
);

const linkSchema = (): object => createGroupStreamPrivateLinkConnection.body ?? {};

/** A link whose domain changes is IDLE first again. */
export const updateGroupStreamPrivateLinkConnection = links.update(
  "updateGroupStreamPrivateLinkConnection",
  { errors: [absent] },
  ({ body, now, params, fault }, { document, endsAt }) => {
    if (endsAt !== null) throw fault(absent, { resource: params.connectionId });
    return { ...document, ...body, changedAt: now };
  },
);

export const deleteGroupStreamPrivateLinkConnection = links.remove(
  "deleteGroupStreamPrivateLinkConnection",
  { errors: ["STREAM_PRIVATE_LINK_IN_USE"] },
  (context, link) => refuseUsedLink(context, context.group, link),
);

function showPeering({ name: _id, groupId, now, document, endsAt }: Seen<VpcPeering>): VPCPeeringConnection {
  const { answered, ...requested } = document;
  const localStatus = stateOfPeering(document, now);
  const isWaiting = answered === undefined && endsAt !== null;
  return sortMembers({
    ...requested,
    _id,
    accepterAccountId: accountOf(groupId),
    accepterVpcId: `vpc-0${groupId.slice(-16)}`,
    cloudStatus: localStatus === "ACTIVE" ? "active" : "pending-acceptance",
    ...(isWaiting && { expirationTime: toTimestamp(endsAt) }),
    groupId,
    localStatus,
  });
}

const peerings = keeping(streamVpcPeerings, { by: "id", absent, show: showPeering });

function refuseQuery(
  fault: FaultMaker<"INVALID_QUERY_PARAMETER">,
  parameter: string,
  description = "The value is required.",
) {
  return fault("INVALID_QUERY_PARAMETER", { parameter }, wrongField(parameter, description));
}

export const listGroupStreamVpcPeeringConnections = atlas("listGroupStreamVpcPeeringConnections", {
  errors: ["INVALID_QUERY_PARAMETER"],
}).handle(async (context) => {
  const { requesterAccountId } = context.query;
  if (requesterAccountId === undefined) throw refuseQuery(context.fault, "requesterAccountId");
  const all = await peerings.listAll(context);
  return pageOf(
    all.filter(({ document }) => document.requesterAccountId === requesterAccountId),
    context.query,
  );
}, showPageOf(showPeering));

export const listGroupStreamActiveVpcPeeringConnections = atlas(
  "listGroupStreamActiveVpcPeeringConnections",
  {},
).handle(async (context) => {
  const all = await peerings.listAll(context);
  const active = all.filter(({ document, now }) => stateOfPeering(document, now) === "ACTIVE");
  return pageOf(active, context.query);
}, showPageOf(showPeering));

/** An acceptance names the account and the network that asked, so that no other peering is accepted. */
const answering = { locks: "group", errors: [absent], needs: ["clusterSpeed"] } as const;

const showNothing = () => ({});

export const acceptGroupStreamVpcPeeringConnection = atlas(
  "acceptGroupStreamVpcPeeringConnection",
  answering,
).handle(async (context) => {
  const { body, fault, params } = context;
  const found = await peerings.find(context);
  const { answered, requesterAccountId, requesterVpcId } = found.document;
  const isAsked = body.requesterAccountId === requesterAccountId && body.requesterVpcId === requesterVpcId;
  if (!isAsked || (answered !== undefined && answered.by !== "accept")) {
    throw fault(absent, { resource: params.id });
  }
  if (answered === undefined) await answerPeering(context, found, "accept");
}, showNothing);

export const rejectGroupStreamVpcPeeringConnection = atlas(
  "rejectGroupStreamVpcPeeringConnection",
  answering,
).handle(async (context) => {
  const { fault, params } = context;
  const found = await peerings.find(context);
  const { answered } = found.document;
  if (answered !== undefined && answered.by !== "reject") throw fault(absent, { resource: params.id });
  if (answered === undefined) await answerPeering(context, found, "reject");
}, showNothing);

export const deleteGroupStreamVpcPeeringConnection = atlas(
  "deleteGroupStreamVpcPeeringConnection",
  answering,
).handle(async (context) => {
  const found = await peerings.find(context);
  if (found.document.answered?.by !== "delete") await answerPeering(context, found, "delete");
}, showNothing);

/** The networks at each provider, made of the project's id: none is there. */
const networks: Readonly<Record<string, (groupId: string) => object>> = {
  AWS: (groupId) => ({ awsAccountId: accountOf(groupId), vpcId: `vpc-0${groupId.slice(-16)}` }),
  AZURE: (groupId) => ({ azureSubscriptionId: groupId, virtualNetworkName: `vnet_${groupId}` }),
  GCP: (groupId) => ({ gcpProjectId: `p-${groupId}`, vpcNetworkName: `nt-${groupId}` }),
};

const cidrBlock = "10.255.0.0/16";

export const getGroupStreamAccountDetails = atlas("getGroupStreamAccountDetails", {
  errors: ["INVALID_QUERY_PARAMETER"],
}).handle(
  async ({ group, query, fault }) => {
    const { cloudProvider, regionName } = query;
    if (cloudProvider === undefined) throw refuseQuery(fault, "cloudProvider");
    if (regionName === undefined) throw refuseQuery(fault, "regionName");
    const provider = cloudProvider.toUpperCase();
    const network = networks[provider]?.(group.id);
    if (network === undefined) {
      throw refuseQuery(fault, "cloudProvider", `'${cloudProvider}' is no cloud provider.`);
    }
    if (!regions[provider as "AWS"].includes(regionName)) {
      throw refuseQuery(fault, "regionName", `'${regionName}' is no region of ${provider}.`);
    }
    return { ...network, cidrBlock, cloudProvider: cloudProvider.toLowerCase() };
  },
  (details) => sortMembers(details) as AccountDetails,
);
