import { door, operation, schemas, Type } from "../declare.ts";
import { asIs, endpoints, endpointsPath } from "./common.ts";

export const listGroupPrivateEndpointEndpointService = operation(
  `GET ${endpointsPath}/{cloudProvider}/endpointService`,
  {
    ...endpoints,
    summary: "List the private endpoint services of a project at a cloud provider",
    description: "Answers an empty list: there are none here. Needs a role in the project.",
    door: door.group("GROUP_READ_ONLY"),
    params: {
      cloudProvider: Type.Enum(["AWS", "AZURE", "GCP"], { type: "string", description: "Cloud provider." }),
    },
    versions: { "2023-01-01": { reply: schemas.EndpointServices } },
  },
).handle(async () => [], asIs);
