import { door, operation, schemas } from "../declare.ts";
import { oneGroup } from "./common.ts";

export const getGroupIpAddresses = operation("GET /api/atlas/v2/groups/{groupId}/ipAddresses", {
  ...oneGroup,
  summary: "Get the IP addresses of a project",
  description:
    "Answers the addresses of the project's clusters. Projects have no clusters here, so that there are none. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: schemas.GroupIPAddresses } },
}).handle(
  async ({ group }) => group,
  ({ id }) => ({ groupId: id, services: { clusters: [] } }),
);
