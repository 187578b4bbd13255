// Stream workspaces of a project with their connections and processors, private links and VPC peerings, as they are read and as
// they are compared.
import type { SeedGroup } from "../seed/document.ts";
import { fit, formOf } from "./form.ts";
import type { GroupKinds, Reading } from "./kinds.ts";

type SeedWorkspace = NonNullable<SeedGroup["streamWorkspaces"]>[number];
type SeedConnection = NonNullable<SeedWorkspace["connections"]>[number];
type SeedProcessor = NonNullable<SeedWorkspace["processors"]>[number];

const fitting = {
  order: ["id", "name", "type", "dataProcessRegion"],
  defaults: { streamConfig: { tier: "SP30" } },
};

/** Lists the workspaces, and the connections and processors of each. */
async function readWorkspaces({ reader, client, params, prefix }: Reading): Promise<SeedWorkspace[]> {
  const { groupId = "" } = params;
  const part = `${prefix}streamWorkspaces`;
  const all = await reader.list(
    part,
    (page) => client.listGroupStreamWorkspaces({ groupId, ...page }),
    (each) => each,
  );
  const read: SeedWorkspace[] = [];
  for (const { _id: id, name: tenantName, ...workspace } of all) {
    const connections: object[] = [];
    const listed = await reader.list(
      `${part}.${tenantName}`,
      (page) => client.listGroupStreamConnections({ groupId, tenantName, ...page }),
      (each) => each,
    );
    for (const connection of listed) {
      const of = { groupId, tenantName, connectionName: connection.name };
      const failoverConnections = await reader.list(
        `${part}.${tenantName}.${connection.name}`,
        (page) => client.listGroupStreamConnectionFailoverConnections({ ...of, ...page }),
        ({ name: _, ...each }) => each,
      );
      connections.push({ ...connection, failoverConnections });
    }
    const processors = await reader.list(
      `${part}.${tenantName}`,
      (page) => client.getGroupStreamProcessors({ groupId, tenantName, ...page }),
      ({ _id, state, ...processor }) => ({
        ...processor,
        id: _id,
        ...(state === "STARTED" && { isStarted: true }),
      }),
      `${part}.${tenantName} processors`,
    );
    const answer = { ...workspace, id, name: tenantName, connections, processors };
    read.push(fit(formOf(["SeedGroup", "streamWorkspaces"]), answer, fitting) as SeedWorkspace);
  }
  return read;
}

const textOf = ({ name, type, clusterName, bootstrapServers, url }: SeedConnection): string =>
  [type, name, clusterName, bootstrapServers, url].filter((word) => word !== undefined).join(" ");

const textOfProcessor = ({ name, isStarted = false, ...processor }: SeedProcessor): string =>
  [name, isStarted ? "started" : "not started", JSON.stringify(processor.pipeline)].join(" ");

/** Returns the row of a kind of networks, whose answers name the id as they do nowhere else. */
const ofNetworks = {
  keep: ({ _id: id, ...answer }: { readonly _id?: string }, fitted: (answer: object) => object) =>
    fitted({ ...answer, id }),
  key: ({ id = "" }: { readonly id?: string }) => id,
};

export const streamKinds = {
  streamPrivateLinks: {
    ...ofNetworks,
    defaults: { vendor: "GENERIC" },
    name: ({ provider, region = "", vendor = "GENERIC" }) => [provider, region, vendor].join(" "),
    ignored: ["id", "provider", "region", "vendor"],
  },
  // Peerings that are not accepted are listed only for an account.
  streamVpcPeerings: {
    ...ofNetworks,
    list: "listGroupStreamActiveVpcPeeringConnections",
    keep: ({ _id: id, ...answer }: { readonly _id?: string }, fitted: (answer: object) => object) =>
      fitted({ ...answer, id, isAccepted: true }),
    name: ({ name }) => name,
    ignored: ["id", "name"],
  },
  streamWorkspaces: {
    read: readWorkspaces,
    name: ({ name }) => name,
    part: ({ name }) => `streamWorkspaces.${name}`,
    defaults: fitting.defaults,
    ignored: ["id", "name"],
    texts: { connections: textOf, processors: textOfProcessor },
  },
} satisfies GroupKinds;
