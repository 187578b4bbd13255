// The kinds of stream processing that projects keep: workspaces, their connections and processors, private links, and VPC
// peerings.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { Connection } from "./rules/connection.ts";
import type { PrivateLink } from "./rules/private-link.ts";
import type { Processor } from "./rules/processor.ts";
import type { VpcPeering } from "./rules/vpc-peering.ts";
import type { Workspace } from "./rules/workspace.ts";

/** The workspaces by name. */
export const streamWorkspaces = resourcesOf<Workspace>({
  kind: "streamWorkspace",
  events: {
    added: "STREAM_TENANT_CREATED",
    replaced: "STREAM_TENANT_UPDATED",
    removed: "STREAM_TENANT_DELETED",
  },
  details: (instanceName) => ({ instanceName }),
});

/** The connections by the id of their workspace and their name. A deleted one may end a while later. */
export const streamConnections = resourcesOf<Connection>({
  kind: "streamConnection",
  events: {
    added: "STREAM_TENANT_CONNECTION_CREATED",
    replaced: "STREAM_TENANT_CONNECTION_UPDATED",
    removed: "STREAM_TENANT_CONNECTION_DELETED",
  },
  details: (_, connection) => ({ ...(connection && { instanceName: connection.workspaceName }) }),
});

const processorEvent = (before: Processor, after: Processor) => {
  if (before.to === after.to) return "STREAM_PROCESSOR_MODIFIED";
  return after.to === "STARTED" ? "STREAM_PROCESSOR_STARTED" : "STREAM_PROCESSOR_STOPPED";
};

/** The processors by the id of their workspace and their name. */
export const streamProcessors = resourcesOf<Processor>({
  kind: "streamProcessor",
  events: {
    added: "STREAM_PROCESSOR_CREATED",
    replaced: processorEvent,
    removed: "STREAM_PROCESSOR_DROPPED",
  },
  details: (_, processor) => ({
    ...(processor && { instanceName: processor.workspaceName, processorName: processor.name }),
  }),
});

/** The private links by id. A deleted one ends a while later. */
export const streamPrivateLinks = resourcesOf<PrivateLink>({
  kind: "streamPrivateLink",
  events: {
    added: "STREAM_WORKSPACE_PRIVATE_ENDPOINT_CREATED",
    removed: "STREAM_WORKSPACE_PRIVATE_ENDPOINT_DELETED",
  },
});

/** The VPC peerings by id, of which Atlas has no events. One that is not answered ends after a week. */
export const streamVpcPeerings = resourcesOf<VpcPeering>({ kind: "streamVpcPeering", events: {} });

/** The failover connections by the id of their connection and their own, of which Atlas has no events. */
export const streamFailovers = resourcesOf<Connection>({ kind: "streamFailover", events: {} });
