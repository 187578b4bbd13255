// Operations on the failover connections of stream connections, which take their place in another region.

import type { StreamsFailoverConnection } from "../../client/api.ts";
import { stepOf } from "../../core/domain/course.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { keeping, nameBelow, type Seen } from "../../core/operations/keeping.ts";
import { connections, noConnection, noWorkspace, showConnection, workspaces } from "./common.ts";
import { streamFailovers } from "./kept.ts";
import { type Connection, changeConnection, chooseConnection, connectionErrors } from "./rules/connection.ts";
import { checkFailoverRegion, refuseMember } from "./rules/workspace.ts";
import { checkCluster, conceal } from "./streams.ts";

const idOf = ({ name }: { readonly name: string }): string => name.slice(name.indexOf("/") + 1);

const showFailover = (failover: Seen<Connection>): StreamsFailoverConnection =>
  ({ ...showConnection(failover), id: idOf(failover) }) as StreamsFailoverConnection;

const absent = "RESOURCE_NOT_FOUND";

const failovers = keeping(streamFailovers, {
  by: "failoverConnectionId",
  absent,
  above: connections,
  show: showFailover,
  goneAt: ({ document, now }) => now + document.step,
});

export const listGroupStreamConnectionFailoverConnections = failovers.page(
  "listGroupStreamConnectionFailoverConnections",
);

export const getGroupStreamConnectionFailoverConnection = failovers.get(
  "getGroupStreamConnectionFailoverConnection",
);

const taken = "STREAM_CONNECTION_NAME_ALREADY_EXISTS";

/** Adds one of the name and the type of the connection, in a region for failures of the workspace that has none yet. */
export const createGroupStreamConnectionFailoverConnection = failovers.create(
  "createGroupStreamConnectionFailoverConnection",
  {
    errors: [...connectionErrors, "CLUSTER_NOT_FOUND", taken, noConnection, noWorkspace],
    needs: ["clusterSpeed", "issue"],
  },
  async (context) => {
    const { body, fault, group, newId, clusterSpeed } = context;
    const [workspace, connection] = await Promise.all([workspaces.find(context), connections.find(context)]);
    const { name, type, workspaceName } = connection.document;
    const id = newId();
    if (body.type !== type) throw refuseMember(fault, "type", `The connection has the type ${type}.`);
    if ((body.name ?? name) !== name) {
      throw refuseMember(fault, "name", `The connection has the name ${name}.`);
    }
    checkFailoverRegion(workspace.document, body.region, "region", fault);
    const chosen = chooseConnection({ ...body, name, type }, fault);
    await checkCluster(context, group, chosen);
    const all = await failovers.listAll(context);
    if (all.some(({ document }) => document.region === body.region)) throw fault(taken, { name });
    const { region } = body;
    const document = { ...chosen, region, workspaceName, step: stepOf(clusterSpeed) };
    return streamFailovers.add(
      context,
      group,
      nameBelow(connection, id),
      conceal(document, bodySchema(), context),
    );
  },
);

const bodySchema = (): object => createGroupStreamConnectionFailoverConnection.body ?? {};

export const updateGroupStreamConnectionFailoverConnection = atlas(
  "updateGroupStreamConnectionFailoverConnection",
  {
    locks: "group",
    errors: ["INVALID_ATTRIBUTE", "CLUSTER_NOT_FOUND", absent, noConnection, noWorkspace],
    needs: ["issue"],
  },
).handle(async (context) => {
  const { body, fault, group, issue } = context;
  const before = await failovers.find(context);
  const changed = changeConnection(before.document, body, fault);
  if (body.clusterName ?? body.clusterGroupId) await checkCluster(context, group, changed);
  const kept = conceal(changed, bodySchema(), { issue, before: before.sealedSecret });
  return failovers.seen(await streamFailovers.replace(context, before, kept), context);
}, showFailover);

export const deleteGroupStreamConnectionFailoverConnection = failovers.remove(
  "deleteGroupStreamConnectionFailoverConnection",
  {},
);
