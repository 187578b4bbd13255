// Operations on the connections of stream workspaces. Nothing is connected to.

import type { StreamsConnection } from "../../client/api.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { keeping } from "../../core/operations/keeping.ts";
import {
  connections,
  noConnection,
  noWorkspace,
  ofConnections,
  processors,
  showConnection,
  workspaces,
} from "./common.ts";
import { streamConnections } from "./kept.ts";
import { changeConnection, stateOfConnection } from "./rules/connection.ts";
import { connectionNamesIn } from "./rules/processor.ts";
import { checkCluster, conceal, makeConnection, makeConnectionErrors, removeFailovers } from "./streams.ts";

const kept = keeping(streamConnections, {
  ...ofConnections,
  show: showConnection,
  goneAt: ({ document, now }) => now + document.step,
});

export const listGroupStreamConnections = kept.page("listGroupStreamConnections");

export const getGroupStreamConnection = kept.get("getGroupStreamConnection");

export const createGroupStreamConnection = kept.create(
  "createGroupStreamConnection",
  { errors: [...makeConnectionErrors, noWorkspace], needs: ["clusterSpeed", "issue"] },
  async (context) => {
    const workspace = await workspaces.find(context);
    return makeConnection(context, context.group, workspace, { sent: context.body, schema: bodySchema() });
  },
);

const bodySchema = (): object => createGroupStreamConnection.body ?? {};

const isDeploying = "STREAM_KAFKA_CONNECTION_IS_DEPLOYING";

/** Shows a connection as the answer to a change does, which as recorded has no state. */
function showChanged(connection: Parameters<typeof showConnection>[0]): StreamsConnection {
  const { state: _, ...shown } = showConnection(connection);
  return shown;
}

export const updateGroupStreamConnection = atlas("updateGroupStreamConnection", {
  locks: "group",
  errors: ["INVALID_ATTRIBUTE", "CLUSTER_NOT_FOUND", isDeploying, noConnection, noWorkspace],
  needs: ["issue"],
}).handle(async (context) => {
  const { body, now, fault, issue } = context;
  const before = await connections.find(context);
  const { name } = before.document;
  if (stateOfConnection(before, now) !== "READY") throw fault(isDeploying, { name });
  const changed = changeConnection(before.document, body, fault);
  if (body.clusterName ?? body.clusterGroupId) await checkCluster(context, context.group, changed);
  const concealed = conceal(changed, bodySchema(), { issue, before: before.sealedSecret });
  return connections.seen(await streamConnections.replace(context, before, concealed), context);
}, showChanged);

export const deleteGroupStreamConnection = kept.remove(
  "deleteGroupStreamConnection",
  { errors: [isDeploying, "STREAM_CONNECTION_HAS_STREAM_PROCESSORS"] },
  async (context, connection) => {
    const { now, fault } = context;
    const { name, workspaceName } = connection.document;
    if (stateOfConnection(connection, now) === "PENDING") throw fault(isDeploying, { name });
    const all = await processors.listAll(context);
    if (all.some(({ document }) => connectionNamesIn(document).includes(name))) {
      throw fault("STREAM_CONNECTION_HAS_STREAM_PROCESSORS", { name, workspaceName });
    }
    await removeFailovers(context, connection);
  },
);
