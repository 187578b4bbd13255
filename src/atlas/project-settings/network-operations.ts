// Operations on the networks of a project.

import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf } from "../../core/operations/declare.ts";
import { keepingOne } from "../../core/operations/keeping.ts";
import { setRegionalMode } from "../clusters/clusters.ts";
import { containersIn } from "../clusters/containers.ts";
import { asIs, showContainer } from "./common.ts";
import { customDns, regionalModes } from "./kept.ts";

export const listGroupContainerAll = atlas("listGroupContainerAll", {}).handle(
  async ({ tx, now, group, query }) => pageOf(await containersIn({ tx, now }, group), query),
  showPageOf(showContainer),
);

export const listGroupContainers = atlas("listGroupContainers", {}).handle(
  async ({ tx, now, group, query }) => {
    const { providerName = "AWS" } = query;
    const all = await containersIn({ tx, now }, group);
    return pageOf(
      all.filter((each) => each.providerName === providerName),
      query,
    );
  },
  showPageOf(showContainer),
);

export const listGroupPeers = atlas("listGroupPeers", {}).handle(
  async ({ query }) => pageOf<never>([], query),
  showPageOf(asIs),
);

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
