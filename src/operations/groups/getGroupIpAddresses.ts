// Answers the addresses of a project's clusters.
import { limitSets } from "../../contract/limits.ts";
import { envelope, ObjectId, pretty } from "../../contract/schemas/common.ts";
import { GroupIPAddresses } from "../../contract/schemas/deployments.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";

export const getGroupIpAddresses = operation({
  id: "getGroupIpAddresses",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/ipAddresses",
  tag: "Projects",
  summary: "Get the IP addresses of a project",
  description:
    "Answers the addresses of the project's clusters. Projects have no clusters here, so that there are none. Needs Project Read Only.",
  door: group("GROUP_READ_ONLY"),
  limit: limitSets.group,
  status: 200,
  params: { groupId: { ...ObjectId, description: "Id of the project." } },
  query: { envelope, pretty },
  versions: { "2023-01-01": { reply: GroupIPAddresses } },
  errors: [],
}).handle(async ({ group }) => group, {
  "2023-01-01": ({ id }) => ({ groupId: id, services: { clusters: [] } }),
});
