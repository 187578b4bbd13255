// Operations on the networks of a project.

import { atlas } from "../../core/operations/atlas.ts";
import { keepingOne } from "../../core/operations/keeping.ts";
import { setRegionalMode } from "../clusters/clusters.ts";
import { asIs } from "./common.ts";
import { customDns, regionalModes } from "./kept.ts";

export const listGroupPrivateEndpointEndpointService = atlas(
  "listGroupPrivateEndpointEndpointService",
  {},
).handle(async () => [], asIs);

const dns = keepingOne(customDns, asIs);

export const getGroupAwsCustomDns = dns.get("getGroupAwsCustomDns");

export const toggleGroupAwsCustomDns = dns.update("toggleGroupAwsCustomDns", {}, ({ body: { enabled } }) => ({
  enabled,
}));

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
