import { containersIn } from "../../changes/containers.ts";
import { door, operation, pageOf, paging, schemas, showPageOf } from "../declare.ts";
import { peering, peeringPath, showContainer } from "./common.ts";

export const listGroupContainerAll = operation(`GET ${peeringPath}/containers/all`, {
  ...peering,
  summary: "List all network peering containers of a project",
  description:
    "Answers one for each region that clusters of the project are or were in. No network is made. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  query: {
    ...paging,
  },
  versions: { "2023-01-01": { reply: schemas.ContainerPage } },
}).handle(
  async ({ tx, now, group, query }) => pageOf(await containersIn({ tx, now }, group), query),
  showPageOf(showContainer),
);
