// Operations on the stream workspaces of a project, and on their logs, which are empty: nothing is processed.

import { emptyLog } from "../../core/domain/empty-log.ts";
import { type LogPeriod, logPeriodOf } from "../../core/domain/log-period.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { toTimestamp } from "../../core/operations/declare.ts";
import { keeping } from "../../core/operations/keeping.ts";
import {
  connections,
  noWorkspace,
  ofWorkspaces,
  processors,
  showConnection,
  showWorkspace,
  workspaces,
} from "./common.ts";
import { streamConnections, streamWorkspaces } from "./kept.ts";
import { moveProcessor } from "./processors.ts";
import { leadingTo, stateOfProcessor } from "./rules/processor.ts";
import { changeWorkspace, checkFailoverRegion, isMoved } from "./rules/workspace.ts";
import { makeWorkspace, makeWorkspaceErrors, removeFailovers } from "./streams.ts";

const kept = keeping(streamWorkspaces, { ...ofWorkspaces, show: showWorkspace });

export const listGroupStreamWorkspaces = kept.page("listGroupStreamWorkspaces");

export const getGroupStreamWorkspace = atlas("getGroupStreamWorkspace", { errors: [noWorkspace] }).handle(
  async (context) => {
    const workspace = workspaces.seen(await workspaces.find(context), context);
    const all = context.query.includeConnections ? await connections.listAll(context) : undefined;
    return { workspace, all };
  },
  ({ workspace, all }) =>
    sortMembers({ ...showWorkspace(workspace), ...(all && { connections: all.map(showConnection) }) }),
);

export const createGroupStreamWorkspace = kept.create(
  "createGroupStreamWorkspace",
  { errors: [...makeWorkspaceErrors] },
  (context) => makeWorkspace(context, context.group, context.body),
);

export const withGroupStreamSampleConnections = kept.create(
  "withGroupStreamSampleConnections",
  { errors: [...makeWorkspaceErrors] },
  (context) => makeWorkspace(context, context.group, { ...context.body, sampleConnections: { solar: true } }),
);

const hasProcessors = "STREAM_TENANT_HAS_STREAM_PROCESSORS";

/** Starts or stops all processors too, if that is asked for. Those that are started keep the workspace where it is. */
export const updateGroupStreamWorkspace = kept.update(
  "updateGroupStreamWorkspace",
  { errors: ["INVALID_ATTRIBUTE", hasProcessors] },
  async (context, { name, document }) => {
    const { body, now, fault } = context;
    const changed = changeWorkspace(document, body, fault);
    const all = await processors.listAll(context);
    const stateOf = ({ document: processor }: (typeof all)[number]) => stateOfProcessor(processor, now);
    if (isMoved(document, changed) && all.some((each) => stateOf(each) === "STARTED")) {
      throw fault(hasProcessors, { name });
    }
    const { status, region } = body.processorStatus ?? {};
    if (status === "FAILED_OVER") {
      checkFailoverRegion(changed, region, "processorStatus.region", fault);
    } else if (status !== undefined) {
      const movable = all.filter((each) => leadingTo[status].includes(stateOf(each)));
      for (const each of movable) await moveProcessor(context, each, status);
    }
    return changed;
  },
);

/** The connections of a workspace are deleted with it. */
export const deleteGroupStreamWorkspace = kept.remove(
  "deleteGroupStreamWorkspace",
  { errors: [hasProcessors] },
  async (context, { name }) => {
    if ((await processors.listAll(context)).length > 0) throw context.fault(hasProcessors, { name });
    for (const each of await connections.listAll(context)) {
      await removeFailovers(context, each);
      await streamConnections.remove(context, each);
    }
  },
);

type Asking = Parameters<typeof workspaces.find>[0] & { readonly query: Parameters<typeof logPeriodOf>[0] };

const findLog = async (context: Asking) => ({
  name: (await workspaces.find(context)).name,
  ...logPeriodOf(context.query, context.now),
});

/** Returns how the file of a log is named. The name of a workspace may have any characters, and those of a header are few. */
const fileOf =
  (log: "audit" | "operational") =>
  ({ name, from, until }: LogPeriod & { readonly name: string }) => ({
    "content-disposition": `attachment; filename="${encodeURIComponent(name)}_${toTimestamp(from)}_${toTimestamp(until)}_${log}.log.gz"`,
  });

export const downloadGroupStreamAuditLogs = atlas("downloadGroupStreamAuditLogs", {
  errors: [noWorkspace],
}).handle(findLog, () => emptyLog, fileOf("audit"));

export const downloadGroupStreamOperationalLogs = atlas("downloadGroupStreamOperationalLogs", {
  errors: [noWorkspace],
}).handle(findLog, () => emptyLog, fileOf("operational"));
