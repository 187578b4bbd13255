import { door, operation, pageOf, paging, schemas, showPageOf } from "../declare.ts";
import { asIs, peering, peeringPath } from "./common.ts";

export const listGroupContainerAll = operation(`GET ${peeringPath}/containers/all`, {
  ...peering,
  summary: "List all network peering containers of a project",
  description: "Answers an empty page: there are none here. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  query: {
    ...paging,
  },
  versions: { "2023-01-01": { reply: schemas.ContainerPage } },
}).handle(async ({ query }) => pageOf<never>([], query), showPageOf(asIs));
