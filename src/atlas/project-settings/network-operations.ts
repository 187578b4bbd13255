// Operations on the networks of a project.

import { atlas } from "../../core/operations/atlas.ts";
import { keepingOne } from "../../core/operations/keeping.ts";
import { setRegionalMode } from "../clusters/clusters.ts";
import { clusters } from "../clusters/kept.ts";
import { placesOf } from "../clusters/rules/cluster-containers.ts";
import { asIs } from "./common.ts";
import { customDns, privateIpModes, regionalModes } from "./kept.ts";

const dns = keepingOne(customDns, asIs);

export const getGroupAwsCustomDns = dns.get("getGroupAwsCustomDns");

export const toggleGroupAwsCustomDns = dns.update("toggleGroupAwsCustomDns", {}, ({ body: { enabled } }) => ({
  enabled,
}));

const ipMode = keepingOne(privateIpModes, asIs);

export const verifyGroupPrivateIpMode = ipMode.get("verifyGroupPrivateIpMode");

export const disableGroupPrivateIpModePeering = ipMode.update(
  "disableGroupPrivateIpModePeering",
  { errors: ["CANNOT_UPDATE_PRIVATE_IP_MODE"] },
  async (context) => {
    const { group, body, fault } = context;
    const all = await clusters.all(context, group);
    if (placesOf(all.map(({ document }) => document)).length > 0) {
      throw fault("CANNOT_UPDATE_PRIVATE_IP_MODE", {});
    }
    return { enabled: body.enabled };
  },
);

export const getGroupPrivateEndpointRegionalMode = keepingOne(regionalModes, asIs).get(
  "getGroupPrivateEndpointRegionalMode",
);

export const toggleGroupPrivateEndpointRegionalMode = atlas("toggleGroupPrivateEndpointRegionalMode", {
  locks: "group",
  errors: ["INVALID_CLUSTER_CONFIGURATION"],
}).handle(
  (context) => setRegionalMode(context, context.group, context.body.enabled),
  (kept) => kept,
);
