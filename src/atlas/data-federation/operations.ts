// Operations on the private endpoints of a project for federated databases and online archives.

import type { PrivateNetworkEndpointIdEntry } from "../../client/api.ts";
import { stepOf } from "../../core/domain/course.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf } from "../../core/operations/declare.ts";
import { keeping, type Seen } from "../../core/operations/keeping.ts";
import { networkEndpoints } from "./kept.ts";
import {
  chooseNetworkEndpoint,
  type NetworkEndpoint,
  networkEndpointErrors,
  stateOfNetworkEndpoint,
} from "./rules/network-endpoint.ts";

function showEndpoint({
  now,
  name: endpointId,
  ...endpoint
}: Seen<NetworkEndpoint>): PrivateNetworkEndpointIdEntry {
  const { step: _, ...shown } = endpoint.document;
  const status = stateOfNetworkEndpoint(endpoint, now);
  return sortMembers({ ...shown, endpointId, status, type: "DATA_LAKE" as const });
}

const endpoints = keeping(networkEndpoints, {
  by: "endpointId",
  absent: "PRIVATE_ENDPOINT_NOT_FOUND",
  show: showEndpoint,
  goneAt: ({ document, now }) => now + document.step,
});

export const listGroupPrivateNetworkSettingEndpointIds = endpoints.page(
  "listGroupPrivateNetworkSettingEndpointIds",
);

export const getGroupPrivateNetworkSettingEndpointId = endpoints.get(
  "getGroupPrivateNetworkSettingEndpointId",
);

export const createGroupPrivateNetworkSettingEndpointId = atlas(
  "createGroupPrivateNetworkSettingEndpointId",
  { locks: "group", errors: [...networkEndpointErrors], needs: ["clusterSpeed"] },
).handle(async (context) => {
  const { group, body, fault, clusterSpeed } = context;
  const { endpointId, document: chosen } = chooseNetworkEndpoint(body, fault);
  const document = { ...chosen, step: stepOf(clusterSpeed) };
  const before = await networkEndpoints.find(context, group, endpointId);
  if (before === undefined) await networkEndpoints.add(context, group, endpointId, { document });
  else await networkEndpoints.replace(context, before, { document, endsAt: null });
  const all = await networkEndpoints.all(context, group);
  const seen = all.map((each) => endpoints.seen(each, context));
  return pageOf(seen, { pageNum: 1, itemsPerPage: 100, includeCount: true });
}, showPageOf(showEndpoint));

export const deleteGroupPrivateNetworkSettingEndpointId = endpoints.remove(
  "deleteGroupPrivateNetworkSettingEndpointId",
  {},
);
