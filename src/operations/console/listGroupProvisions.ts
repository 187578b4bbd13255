import { provisioningOf } from "../../changes/provisioning.ts";
import { clusters } from "../../changes/resources.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listGroupProvisions = operation("GET /console/groups/{groupId}/provisions", {
  ...onPages,
  summary: "List what the databases of a project hold for it, and what waits",
  description: "With the deployment that each cluster leads to, null for none. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
}).handle(async ({ group, connections, ...reading }) => {
  const all = await clusters.all(reading, group);
  return {
    ...(await provisioningOf(reading, group.id)),
    deployments: Object.fromEntries(
      all.map((cluster) => [cluster.name, connections.nameOf({ ...cluster, orgId: group.orgId }) ?? null]),
    ),
  };
}, asIs);
