// The network peering connections that projects keep.

import { resourcesOf } from "../../core/changes/resources.ts";
import { type Peer, peerEvent } from "./rules/peer.ts";

/** The connections by id. A deleted one ends a while later. */
export const peers = resourcesOf<Peer>({
  kind: "peer",
  events: { added: peerEvent("CREATED"), replaced: peerEvent("UPDATED"), removed: peerEvent("DELETED") },
});
