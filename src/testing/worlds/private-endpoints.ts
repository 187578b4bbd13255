// Private endpoint services of a project with their endpoints, as they are read and as they are compared.
import type { PrivateLinkEndpoint } from "../../client/client.ts";
import type { OperationId } from "../../client/types.ts";
import { providerNames } from "../../core/contract/cluster-hardware.ts";
import type { SeedGroup } from "../seed/document.ts";
import { fit, formOf } from "./form.ts";
import type { GroupKinds, Reading } from "./kinds.ts";

type SeedService = NonNullable<SeedGroup["privateEndpointServices"]>[number];

const fitting = { order: ["id", "providerName", "region"], defaults: { portMappingEnabled: false } };

const kept = ({ interfaceEndpointId, privateEndpointResourceId, ...endpoint }: PrivateLinkEndpoint) => ({
  id: interfaceEndpointId ?? privateEndpointResourceId,
  ...endpoint,
});

/** Lists the services of each provider, and shows each of their endpoints. */
async function readServices({ reader, client, params, prefix }: Reading): Promise<SeedService[]> {
  const { groupId = "" } = params;
  const read: SeedService[] = [];
  for (const cloudProvider of providerNames) {
    const part = `${prefix}privateEndpointServices.${cloudProvider}`;
    const all = await reader.one(part, () =>
      client.listGroupPrivateEndpointEndpointService({ groupId, cloudProvider }),
    );
    for (const { regionName: region, ...service } of all ?? []) {
      const {
        id: endpointServiceId = "",
        interfaceEndpoints,
        privateEndpoints,
        endpointGroupNames,
      } = service;
      const endpoints: object[] = [];
      for (const endpointId of interfaceEndpoints ?? privateEndpoints ?? endpointGroupNames ?? []) {
        const endpoint = await reader.one(`${part}.${endpointServiceId}.${endpointId}`, () =>
          client.getGroupPrivateEndpointEndpointServiceEndpoint({
            groupId,
            cloudProvider,
            endpointServiceId,
            endpointId,
          }),
        );
        if (endpoint !== undefined) endpoints.push(kept(endpoint));
      }
      const answer = { ...service, providerName: cloudProvider, region, endpoints };
      read.push(fit(formOf(["SeedGroup", "privateEndpointServices"]), answer, fitting) as SeedService);
    }
  }
  return read;
}

/** Reads a list of each provider that has its own. */
const listOfEach =
  (
    name: "encryptionAtRestPrivateEndpoints" | "backupPrivateEndpoints",
    list: OperationId,
    providers: readonly string[],
  ) =>
  async ({ reader, client, params, prefix }: Reading): Promise<object[]> => {
    const ask = client[list].bind(client) as unknown as (
      input: object,
    ) => ReturnType<Parameters<typeof reader.list<object, object>>[1]>;
    const read: object[] = [];
    for (const cloudProvider of providers) {
      const found = await reader.list(
        `${prefix}${name}.${cloudProvider}`,
        (page) => ask({ ...params, cloudProvider, ...page }),
        (endpoint: object) =>
          fit(formOf(["SeedGroup", name]), { ...endpoint, cloudProvider }, { order: ["id"] }) as object,
      );
      read.push(...found);
    }
    return read;
  };

/** The parts of a comparison that the two kinds of endpoints to services of a provider share. */
const ofOutbound = {
  key: ({ id = "" }: { readonly id?: string }) => id,
  name: ({ cloudProvider, regionName = "" }: { cloudProvider: string; regionName?: string }) =>
    `${cloudProvider} ${regionName}`,
  ignored: ["id", "cloudProvider", "regionName"],
};

export const privateEndpointKinds = {
  dataFederationPrivateEndpoints: {
    order: ["endpointId"],
    defaults: { provider: "AWS", type: "DATA_LAKE" },
    name: ({ endpointId }) => endpointId,
    ignored: ["endpointId"],
  },
  encryptionAtRestPrivateEndpoints: {
    ...ofOutbound,
    read: listOfEach("encryptionAtRestPrivateEndpoints", "listGroupEncryptionAtRestPrivateEndpoints", [
      "AWS",
      "AZURE",
    ]),
    part: ({ cloudProvider }) => `encryptionAtRestPrivateEndpoints.${cloudProvider}`,
  },
  backupPrivateEndpoints: {
    ...ofOutbound,
    read: listOfEach("backupPrivateEndpoints", "listGroupBackupPrivateEndpoints", ["AWS"]),
    part: ({ cloudProvider }) => `backupPrivateEndpoints.${cloudProvider}`,
  },
  privateEndpointServices: {
    read: readServices,
    key: ({ id = "" }) => id,
    name: ({ providerName, region }) => `${providerName} ${region}`,
    part: ({ providerName }) => `privateEndpointServices.${providerName}`,
    defaults: fitting.defaults,
    ignored: ["id", "providerName", "region"],
    texts: { endpoints: ({ id, endpointGroupName = "" }) => id ?? endpointGroupName },
  },
} satisfies GroupKinds;
