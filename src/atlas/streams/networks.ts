// Private links and VPC peerings of stream processing, made and answered alike by requests and seeds.

import type { Changing } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { stepOf } from "../../core/domain/course.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { streamConnections, streamPrivateLinks, streamVpcPeerings } from "./kept.ts";
import { accessOf } from "./rules/connection.ts";
import {
  chooseLink,
  isSameService,
  linkErrors,
  type PrivateLink,
  type SentLink,
} from "./rules/private-link.ts";
import { endAfter, type PeeringAnswer, type VpcPeering, waitsFor } from "./rules/vpc-peering.ts";
import type { Equipped } from "./streams.ts";

type Paced = Pick<Equipped, "clusterSpeed">;

export const makeLinkErrors = [...linkErrors, "STREAM_PRIVATE_LINK_ALREADY_EXISTS"] as const;

export async function makeLink(
  changing: Changing<(typeof makeLinkErrors)[number]> & Paced,
  group: GroupRef,
  sent: SentLink,
): Promise<Resource<PrivateLink>> {
  const { now, newId, fault, clusterSpeed } = changing;
  const id = newId();
  const chosen = chooseLink(sent, fault);
  const all = await streamPrivateLinks.all(changing, group);
  if (all.some(({ document }) => isSameService(document, chosen))) {
    throw fault("STREAM_PRIVATE_LINK_ALREADY_EXISTS", {});
  }
  const document = { ...chosen, changedAt: now, step: stepOf(clusterSpeed) };
  return streamPrivateLinks.add(changing, group, id, { document });
}

/** Refuses to delete a link that a connection uses. */
export async function refuseUsedLink(
  changing: Changing<"STREAM_PRIVATE_LINK_IN_USE">,
  group: GroupRef,
  { name: connectionId }: Resource<PrivateLink>,
): Promise<void> {
  const all = await streamConnections.all(changing, group);
  if (all.some(({ document }) => accessOf(document)?.connectionId === connectionId)) {
    throw changing.fault("STREAM_PRIVATE_LINK_IN_USE", { connectionId });
  }
}

/** A peering as an account at AWS requests it. */
type RequestedPeering = Omit<VpcPeering, "answered">;

/** Adds a requested peering, which no operation makes. */
export const addPeering = (
  changing: Changing,
  group: GroupRef,
  id: string,
  document: RequestedPeering,
): Promise<Resource<VpcPeering>> =>
  streamVpcPeerings.add(changing, group, id, { document, endsAt: changing.now + waitsFor });

/** Answers the request for a peering, or deletes it. */
export async function answerPeering(
  changing: Changing & Paced,
  peering: Resource<VpcPeering>,
  by: PeeringAnswer,
): Promise<void> {
  const answered = { by, at: changing.now, step: stepOf(changing.clusterSpeed) };
  const document = { ...peering.document, answered };
  await streamVpcPeerings.replace(changing, peering, { document, endsAt: endAfter(answered) });
}
