import { containersIn } from "../../changes/containers.ts";
import { door, operation, pageOf, paging, schemas, showPageOf, Type } from "../declare.ts";
import { peering, peeringPath, showContainer } from "./common.ts";

export const listGroupContainers = operation(`GET ${peeringPath}/containers`, {
  ...peering,
  summary: "List the network peering containers of a cloud provider",
  description:
    "Answers one for each region that clusters of the project are or were in, AWS if no provider is named. No network is made. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  query: {
    ...paging,
    providerName: Type.Enum(["AWS", "AZURE", "GCP"], { type: "string", description: "Whose are listed." }),
  },
  versions: { "2023-01-01": { reply: schemas.ContainerPage } },
}).handle(async ({ tx, now, group, query }) => {
  const { providerName = "AWS" } = query;
  const all = await containersIn({ tx, now }, group);
  return pageOf(
    all.filter((each) => each.providerName === providerName),
    query,
  );
}, showPageOf(showContainer));
