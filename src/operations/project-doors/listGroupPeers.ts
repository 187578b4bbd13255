import { door, operation, pageOf, paging, schemas, showPageOf, Type } from "../declare.ts";
import { asIs, peering, peeringPath } from "./common.ts";

export const listGroupPeers = operation(`GET ${peeringPath}/peers`, {
  ...peering,
  summary: "List the network peering connections of a cloud provider",
  description: "Answers an empty page: there are none here. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  query: {
    ...paging,
    providerName: Type.Enum(["AWS", "AZURE", "GCP"], { type: "string", description: "Whose are listed." }),
  },
  versions: { "2023-01-01": { reply: schemas.PeerPage } },
}).handle(async ({ query }) => pageOf<never>([], query), showPageOf(asIs));
