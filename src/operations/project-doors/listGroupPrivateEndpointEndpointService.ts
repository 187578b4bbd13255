import { atlas } from "../atlas.ts";
import { asIs } from "./common.ts";

export const listGroupPrivateEndpointEndpointService = atlas(
  "listGroupPrivateEndpointEndpointService",
  {},
).handle(async () => [], asIs);
