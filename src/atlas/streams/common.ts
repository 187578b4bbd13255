// The stream workspaces of a project, their connections and processors, as operations find and show them.

import type {
  StreamsConnection,
  StreamsProcessor,
  StreamsProcessorWithStats,
  StreamsTenant,
} from "../../client/api.ts";
import { sortAllMembers, sortMembers } from "../../core/domain/sorted-members.ts";
import { finding, type Seen, withMade } from "../../core/operations/keeping.ts";
import { streamConnections, streamProcessors, streamWorkspaces } from "./kept.ts";
import { type Connection, stateOfConnection } from "./rules/connection.ts";
import { effectiveTierOf, type Processor, stateOfProcessor, statsOf } from "./rules/processor.ts";
import type { Workspace } from "./rules/workspace.ts";

export const noWorkspace = "STREAM_TENANT_NOT_FOUND_FOR_NAME";
export const noProcessor = "STREAM_PROCESSOR_NOT_FOUND_FOR_NAME";
export const noConnection = "STREAM_CONNECTION_NOT_FOUND_FOR_NAME";

/** The name of the host is made of the workspace's id: none is there. */
export function showWorkspace({ id, groupId, name, document }: Seen<Workspace>): StreamsTenant {
  const place = document.dataProcessRegion.region.toLowerCase().replaceAll("_", "-");
  return withMade(
    sortAllMembers({
      ...document,
      _id: id,
      groupId,
      hostnames: [`atlas-stream-${id}-${id.slice(-6)}.${place}.a.query.no-deployment.invalid`],
      name,
    }) as StreamsTenant,
    document,
  );
}

export const ofWorkspaces = { by: "tenantName", absent: noWorkspace } as const;
export const workspaces = finding(streamWorkspaces, ofWorkspaces);

export function showConnection({ id, now, document, ...connection }: Seen<Connection>): StreamsConnection {
  const { step, workspaceName: _, ...shown } = document;
  const state = stateOfConnection({ ...connection, document: { step } }, now);
  return sortAllMembers({ ...shown, id, state }) as StreamsConnection;
}

export const ofConnections = { by: "connectionName", absent: noConnection, above: workspaces } as const;
export const connections = finding(streamConnections, ofConnections);

/** Shows a processor as the answer to its creation does. */
export function showMadeProcessor({ id, document }: Seen<Processor>): StreamsProcessor {
  const { workspaceName: _, from: __, to: ___, changedAt: ____, step: _____, ...shown } = document;
  return sortMembers({ ...shown, _id: id });
}

export function showProcessor(processor: Seen<Processor>): StreamsProcessorWithStats {
  const { id, document, now } = processor;
  const state = stateOfProcessor(document, now);
  const effectiveTier = effectiveTierOf(document);
  return sortMembers({
    ...(showMadeProcessor(processor) as StreamsProcessorWithStats),
    ...(effectiveTier && { effectiveTier }),
    state,
    ...(state === "STARTED" && { stats: statsOf(document.name, id) }),
  }) as StreamsProcessorWithStats;
}

export const ofProcessors = { by: "processorName", absent: noProcessor, above: workspaces } as const;
export const processors = finding(streamProcessors, ofProcessors);
